import { type Academy, countOf, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  align,
  changeInput,
  type MadeAct,
  newAct,
  newModule,
  newVariant,
  publish,
  publishedCurriculum,
  reviseModule,
  send,
} from '../../support/curriculum.world.js';
import { statementsOf } from '../../support/query-count.js';

const COUNTRIES = ['AF', 'AZ', 'KG', 'KZ', 'TJ', 'TM', 'UZ'];
const HOURS = { code: 'min-hours', kind: 'MIN_HOURS', value: 40, unit: 'ACADEMIC_HOURS' };
const FINDING = `requirementId verdict isBlocking isToBeRechecked hours { found asked } months { found asked }
  audience { asked served inWords } moduleIds outcomeIds explanation requirement { edition { number act { code } } }`;

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy();
});

/** The findings about one act only: other tests have acts of their own. */
async function findingsOf(curriculumId: string, act: MadeAct, { on = null as string | null, headers = {} } = {}) {
  const answer = await client.as(academy.admin).send(
    `query ($id: ID!, $country: String, $on: Date) { curriculum(id: $id) { alignment(countryCode: $country, on: $on) {
      curriculum { id } findings { ${FINDING} } } } }`,
    { id: curriculumId, country: act.countryCode, on },
    headers,
  );
  expect(answer).toSucceed();
  return answer.data.curriculum.alignment.findings.filter(
    ({ requirement }: any) => requirement.edition.act.code === act.code,
  );
}

/** Outcomes of all modules, in order. */
async function outcomesOf(id: string): Promise<string[]> {
  const { data } = await client.send(
    'query ($id: ID!) { curriculum(id: $id) { version { modules { version { outcomes { id } } } } } }',
    { id },
  );
  return data.curriculum.version.modules.flatMap(({ version }: any) => version.outcomes.map((it: any) => it.id));
}

