import fc from 'fast-check';
import {
  type Completed,
  ModuleState,
  type ModuleToLearn,
  ProgressStanding,
  progressThrough,
  type RecognizedProgram,
  standingOf,
} from './progress.rules.js';

const module = (moduleId: string, more: Partial<ModuleToLearn> = {}): ModuleToLearn => ({
  moduleId,
  isElective: false,
  requiredModuleIds: [],
  hours: 8,
  courseIds: [`course of ${moduleId}`],
  ...more,
});
const done = (courseId: string, completedOn = '2026-01-10'): Completed => ({
  courseId,
  enrollmentId: `place in ${courseId}`,
  offeringId: `offering of ${courseId}`,
  completedOn,
});

const LAW = module('law');
const SAFETY = module('safety', { requiredModuleIds: ['law'], hours: 4.5, courseIds: ['safety uz', 'safety ru'] });
const SPEECH = module('speech', { isElective: true, requiredModuleIds: ['safety'], hours: 6 });
const PROGRAM = [LAW, SAFETY, SPEECH];

describe('progress through a curriculum', () => {
  it.each<[string, Completed[], ModuleState[], number, number, string[]]>([
    [
      'has done nothing',
      [],
      [ModuleState.AVAILABLE, ModuleState.WAITING, ModuleState.WAITING],
      0,
      0,
      ['law', 'safety'],
    ],
    [
      'completed the first module',
      [done('course of law')],
      [ModuleState.SATISFIED, ModuleState.AVAILABLE, ModuleState.WAITING],
      8,
      0,
      ['safety'],
    ],
    [
      'completed either course of a module, out of order',
      [done('safety ru')],
      [ModuleState.AVAILABLE, ModuleState.SATISFIED, ModuleState.AVAILABLE],
      4.5,
      0,
      ['law'],
    ],
    [
      'completed both courses of a module, which counts once',
      [done('safety ru'), done('safety uz')],
      [ModuleState.AVAILABLE, ModuleState.SATISFIED, ModuleState.AVAILABLE],
      4.5,
      0,
      ['law'],
    ],
    [
      'took the elective alone, which no compulsory hour is',
      [done('course of speech')],
      [ModuleState.AVAILABLE, ModuleState.WAITING, ModuleState.SATISFIED],
      0,
      6,
      ['law', 'safety'],
    ],
    [
      'completed all that is compulsory',
      [done('course of law'), done('safety uz')],
      [ModuleState.SATISFIED, ModuleState.SATISFIED, ModuleState.AVAILABLE],
      12.5,
      0,
      [],
    ],
    [
      'completed courses of other curricula',
      [done('elsewhere')],
      [ModuleState.AVAILABLE, ModuleState.WAITING, ModuleState.WAITING],
      0,
      0,
      ['law', 'safety'],
    ],
  ])('of somebody who %s', (_, completed, states, hoursDone, electiveHoursDone, remainingModuleIds) => {
    const progress = progressThrough(PROGRAM, completed);
    expect(progress.modules.map(({ state }) => state)).toEqual(states);
    expect(progress).toMatchObject({ hoursDone, electiveHoursDone, remainingModuleIds, hoursAsked: 12.5 });
  });

  it('names the first completion that delivered a module, and what a module waits for', () => {
    const progress = progressThrough(PROGRAM, [done('safety ru', '2026-03-01'), done('safety uz', '2026-02-01')]);
    expect(progress.modules[1]?.satisfiedBy?.courseId).toBe('safety uz');
    expect(progressThrough(PROGRAM, []).modules[2]?.waitsForModuleIds).toEqual(['safety']);
  });

  it('never takes back what was done, and always leaves a next step in a program without circles', () => {
    const program = fc
      .array(
        fc.record({ isElective: fc.boolean(), hours: fc.integer({ min: 1, max: 40 }), before: fc.array(fc.nat(20)) }),
        { minLength: 1, maxLength: 20 },
      )
      .map((drawn) =>
        drawn.map(({ before, ...rest }, place) =>
          // Only modules before it, so there is no circle.
          module(`m${place}`, {
            ...rest,
            requiredModuleIds: [...new Set(before.filter((other) => other < place))].map((other) => `m${other}`),
          }),
        ),
      );
    fc.assert(
      fc.property(program, fc.array(fc.nat(19)), fc.nat(19), (modules, taken, next) => {
        const completed = taken.map((place) => done(`course of m${place}`));
        const [before, after] = [completed, [...completed, done(`course of m${next}`)]].map((given) =>
          progressThrough(modules, given),
        );
        if (!before || !after) throw new Error('two were asked');
        const satisfied = (progress: typeof before) =>
          progress.modules.filter(({ state }) => state === ModuleState.SATISFIED).map(({ moduleId }) => moduleId);

        expect(satisfied(after)).toEqual(expect.arrayContaining(satisfied(before)));
        expect(after.hoursDone).toBeGreaterThanOrEqual(before.hoursDone);
        expect(after.hoursDone).toBeLessThanOrEqual(after.hoursAsked);
        const isOpen = ({ state }: { state: ModuleState }) => state === ModuleState.AVAILABLE;
        expect(before.modules.some(isOpen)).toBe(satisfied(before).length < modules.length);
        expect(before.hoursDone === before.hoursAsked).toBe(before.remainingModuleIds.length === 0);
      }),
    );
  });
});

describe('where somebody stands', () => {
  const from = (fromCountryCode: string, bridgeModuleIds: string[], isRecognizable = true): RecognizedProgram => ({
    fromCountryCode,
    bridgeModuleIds,
    isRecognizable,
  });

  it.each<[string, Completed[], RecognizedProgram[], ProgressStanding, string | null, string[]]>([
    ['has not begun', [], [], ProgressStanding.NOT_BEGUN, null, ['law', 'safety']],
    ['is on the way', [done('safety uz')], [], ProgressStanding.IN_PROGRESS, null, ['law']],
    [
      'is on the way by an elective',
      [done('course of speech')],
      [],
      ProgressStanding.IN_PROGRESS,
      null,
      ['law', 'safety'],
    ],
    ['has all', [done('course of law'), done('safety uz')], [from('KZ', [])], ProgressStanding.COMPLETED, null, []],
    ['is recognized from abroad', [], [from('KZ', [])], ProgressStanding.RECOGNIZED, 'KZ', []],
    ['has a bridge to take', [], [from('KZ', ['safety'])], ProgressStanding.IN_PROGRESS, 'KZ', ['safety']],
    ['took the bridge', [done('safety uz')], [from('KZ', ['safety'])], ProgressStanding.RECOGNIZED, 'KZ', []],
    [
      'has two bridges',
      [],
      [from('TJ', ['law', 'safety']), from('KZ', ['law'])],
      ProgressStanding.IN_PROGRESS,
      'KZ',
      ['law'],
    ],
    ['is not recognized', [], [from('KZ', [], false)], ProgressStanding.NOT_BEGUN, null, ['law', 'safety']],
  ])('when a learner %s', (_, completed, recognized, standing, recognizedFrom, remainingModuleIds) => {
    expect(standingOf(progressThrough(PROGRAM, completed), recognized)).toEqual({
      standing,
      recognizedFrom,
      remainingModuleIds,
    });
  });

  it('is not complete in a program that teaches nothing', () => {
    expect(standingOf(progressThrough([], []), []).standing).toBe(ProgressStanding.NOT_BEGUN);
  });
});
