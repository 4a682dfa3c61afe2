import { LegalUnit, LegalVerification, RequirementKind } from '../law/law.enums.js';
import { findings } from './engine.js';
import { type AlignmentFacts, Coverage, type ProgramFacts, type RequirementFacts } from './engine.types.js';
import { recognize } from './recognition.rules.js';

const program = (...modules: [string, number][]): ProgramFacts => ({
  roleCodes: [],
  modules: modules.map(([moduleId, lecture]) => ({
    moduleId,
    isElective: false,
    outcomeIds: [],
    hours: { lecture, practice: 0, selfStudy: 0, assessment: 0 },
  })),
  repeatMonths: null,
  trainingModes: null,
  documents: null,
  providers: null,
});

const forty = (verification: LegalVerification): RequirementFacts => ({
  id: 'forty',
  key: 'forty',
  kind: RequirementKind.MIN_HOURS,
  roleCodes: [],
  otherAudience: [],
  value: 40,
  unit: LegalUnit.ACADEMIC_HOURS,
  trainingModes: [],
  documents: [],
  providers: [],
  verification,
  isActInForce: true,
  from: null,
  until: null,
});

const ties: AlignmentFacts[] = ['law', 'safety'].map((moduleId) => ({
  moduleId,
  outcomeId: null,
  requirementKey: 'forty',
  coverage: Coverage.COVERS,
  hours: null,
  reason: null,
  isToBeRechecked: false,
}));

const judgeForty = (given: ProgramFacts) => findings(given, [forty(LegalVerification.VERIFIED)], ties, '2026-11-22');

function answer(completed: ProgramFacts, wanted: ProgramFacts, verification = LegalVerification.VERIFIED) {
  const judge = (given: ProgramFacts) => findings(given, [forty(verification)], ties, '2026-11-22');
  const { verdict, bridge, unbridged } = recognize(completed, wanted, judge);
  return { verdict, bridge: bridge.map(({ moduleId }) => moduleId), unbridged: unbridged.length };
}

describe('a program completed in one country, before the law of another that asks for forty hours', () => {
  it.each([
    ['is recognized with forty', program(['law', 40]), program(['law', 40]), ['RECOGNIZED', [], 0]],
    [
      'is recognized after the module that it lacks',
      program(['law', 20]),
      program(['law', 20], ['safety', 20]),
      ['AFTER_BRIDGING', ['safety'], 0],
    ],
    [
      'is not sent to a module that does not help',
      program(['law', 20]),
      program(['law', 20], ['safety', 20], ['history', 90]),
      ['AFTER_BRIDGING', ['safety'], 0],
    ],
    [
      'is not sent to more modules than are needed',
      program(['history', 90]),
      program(['law', 40], ['safety', 40]),
      ['AFTER_BRIDGING', ['law'], 0],
    ],
    [
      'is recognized after the hours that the other country teaches more of the same module',
      program(['law', 30]),
      program(['law', 45]),
      ['AFTER_BRIDGING', ['law'], 0],
    ],
    [
      'is not sent to a module again that has no more hours there',
      program(['law', 30]),
      program(['law', 20], ['safety', 15]),
      ['AFTER_BRIDGING', ['safety'], 0],
    ],
    [
      'is not recognized when even both together are too short',
      program(['law', 10]),
      program(['law', 10], ['safety', 20]),
      ['NOT_RECOGNIZED', ['safety'], 1],
    ],
  ])('%s', (_, completed, wanted, [verdict, bridge, unbridged]) => {
    expect(answer(completed, wanted)).toEqual({ verdict, bridge, unbridged });
  });

  it('is recognized though short, where the requirement was never verified, and what is missing is still told', () => {
    expect(answer(program(['law', 10]), program(['safety', 40]), LegalVerification.UNVERIFIED)).toEqual({
      verdict: 'RECOGNIZED',
      bridge: ['safety'],
      unbridged: 0,
    });
  });

  it('tells how much of a module is left that was taken with fewer hours, and all of one that was not', () => {
    const { bridge } = recognize(program(['law', 10]), program(['law', 25], ['safety', 15]), judgeForty);
    expect(bridge.map(({ moduleId, hours }) => [moduleId, hours.lecture])).toEqual([
      ['law', 15],
      ['safety', 15],
    ]);
  });

  it('counts a module of the bridge though it is an elective in the completed program', () => {
    const chosen = program(['law', 40]);
    const completed = { ...chosen, modules: chosen.modules.map((module) => ({ ...module, isElective: true })) };
    expect(recognize(completed, program(['law', 40]), judgeForty)).toMatchObject({
      verdict: 'AFTER_BRIDGING',
      bridge: [{ moduleId: 'law', hours: { lecture: 40 } }],
    });
  });

  it('cannot be recognized or refused by a law that nobody entered', () => {
    expect(recognize(program(['law', 90]), program(['law', 90]), () => []).verdict).toBe('UNDECIDABLE');
  });
});