describe('a curriculum before the law of a country', () => {
  it('is told what it meets, with the numbers, the modules that count, and why in the reader’s language', async () => {
    const act = await newAct('KZ', [{ ...HOURS, roleCodes: ['YOUTH'] }]);
    const [law, safety] = [await newModule(academy, { hours: { lecture: 24 } }), await newModule(academy)];
    const id = await publishedCurriculum(academy, { modules: [law, safety], roleCodes: ['YOUTH'] });
    await align(academy, id, law, act.requirements['min-hours']);

    const found = await findingsOf(id, act, { headers: { 'accept-language': 'ru' } });

    expect(found).toEqual([
      {
        requirementId: act.requirements['min-hours'],
        verdict: 'PARTLY_MET',
        isBlocking: true,
        isToBeRechecked: false,
        hours: { found: 24, asked: 40 },
        months: null,
        audience: { asked: ['YOUTH'], served: ['YOUTH'], inWords: [] },
        moduleIds: [law],
        outcomeIds: [],
        explanation: ['Засчитано часов: 24, требуется: 40, не хватает: 16.'],
        requirement: { edition: { number: 1, act: { code: act.code } } },
      },
    ]);
  });

  it('lets a variant judge otherwise than its base, for its own country alone', async () => {
    const [kz, uz] = [await newAct('KZ', [HOURS]), await newAct('UZ', [HOURS])];
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    const variant = await newVariant(academy, base, 'KZ');
    for (const act of [kz, uz]) await align(academy, base, law, act.requirements['min-hours']);
    await align(academy, variant, law, kz.requirements['min-hours'], { coverage: 'COVERS_PARTLY', hours: 10 });

    expect(await findingsOf(base, kz)).toMatchObject([{ verdict: 'PARTLY_MET', hours: { found: 10 } }]);
    expect(await findingsOf(base, uz)).toMatchObject([{ verdict: 'MET', hours: { found: 40 } }]);
  });

  it('is asked what was in force on the day', async () => {
    const act = await newAct('KZ', [HOURS], { inForceFrom: '2020-01-01' });
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const id = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    await align(academy, id, law, act.requirements['min-hours']);
    const change = changeInput(act, '2030-01-01', [{ ...HOURS, value: 72 }]);
    expect(await send(academy.admin, 'recordLegalActChange', change, 'edition { id }')).toSucceed();

    expect(await findingsOf(id, act, { on: '2019-12-31' })).toEqual([]);
    expect(await findingsOf(id, act, { on: '2029-12-31' })).toMatchObject([{ verdict: 'MET', hours: { asked: 40 } }]);
    expect(await findingsOf(id, act, { on: '2030-01-01' })).toMatchObject([
      { verdict: 'PARTLY_MET', hours: { found: 40, asked: 72 } },
    ]);
  });

  it('counts one learning outcome by itself, also after the module was revised, until the outcome is dropped', async () => {
    const act = await newAct('KZ', [{ code: 'content' }, HOURS]);
    const outcomes = [{ en: 'Read a contract' }, { en: 'Write an application' }];
    const law = await newModule(academy, { hours: { lecture: 8 }, outcomes });
    const id = await publishedCurriculum(academy, { modules: [law], roleCodes: ['YOUTH'] });
    const outcomeIds = await outcomesOf(id);
    const tied = { outcomeId: outcomeIds[1], coverage: 'COVERS' };
    await align(academy, id, law, act.requirements.content, tied);
    await align(academy, id, law, act.requirements['min-hours'], { ...tied, hours: 3 });
    const found = await findingsOf(id, act, { headers: { 'accept-language': 'en' } });
    expect(found).toMatchObject([
      {
        verdict: 'MET',
        moduleIds: [law],
        outcomeIds: [outcomeIds[1]],
        explanation: ['A learning outcome that every learner reaches covers it.'],
      },
      { verdict: 'PARTLY_MET', hours: { found: 3, asked: 40 }, outcomeIds: [outcomeIds[1]] },
    ]);

    const retake = async (texts: Record<string, string>[]) => {
      await reviseModule(academy, law, { hours: { lecture: 8 }, outcomes: texts });
      const taken = await send(
        academy.admin,
        'takeModuleVersion',
        { curriculumId: id, moduleId: law },
        'curriculum { id }',
      );
      expect(taken).toSucceed();
      await publish(academy, id);
    };
    await retake([{ en: 'Write an application', uz: 'Ariza yozish' }, { en: 'Speak at a meeting' }]);
    expect((await outcomesOf(id))[0]).toBe(outcomeIds[1]);
    expect(await findingsOf(id, act)).toMatchObject([{ verdict: 'MET' }, { hours: { found: 3 } }]);

    await retake([{ en: 'Speak at a meeting' }]);
    expect(await findingsOf(id, act)).toMatchObject([{ verdict: 'UNMET' }, { hours: { found: 0 } }]);
  });

  it('is not exempt from a requirement that does not concern one module or outcome, only when all were judged so', async () => {
    const act = await newAct('KZ', [{ ...HOURS, roleCodes: ['YOUTH'] }]);
    const law = await newModule(academy, { outcomes: [{ en: 'Read a contract' }] });
    const safety = await newModule(academy);
    const id = await publishedCurriculum(academy, { modules: [law, safety], roleCodes: ['YOUTH'] });
    const [outcomeId] = await outcomesOf(id);
    const not = { coverage: 'NOT_APPLICABLE', reason: 'for hazardous sites only' };
    const judge = async (moduleId: string, more: object = {}) => {
      await align(academy, id, moduleId, act.requirements['min-hours'], { ...not, ...more });
      return (await findingsOf(id, act, { headers: { 'accept-language': 'en' } }))[0];
    };

    expect(await judge(law, { outcomeId })).toMatchObject({ verdict: 'UNMET', isBlocking: true });
    expect(await judge(law)).toMatchObject({
      verdict: 'UNMET',
      explanation: [
        '0 hours count, 40 are asked for: 40 are missing.',
        'An editor judged that it does not concern 1 module; that exempts none of the others.',
      ],
    });
    expect(await judge(safety)).toMatchObject({
      verdict: 'NOT_APPLICABLE',
      explanation: ['An editor judged that it does not apply: for hazardous sites only'],
    });
  });

  it('is not aligned by an outcome that its module does not have', async () => {
    const act = await newAct('KZ', [HOURS]);
    const law = await newModule(academy, { outcomes: [{ en: 'Read a contract' }] });
    const other = await newModule(academy, { outcomes: [{ en: 'Read a contract' }] });
    const id = await publishedCurriculum(academy, { modules: [law, other] });
    const [, outcomeId] = await outcomesOf(id);
    const input = { curriculumId: id, moduleId: law, outcomeId, requirementId: act.requirements['min-hours'] };

    const answer = await send(academy.admin, 'alignModule', { ...input, coverage: 'COVERS' }, 'alignment { id }');

    expect(answer).toBeRefusedWith('OutcomeNotFound');
    expect(await countOf('alignment', 'curriculum_id = $1', [id])).toBe(0);
  });

  it.each([
    ['to law of another country than the variant’s', 'RequirementOfAnotherCountry', 'UZ', {}],
    ['as not applicable without a reason', 'NotApplicableNeedsReason', 'KZ', { coverage: 'NOT_APPLICABLE' }],
    ['with hours, though it covers wholly', 'HoursOnlyOfAPart', 'KZ', { hours: 3 }],
  ])('is not aligned %s', async (_, reason, country, more) => {
    const act = await newAct(country, [HOURS]);
    const law = await newModule(academy);
    const variant = await newVariant(academy, await publishedCurriculum(academy, { modules: [law] }), 'KZ');
    const input = {
      curriculumId: variant,
      moduleId: law,
      requirementId: act.requirements['min-hours'],
      coverage: 'COVERS',
    };

    expect(await send(academy.admin, 'alignModule', { ...input, ...more }, 'alignment { id }')).toBeRefusedWith(reason);

    expect(await countOf('alignment', 'curriculum_id = $1', [variant])).toBe(0);
  });

  it('is not aligned with a module it does not hold, with an edition that was replaced, or by a stranger', async () => {
    const act = await newAct('KZ', [HOURS]);
    const [law, other] = [await newModule(academy), await newModule(academy)];
    const id = await publishedCurriculum(academy, { modules: [law] });
    const input = { curriculumId: id, moduleId: law, requirementId: act.requirements['min-hours'], coverage: 'COVERS' };
    const sent = (more: object, who = academy.admin) =>
      send(who, 'alignModule', { ...input, ...more }, 'alignment { id }');
    expect(await sent({ moduleId: other })).toBeRefusedWith('ModuleNotFound');
    expect(await sent({}, (await newAcademy()).admin)).toBeRefusedWith('FORBIDDEN');
    await send(academy.admin, 'recordLegalActChange', changeInput(act, '2030-01-01', [HOURS]), 'edition { id }');
    expect(await sent({})).toBeRefusedWith('RequirementSuperseded');
    expect(await countOf('alignment', 'curriculum_id = $1', [id])).toBe(0);
  });
});

