import {
  array,
  assert,
  boolean,
  constantFrom,
  double,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';
import {
  LegalUnit,
  LegalVerification,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from '../law/law.enums.js';
import { findings } from './engine.js';
import { type AlignmentFacts, Coverage, type ProgramFacts, type RequirementFacts, Verdict } from './engine.types.js';

const TODAY = '2026-11-22';

const taught = (lecture: number, more: object = {}) => ({ lecture, practice: 0, selfStudy: 0, assessment: 0, ...more });
const module = (moduleId: string, hours = taught(20), isElective = false) => ({
  moduleId,
  hours,
  isElective,
  outcomeIds: [`${moduleId} 1`, `${moduleId} 2`],
});

const program = (more: Partial<ProgramFacts> = {}): ProgramFacts => ({
  roleCodes: ['OSH_SPEC'],
  modules: [module('law'), module('safety')],
  repeatMonths: null,
  trainingModes: null,
  documents: null,
  providers: null,
  ...more,
});

const asks = (kind: RequirementKind, more: Partial<RequirementFacts> = {}): RequirementFacts => ({
  id: 'r',
  key: 'r',
  kind,
  roleCodes: [],
  otherAudience: [],
  value: null,
  unit: null,
  trainingModes: [],
  documents: [],
  providers: [],
  verification: LegalVerification.VERIFIED,
  isActInForce: true,
  from: null,
  until: null,
  ...more,
});

const tie = (moduleId: string, coverage = Coverage.COVERS, more: Partial<AlignmentFacts> = {}): AlignmentFacts => ({
  moduleId,
  outcomeId: null,
  requirementKey: 'r',
  coverage,
  hours: null,
  reason: null,
  isToBeRechecked: false,
  ...more,
});

function finding(given: ProgramFacts, requirement: RequirementFacts, ties: AlignmentFacts[] = [], on = TODAY) {
  const [only] = findings(given, [requirement], ties, on);
  if (!only) throw new Error('no requirement was in force');
  return only;
}

const keys = (given: ReturnType<typeof finding>) => given.because.map(({ key }) => key);

const HOURS = asks(RequirementKind.MIN_HOURS, { value: 40 });
const PARTLY = Coverage.COVERS_PARTLY;

describe('forty hours are asked for', () => {
  it.each([
    ['and two modules of twenty cover them', program(), [tie('law'), tie('safety')], Verdict.MET, 40],
    ['and one module of twenty covers them', program(), [tie('law')], Verdict.PARTLY_MET, 20],
    ['and no module is tied to them', program(), [], Verdict.UNMET, 0],
    ['and the tied module is not in the program', program(), [tie('history')], Verdict.UNMET, 0],
    [
      'and practice and assessment count like lectures',
      program({ modules: [module('law', taught(30, { practice: 8, assessment: 2 }))] }),
      [tie('law')],
      Verdict.MET,
      40,
    ],
    [
      'and self-study does not count',
      program({ modules: [module('law', taught(30, { selfStudy: 10 }))] }),
      [tie('law')],
      Verdict.PARTLY_MET,
      30,
    ],
    [
      'and an elective does not count',
      program({ modules: [module('law'), module('safety', taught(20), true)] }),
      [tie('law'), tie('safety')],
      Verdict.PARTLY_MET,
      20,
    ],
    [
      'and of a module that covers partly the serving hours count',
      program(),
      [tie('law'), tie('safety', PARTLY, { hours: 12 })],
      Verdict.PARTLY_MET,
      32,
    ],
    [
      'and a module never serves with more hours than it has',
      program(),
      [tie('law'), tie('safety', PARTLY, { hours: 90 })],
      Verdict.MET,
      40,
    ],
    ['and partly without a number of hours counts nothing', program(), [tie('law', PARTLY)], Verdict.UNMET, 0],
    [
      'and hours with digits after the point add up exactly',
      program({ modules: [module('law', taught(39.9)), module('safety', taught(0.1))] }),
      [tie('law'), tie('safety')],
      Verdict.MET,
      40,
    ],
  ])('%s', (_, given, ties, verdict, found) => {
    expect(finding(given, HOURS, ties)).toMatchObject({ verdict, hours: { found, asked: 40 } });
  });

  it('tells what is missing, and which hours did not count', () => {
    const given = program({
      modules: [module('law', taught(10, { selfStudy: 6 })), module('safety', taught(20), true)],
    });
    expect(finding(given, HOURS, [tie('law'), tie('safety')]).because).toEqual([
      { key: 'hours-short', values: { found: 10, asked: 40, missing: 30 } },
      { key: 'electives-not-counted', values: { hours: 20 } },
      { key: 'self-study-not-counted', values: { hours: 6 } },
    ]);
  });

  it('names the modules that count', () => {
    expect(finding(program(), HOURS, [tie('safety'), tie('law')]).moduleIds).toEqual(['law', 'safety']);
  });
});

describe('what the law asks, kind by kind', () => {
  const { RECERT_INTERVAL, DELIVERY_MODE, DOCUMENT, PROVIDER, CONTENT, AUDIENCE, FRAMEWORK } = RequirementKind;
  const { IN_PERSON, ONLINE } = TrainingMode;
  const every36 = asks(RECERT_INTERVAL, { value: 36 });
  const inPerson = asks(DELIVERY_MODE, { trainingModes: [IN_PERSON] });
  const check = asks(DOCUMENT, { documents: [TrainingDocument.KNOWLEDGE_CHECK] });
  const center = asks(PROVIDER, { providers: [TrainingProvider.TRAINING_CENTER] });

  it.each([
    ['every three years: repeated every two', program({ repeatMonths: 24 }), every36, [], Verdict.MET, 'interval-met'],
    [
      'every three years: repeated on the very day',
      program({ repeatMonths: 36 }),
      every36,
      [],
      Verdict.MET,
      'interval-met',
    ],
    [
      'every three years: repeated every five',
      program({ repeatMonths: 60 }),
      every36,
      [],
      Verdict.UNMET,
      'interval-too-long',
    ],
    ['every three years: the program does not say', program(), every36, [], Verdict.UNMET, 'interval-not-said'],
    [
      'an interval that nobody read',
      program({ repeatMonths: 36 }),
      asks(RECERT_INTERVAL),
      [],
      Verdict.UNDECIDABLE,
      'number-not-known',
    ],
    ['in person: taught so', program({ trainingModes: [IN_PERSON] }), inPerson, [], Verdict.MET, 'mode-met'],
    [
      'in person: taught both ways',
      program({ trainingModes: [IN_PERSON, ONLINE] }),
      inPerson,
      [],
      Verdict.PARTLY_MET,
      'mode-not-allowed',
    ],
    ['in person: taught online', program({ trainingModes: [ONLINE] }), inPerson, [], Verdict.UNMET, 'mode-not-allowed'],
    ['in person: the program does not say', program(), inPerson, [], Verdict.UNMET, 'mode-not-said'],
    [
      'a form that the act does not name',
      program({ trainingModes: [ONLINE] }),
      asks(DELIVERY_MODE),
      [],
      Verdict.UNDECIDABLE,
      'law-silent',
    ],
    [
      'proof of a check: it is issued beside another document',
      program({ documents: [TrainingDocument.ATTENDANCE, TrainingDocument.KNOWLEDGE_CHECK] }),
      check,
      [],
      Verdict.MET,
      'document-met',
    ],
    [
      'proof of a check: only attendance is proven',
      program({ documents: [TrainingDocument.ATTENDANCE] }),
      check,
      [],
      Verdict.UNMET,
      'document-not-accepted',
    ],
    [
      'a training center: it teaches',
      program({ providers: [TrainingProvider.TRAINING_CENTER] }),
      center,
      [],
      Verdict.MET,
      'provider-met',
    ],
    ['a training center: the program does not say', program(), center, [], Verdict.UNMET, 'provider-not-said'],
    ['who may teach, in words: an editor judged', program(), asks(PROVIDER), [tie('law')], Verdict.MET, 'covered'],
    ['contents: covered', program(), asks(CONTENT), [tie('law', PARTLY), tie('safety')], Verdict.MET, 'covered'],
    ['contents: covered partly', program(), asks(CONTENT), [tie('law', PARTLY)], Verdict.PARTLY_MET, 'covered-partly'],
    [
      'contents: covered by an elective alone',
      program({ modules: [module('law', taught(20), true)] }),
      asks(CONTENT),
      [tie('law')],
      Verdict.PARTLY_MET,
      'covered-by-elective',
    ],
    ['contents: nobody tied a module to them', program(), asks(CONTENT), [], Verdict.UNMET, 'nothing-aligned'],
    [
      'who has to be trained: this program trains them',
      program(),
      asks(AUDIENCE, { roleCodes: ['OSH_SPEC'] }),
      [],
      Verdict.MET,
      'audience-served',
    ],
    ['what an act governs in general', program(), asks(FRAMEWORK), [], Verdict.NOT_APPLICABLE, 'asks-nothing'],
    [
      'what an act governs in general: an editor tied it',
      program(),
      asks(FRAMEWORK),
      [tie('law')],
      Verdict.MET,
      'covered',
    ],
  ] as const)('%s', (_, given, requirement, ties, verdict, key) => {
    const answer = finding(given, requirement, [...ties]);
    expect({ verdict: answer.verdict, key: keys(answer)[0] }).toEqual({ verdict, key });
  });
});

describe('an act that says hours, and not which', () => {
  const open = asks(RequirementKind.MIN_HOURS, { value: 30, unit: LegalUnit.HOURS });
  it.each([
    ['is met when the academic hours are as many at 45 minutes each', 40, Verdict.MET],
    ['cannot be decided where only the number is reached', 39.5, Verdict.UNDECIDABLE],
    ['cannot be decided where the number is just reached', 30, Verdict.UNDECIDABLE],
    ['is not met when even the number is not', 29, Verdict.PARTLY_MET],
  ])('%s', (_, hours, verdict) => {
    expect(finding(program({ modules: [module('law', taught(hours))] }), open, [tie('law')]).verdict).toBe(verdict);
  });
});

describe('whom a requirement speaks of', () => {
  const hours = (more: Partial<RequirementFacts>) => asks(RequirementKind.MIN_HOURS, { value: 40, ...more });

  it.each([
    ['a role that this program trains', { roleCodes: ['OSH_SPEC', 'TECH_INSP'] }, Verdict.UNMET, ['OSH_SPEC']],
    ['another role', { roleCodes: ['TECH_INSP'] }, Verdict.NOT_APPLICABLE, []],
    ['people told in words only', { otherAudience: ['managers'] }, Verdict.UNDECIDABLE, []],
    [
      'another role, and people told in words',
      { roleCodes: ['TECH_INSP'], otherAudience: ['managers'] },
      Verdict.UNDECIDABLE,
      [],
    ],
    [
      'a role that it trains, and people told in words',
      { roleCodes: ['OSH_SPEC'], otherAudience: ['managers'] },
      Verdict.UNMET,
      ['OSH_SPEC'],
    ],
    ['everybody', {}, Verdict.UNMET, []],
  ])('%s', (_, more, verdict, served) => {
    expect(finding(program(), hours(more))).toMatchObject({ verdict, audience: { served } });
  });

  it('anybody, when the program is for every role', () => {
    expect(finding(program({ roleCodes: [] }), hours({ roleCodes: ['TECH_INSP'] })).verdict).toBe(Verdict.UNMET);
  });

  it('an editor can say that it does not apply, and why', () => {
    const reason = 'for hazardous sites only';
    const ties = ['law', 'safety'].map((id) => tie(id, Coverage.NOT_APPLICABLE, { reason }));
    const answer = finding(program(), HOURS, ties);
    expect(answer.verdict).toBe(Verdict.NOT_APPLICABLE);
    expect(answer.because).toEqual([{ key: 'exempted', values: { reason: 'for hazardous sites only' } }]);
  });

  it('is not exempt because one of its modules is', () => {
    const answer = finding(program(), HOURS, [tie('law', Coverage.NOT_APPLICABLE, { reason: 'other' })]);
    expect(answer).toMatchObject({ verdict: Verdict.UNMET, isBlocking: true });
    expect(answer.because).toContainEqual({ key: 'some-exempted', values: { count: 1 } });
  });

  it('is exempt when all that every learner takes is, whatever is said of electives', () => {
    const given = program({ modules: [module('law'), module('safety', taught(20), true)] });
    const answer = finding(given, HOURS, [tie('law', Coverage.NOT_APPLICABLE, { reason: 'other' })]);
    expect(answer.verdict).toBe(Verdict.NOT_APPLICABLE);
  });

  it('counts for one module though an editor exempts another', () => {
    const ties = [tie('law', Coverage.NOT_APPLICABLE, { reason: 'other' }), tie('safety')];
    expect(finding(program(), HOURS, ties)).toMatchObject({ verdict: Verdict.PARTLY_MET, hours: { found: 20 } });
  });
});

describe('a learning outcome', () => {
  const outcome = (id: string, more: Partial<AlignmentFacts> = {}, coverage = Coverage.COVERS) =>
    tie(id.split(' ')[0] as string, coverage, { outcomeId: id, ...more });
  const content = asks(RequirementKind.CONTENT);

  it.each([
    ['covers contents by itself', [outcome('law 1')], Verdict.MET, 'covered-by-outcome', ['law 1']],
    [
      'covers them in part',
      [outcome('law 1', {}, Coverage.COVERS_PARTLY)],
      Verdict.PARTLY_MET,
      'covered-partly',
      ['law 1'],
    ],
    ['stands behind a module that covers them', [outcome('law 1'), tie('safety')], Verdict.MET, 'covered', ['law 1']],
    ['counts no longer when the module dropped it', [outcome('law 9')], Verdict.UNMET, 'nothing-aligned', []],
    [
      'that a requirement does not concern exempts nothing',
      [outcome('law 1', { reason: 'other' }, Coverage.NOT_APPLICABLE)],
      Verdict.UNMET,
      'nothing-aligned',
      [],
    ],
  ])('%s', (_, ties, verdict, key, outcomeIds) => {
    const answer = finding(program(), content, ties);
    expect(answer).toMatchObject({ verdict, outcomeIds });
    expect(answer.because[0]?.key).toBe(key);
  });

  it('of an elective covers only for those who take it', () => {
    const given = program({ modules: [module('law', taught(20), true)] });
    expect(finding(given, content, [outcome('law 1')]).because[0]?.key).toBe('covered-by-elective');
  });

  it.each([
    ['serves the hours that the editor names', [outcome('law 1', { hours: 5 })], 5],
    ['serves none when nobody named them', [outcome('law 1')], 0],
    ['adds to another of the same module', [outcome('law 1', { hours: 5 }), outcome('law 2', { hours: 4 })], 9],
    ['never takes a module beyond its hours', [outcome('law 1', { hours: 15 }), outcome('law 2', { hours: 15 })], 20],
    ['adds nothing to a module that counts whole', [tie('law'), outcome('law 1', { hours: 5 })], 20],
    ['adds to another module', [tie('law'), outcome('safety 1', { hours: 5 })], 25],
  ])('%s', (_, ties, found) => {
    expect(finding(program(), HOURS, ties).hours).toEqual({ found, asked: 40 });
  });
});

describe('what keeps a variant from being published', () => {
  it.each([
    ['a verified requirement of an act in force', {}, true, ['hours-short']],
    ['not an unverified one', { verification: LegalVerification.UNVERIFIED }, false, ['hours-short', 'unverified']],
    ['not one that was read in part', { verification: LegalVerification.PARTLY }, false, ['hours-short', 'unverified']],
    ['not one of an act that may have been replaced', { isActInForce: false }, false, ['hours-short', 'act-doubtful']],
  ])('%s', (_, more, isBlocking, because) => {
    const answer = finding(program(), { ...HOURS, ...more });
    expect(answer.isBlocking).toBe(isBlocking);
    expect(keys(answer)).toEqual(because);
  });

  it('nothing that is met', () => {
    expect(finding(program(), HOURS, [tie('law'), tie('safety')]).isBlocking).toBe(false);
  });
});

describe('the day that is asked about', () => {
  const first = asks(RequirementKind.MIN_HOURS, { id: 'first', value: 40, until: '2027-01-01' });
  const second = asks(RequirementKind.MIN_HOURS, { id: 'second', value: 72, from: '2027-01-01' });
  const ties = [tie('law'), tie('safety')];
  const on = (day: string) =>
    findings(program(), [first, second], ties, day).map((it) => [it.requirementId, it.verdict]);

  it('decides which edition is asked', () => {
    expect(on('2026-12-31')).toEqual([['first', Verdict.MET]]);
    expect(on('2027-01-01')).toEqual([['second', Verdict.PARTLY_MET]]);
  });

  it('marks what an editor judged under the edition before', () => {
    const old = ties.map((it) => ({ ...it, isToBeRechecked: true }));
    expect(findings(program(), [second], old, '2027-01-01')[0]?.isToBeRechecked).toBe(true);
  });
});

describe('whatever is asked', () => {
  const hours = double({ min: 0, max: 100, noNaN: true }).map((it) => Math.round(it * 4) / 4);
  const someHours = record({ lecture: hours, practice: hours, selfStudy: hours, assessment: hours });
  const ids = ['a', 'b', 'c', 'd'] as const;
  const someProgram = record({
    modules: shuffledSubarray([...ids], { minLength: 1 }).chain((chosen) =>
      array(record({ hours: someHours, isElective: boolean() }), {
        minLength: chosen.length,
        maxLength: chosen.length,
      }).map((parts) =>
        parts.map((part, place) => ({ ...part, moduleId: chosen[place] as string, outcomeIds: ['1', '2'] })),
      ),
    ),
    repeatMonths: option(integer({ min: 1, max: 100 })),
  }).map((given) => program(given));
  const someTies = array(
    record({
      moduleId: constantFrom(...ids),
      outcomeId: option(constantFrom('1', '2')),
      coverage: constantFrom(...Object.values(Coverage)),
      hours: option(hours),
    }),
    { maxLength: 6 },
  ).map((list) =>
    [...new Map(list.map((it) => [`${it.moduleId} ${it.outcomeId}`, it])).values()].map((it) =>
      tie(it.moduleId, it.coverage, it),
    ),
  );
  const someRequirement = record({
    kind: constantFrom(...Object.values(RequirementKind)),
    value: option(integer({ min: 1, max: 150 })),
    verification: constantFrom(...Object.values(LegalVerification)),
  }).map(({ kind, ...more }) => asks(kind, more));
  const RANK = [Verdict.UNMET, Verdict.PARTLY_MET, Verdict.MET];

  it('more hours never make a requirement less met', () => {
    assert(
      property(someProgram, someTies, someRequirement, someHours, (given, ties, requirement, more) => {
        const richer = {
          ...given,
          modules: given.modules.map((it) => ({
            ...it,
            hours: {
              lecture: it.hours.lecture + more.lecture,
              practice: it.hours.practice + more.practice,
              selfStudy: it.hours.selfStudy + more.selfStudy,
              assessment: it.hours.assessment + more.assessment,
            },
          })),
        };
        const [before, after] = [finding(given, requirement, ties).verdict, finding(richer, requirement, ties).verdict];
        if (!RANK.includes(before)) return before === after;
        return RANK.indexOf(after) >= RANK.indexOf(before);
      }),
    );
  });

  it('never counts more hours than are taught, however modules and their outcomes are tied', () => {
    assert(
      property(someProgram, someTies, (given, ties) => {
        const { hours: counted } = finding(given, HOURS, ties);
        const taughtHours = given.modules.reduce(
          (sum, { hours: it }) => sum + it.lecture + it.practice + it.assessment,
          0,
        );
        return (counted?.found ?? 0) <= taughtHours + 0.01;
      }),
    );
  });

  it('what is not verified never blocks', () => {
    assert(
      property(someProgram, someTies, someRequirement, (given, ties, requirement) => {
        const { isBlocking } = finding(given, requirement, ties);
        return !isBlocking || requirement.verification === LegalVerification.VERIFIED;
      }),
    );
  });

  it('the order of modules and of alignments does not matter', () => {
    assert(
      property(someProgram, someTies, someRequirement, (given, ties, requirement) => {
        const turned = { ...given, modules: [...given.modules].reverse() };
        expect(finding(turned, requirement, [...ties].reverse())).toEqual(finding(given, requirement, ties));
      }),
    );
  });
});
