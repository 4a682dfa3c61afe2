import { HoursBasis } from '../module/module.rows.js';
import { hoursBasisIn, type Override, OverrideKind, type Placed, programOf } from './program.js';

const hours = (lecture: number) => ({ lecture, practice: 0, selfStudy: 0, assessment: 0 });
const placed = (moduleId: string, position: number, ...requiredModuleIds: string[]): Placed => ({
  moduleId,
  moduleVersionId: `${moduleId}-1`,
  position,
  isElective: false,
  requiredModuleIds,
  hours: hours(8),
});
const override = (kind: OverrideKind, moduleId: string, more: Partial<Override> = {}): Override => ({
  moduleId,
  kind,
  taughtModuleId: null,
  moduleVersionId: null,
  hours: null,
  texts: [],
  isElective: false,
  requirementId: null,
  reason: null,
  ...more,
});
const base = [placed('law', 1), placed('safety', 2, 'law'), placed('audit', 3, 'safety')];
const shown = (overrides: Override[]) =>
  programOf(base, overrides, () => hours(12)).map((it) => [
    it.position,
    it.moduleId,
    it.hours.lecture,
    it.requiredModuleIds,
  ]);

const REPLACED = override(OverrideKind.REPLACE, 'safety', {
  taughtModuleId: 'kz-safety',
  moduleVersionId: 'kz-safety-1',
});

describe('what a variant teaches', () => {
  it.each([
    [
      'is what the base teaches, as long as it says nothing otherwise',
      [],
      [
        [1, 'law', 8, []],
        [2, 'safety', 8, ['law']],
        [3, 'audit', 8, ['safety']],
      ],
    ],
    [
      'leaves out a dropped module, and nobody waits for it',
      [override(OverrideKind.DROP, 'safety')],
      [
        [1, 'law', 8, []],
        [2, 'audit', 8, []],
      ],
    ],
    [
      'has the replacing module in the same place, and the others wait for it instead',
      [REPLACED],
      [
        [1, 'law', 8, []],
        [2, 'kz-safety', 12, ['law']],
        [3, 'audit', 8, ['kz-safety']],
      ],
    ],
    [
      'ends with what it adds',
      [override(OverrideKind.ADD, 'kz-law', { taughtModuleId: 'kz-law', moduleVersionId: 'kz-law-1' })],
      [
        [1, 'law', 8, []],
        [2, 'safety', 8, ['law']],
        [3, 'audit', 8, ['safety']],
        [4, 'kz-law', 12, []],
      ],
    ],
    [
      'takes the hours it was given',
      [override(OverrideKind.CHANGE_HOURS, 'law', { hours: hours(20) })],
      [
        [1, 'law', 20, []],
        [2, 'safety', 8, ['law']],
        [3, 'audit', 8, ['safety']],
      ],
    ],
    [
      'ignores an override of a module that the base does not hold',
      [override(OverrideKind.DROP, 'history')],
      [
        [1, 'law', 8, []],
        [2, 'safety', 8, ['law']],
        [3, 'audit', 8, ['safety']],
      ],
    ],
  ])('%s', (_, overrides, expected) => {
    expect(shown(overrides)).toEqual(expected);
  });

  it('tells which module a replacing one stands for, and why', () => {
    const [, module] = programOf(base, [REPLACED], () => hours(12));
    expect(module).toMatchObject({ replacesModuleId: 'safety', overrides: [REPLACED] });
  });
});

describe('the hours of a module come', () => {
  const { CHANGE_HOURS, OTHER_TEXTS } = OverrideKind;
  it.each([
    ['from what its version names, where nothing is changed', [], 'Order 5', HoursBasis.SOURCE],
    ['from the owner, where its version names nothing', [override(OTHER_TEXTS, 'law')], null, HoursBasis.OWN_CHOICE],
    [
      'from the requirement that makes a variant change them',
      [override(CHANGE_HOURS, 'law', { requirementId: 'min-hours' })],
      null,
      HoursBasis.SOURCE,
    ],
    [
      'from the owner, where a variant changes what a source gave',
      [override(CHANGE_HOURS, 'law')],
      'Order 5',
      HoursBasis.OWN_CHOICE,
    ],
  ])('%s', (_, overrides, hoursSource, basis) => {
    expect(hoursBasisIn({ overrides }, { hoursSource })).toBe(basis);
  });
});