describe('a variant', () => {
  it('is not published while a verified requirement of its country is not met', async () => {
    const act = await newAct('TJ', [{ ...HOURS, roleCodes: ['AUDITOR'] }]);
    const law = await newModule(academy, { hours: { lecture: 40 } });
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['AUDITOR'] });
    const variant = await newVariant(academy, base, 'TJ');
    const published = () =>
      client.as(academy.admin).send(
        `mutation ($id: ID!) { publishCurriculum(input: { curriculumId: $id }) { curriculum { id }
          errors { __typename ... on RequirementNotMet { requirementId verdict hoursFound hoursAsked } } } }`,
        { id: variant },
      );

    expect((await published()).data.publishCurriculum.errors).toEqual([
      {
        __typename: 'RequirementNotMet',
        requirementId: act.requirements['min-hours'],
        verdict: 'UNMET',
        hoursFound: 0,
        hoursAsked: 40,
      },
    ]);

    await align(academy, variant, law, act.requirements['min-hours']);
    expect(await published()).toSucceed();
  });

  it('is published while only an unverified one is not met', async () => {
    await newAct('TM', [{ ...HOURS, roleCodes: ['YOUTH'], verification: 'UNVERIFIED' }]);
    const base = await publishedCurriculum(academy, { roleCodes: ['YOUTH'] });
    await publish(academy, await newVariant(academy, base, 'TM'));
  });
});

