import type { Override } from './program.js';
import { OverrideKind } from './program.js';
import { baseChanges, conflictsOf, mayKeep } from './rebase.rules.js';

const held = (moduleId: string, number = 1) => ({
  moduleId,
  moduleVersionId: `${moduleId}-${number}`,
  isElective: false,
});
const override = (moduleId: string, kind: OverrideKind) => ({ moduleId, kind }) as Override;

const before = [held('law'), held('safety'), held('audit')];
const after = [held('law'), held('safety', 2), held('finance')];

describe('what a base changed', () => {
  it('is told module by module', () => {
    expect(baseChanges(before, after)).toEqual([
      { moduleId: 'safety', kind: 'CHANGED', fromVersionId: 'safety-1', toVersionId: 'safety-2' },
      { moduleId: 'audit', kind: 'REMOVED', fromVersionId: 'audit-1', toVersionId: null },
      { moduleId: 'finance', kind: 'ADDED', fromVersionId: null, toVersionId: 'finance-1' },
    ]);
  });

  it('is nothing when modules only changed places', () => {
    expect(baseChanges(before, [...before].reverse())).toEqual([]);
  });
});

describe('a conflict', () => {
  const changes = baseChanges(before, after);

  it.each([
    ['a module that only the variant changed', override('law', OverrideKind.CHANGE_HOURS), []],
    ['a module that both changed', override('safety', OverrideKind.CHANGE_HOURS), ['BOTH_CHANGED']],
    ['a module dropped here and changed there', override('safety', OverrideKind.DROP), ['BOTH_CHANGED']],
    ['a module overridden here and gone there', override('audit', OverrideKind.REPLACE), ['MODULE_GONE']],
    ['a module that both added', override('finance', OverrideKind.ADD), ['NOW_IN_BASE']],
  ])('over %s', (_, change, expected) => {
    expect(conflictsOf(changes, [change]).map(({ kind }) => kind)).toEqual(expected);
  });

  it('lets the override stay only where there is still a module to override', () => {
    const conflicts = conflictsOf(changes, [
      override('safety', OverrideKind.DROP),
      override('audit', OverrideKind.REPLACE),
      override('finance', OverrideKind.ADD),
    ]);
    expect(conflicts.map(mayKeep)).toEqual([true, false, false]);
  });
});