describe('the matrix', () => {
  const MATRIX = `query ($id: ID!) { alignmentMatrix(curriculumId: $id) { on countries { countryCode curriculum { id country { code } }
    counts { met partlyMet unmet undecidable notApplicable blocking toBeRechecked } conventions { standing convention { title } ratification { verification } }
    findings { verdict moduleIds requirement { text edition { act { code title } } } } } } }`;
  const matrix = (id: string) => client.as(academy.admin).send(MATRIX, { id });

  it('shows every country, each by its variant or else by the base', async () => {
    const base = await publishedCurriculum(academy, { roleCodes: ['YOUTH'] });
    const variant = await newVariant(academy, base, 'UZ');

    const { data } = await matrix(base);

    expect(data.alignmentMatrix.countries.map(({ countryCode }: any) => countryCode)).toEqual(COUNTRIES);
    expect(data.alignmentMatrix.countries.map(({ curriculum }: any) => curriculum.id)).toEqual(
      COUNTRIES.map((code) => (code === 'UZ' ? variant : base)),
    );
  });

  it('shows beside each country where it stands with the ILO conventions on the day, and how far that was checked', async () => {
    const base = await publishedCurriculum(academy, { roleCodes: ['YOUTH'] });
    const ask = async (on: string) => {
      const { data } = await client.send(
        `query ($id: ID!, $on: Date) { alignmentMatrix(curriculumId: $id, on: $on) { countries { countryCode conventions {
          standing convention { code } ratification { status date verification } } } } }`,
        { id: base, on },
      );
      return (country: string, code: string) =>
        data.alignmentMatrix.countries
          .find(({ countryCode }: any) => countryCode === country)
          .conventions.find(({ convention }: any) => convention.code === code);
    };
    const now = await ask('2026-11-27');
    expect(now('KZ', 'C187')).toMatchObject({ standing: 'IN_FORCE', ratification: { verification: 'VERIFIED' } });
    expect(now('UZ', 'C155')).toMatchObject({ standing: 'UNDER_WAY', ratification: { verification: 'PARTLY' } });
    expect(now('KZ', 'C140')).toMatchObject({ standing: 'NOT_RATIFIED', ratification: { date: null } });
    expect(now('KG', 'C155')).toMatchObject({ standing: 'NOT_KNOWN', ratification: { verification: 'UNVERIFIED' } });
    expect((await ask('2015-06-01'))('KZ', 'C187').standing).toBe('RATIFIED');
    const { data } = await client.send(
      'query ($id: ID!) { curriculum(id: $id) { conventions(countryCode: "MN", on: "2026-11-27") { standing ratification { status } } } }',
      { id: base },
    );
    expect(data.curriculum.conventions).toHaveLength(6);
    expect(data.curriculum.conventions[0]).toEqual({ standing: 'NOT_KNOWN', ratification: null });
  });

  it('costs as many statements for seven variants and forty modules as for one of each', async () => {
    const act = await newAct('KZ', [HOURS]);
    const modules = await Promise.all(Array.from({ length: 40 }, () => newModule(academy)));
    const small = await publishedCurriculum(academy, { modules: modules.slice(0, 1), roleCodes: ['YOUTH'] });
    const large = await publishedCurriculum(academy, { modules, roleCodes: ['YOUTH'] });
    await newVariant(academy, small, 'KZ');
    for (const country of COUNTRIES) await newVariant(academy, large, country);
    for (const id of [small, large]) await align(academy, id, modules[0] as string, act.requirements['min-hours']);

    const [one, seven] = [await matrix(small), await matrix(large)];

    expect(one).toSucceed();
    expect(seven).toSucceed();
    expect(statementsOf(seven)).toBe(statementsOf(one));
  }, 60_000);
});

describe('recognition', () => {
  const RECOGNITION = `query ($id: ID!, $from: String!, $to: String!) { recognition(curriculumId: $id, from: $from, to: $to) {
    verdict missing { requirementId hours { found asked } } bridge { moduleId requirementIds } unbridged { requirementId } } }`;

  it('goes one way and not the other, and names the modules that are missing', async () => {
    const kz = await newAct('KZ', [{ ...HOURS, value: 20, roleCodes: ['RESERVE'] }]);
    const uz = await newAct('UZ', [{ ...HOURS, value: 60, roleCodes: ['RESERVE'] }]);
    const [kzHours, uzHours] = [kz.requirements['min-hours'], uz.requirements['min-hours']];
    const [law, extra] = [
      await newModule(academy, { hours: { lecture: 40 } }),
      await newModule(academy, { hours: { lecture: 20 } }),
    ];
    const base = await publishedCurriculum(academy, { modules: [law], roleCodes: ['RESERVE'] });
    await newVariant(academy, base, 'KZ');
    const uzVariant = await newVariant(academy, base, 'UZ');
    const added = { curriculumId: uzVariant, moduleId: extra, kind: 'ADD', requirementId: uzHours };
    expect(await send(academy.admin, 'overrideModule', added, 'curriculum { id }')).toSucceed();
    await align(academy, base, law, kzHours);
    await align(academy, base, law, uzHours);
    await align(academy, uzVariant, extra, uzHours);
    const ask = async (from: string, to: string) =>
      (await client.as(academy.admin).send(RECOGNITION, { id: base, from, to })).data.recognition;

    const there = await ask('KZ', 'UZ');
    expect(there.verdict).toBe('AFTER_BRIDGING');
    expect(there.missing).toContainEqual({ requirementId: uzHours, hours: { found: 40, asked: 60 } });
    expect(there.bridge).toEqual([{ moduleId: extra, requirementIds: [uzHours] }]);
    expect(there.unbridged).not.toContainEqual({ requirementId: uzHours });

    const back = await ask('UZ', 'KZ');
    expect(back.verdict).toBe('RECOGNIZED');
    expect(back.bridge).toEqual([]);
  });
});
