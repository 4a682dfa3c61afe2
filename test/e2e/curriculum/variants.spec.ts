import { type Academy, countOf, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  newAct,
  newCurriculum,
  newModule,
  publish,
  publishedCurriculum,
  reviseModule,
  send,
} from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { statementsOf } from '../../support/query-count.js';

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy('ru');
});

const act = (mutation: string, input: object, who = academy.admin) => send(who, mutation, input, 'curriculum { id }');

async function variantOf(baseId: string, countryCode = 'KZ'): Promise<string> {
  const answer = await act('deriveVariant', { curriculumId: baseId, countryCode });
  expect(answer).toSucceed();
  return answer.data.deriveVariant.curriculum.id;
}

const MODULES =
  'modules { moduleId title hours { lecture } replacesModuleId overrides { kind reason requirement { code } } }';

async function read(id: string, fields: string) {
  const answer = await client.as(academy.admin).send(`query ($id: ID!) { curriculum(id: $id) { ${fields} } }`, { id });
  expect(answer).toSucceed();
  return answer.data.curriculum;
}

describe('a variant', () => {
  it('inherits what it does not say, words and roles included', async () => {
    const law = await newModule(academy, { titles: { en: 'Law' } });
    const base = await publishedCurriculum(academy, {
      titles: { ru: 'Основа' },
      modules: [law],
      roleCodes: ['TECH_INSP'],
    });
    const id = await variantOf(base);
    await publish(academy, id);

    const variant = await read(id, `title country { code } base { id } version { targetRoles { code } ${MODULES} }`);

    expect(variant).toMatchObject({ title: 'Основа', country: { code: 'KZ' }, base: { id: base } });
    expect(variant.version.targetRoles).toEqual([{ code: 'TECH_INSP' }]);
    expect(variant.version.modules).toMatchObject([
      { moduleId: law, title: 'Law', hours: { lecture: 8 }, overrides: [] },
    ]);
  });

  it('says module by module what is other, and which requirement forces it', async () => {
    const [law, safety, audit, own, local] = await Promise.all(
      ['Law', 'Safety', 'Audit', 'Own', 'Local'].map((title) => newModule(academy, { titles: { en: title } })),
    );
    const base = await publishedCurriculum(academy, { modules: [law, safety, audit] as string[] });
    const id = await variantOf(base);
    const rules = await newAct('KZ', [{ code: 'min-hours', kind: 'MIN_HOURS', value: 20, unit: 'HOURS' }]);
    const requirementId = rules.requirements['min-hours'];
    for (const override of [
      { moduleId: law, kind: 'CHANGE_HOURS', hours: { lecture: 20 }, requirementId, reason: 'The act asks for 20.' },
      { moduleId: law, kind: 'OTHER_TEXTS', translations: [{ locale: 'en', title: 'Law of Kazakhstan' }] },
      { moduleId: safety, kind: 'REPLACE', replacingModuleId: own },
      { moduleId: audit, kind: 'DROP' },
      { moduleId: local, kind: 'ADD' },
    ]) {
      expect(await act('overrideModule', { curriculumId: id, ...override })).toSucceed();
    }

    const { version } = await read(id, `version { ${MODULES} }`);

    expect(version.modules).toEqual([
      {
        moduleId: law,
        title: 'Law of Kazakhstan',
        hours: { lecture: 20 },
        replacesModuleId: null,
        overrides: [
          { kind: 'CHANGE_HOURS', reason: 'The act asks for 20.', requirement: { code: 'min-hours' } },
          { kind: 'OTHER_TEXTS', reason: null, requirement: null },
        ],
      },
      expect.objectContaining({ moduleId: own, title: 'Own', replacesModuleId: safety }),
      expect.objectContaining({
        moduleId: local,
        title: 'Local',
        overrides: [expect.objectContaining({ kind: 'ADD' })],
      }),
    ]);
  });

  it('is one per country, also when eight editors derive it at once', async () => {
    const base = await publishedCurriculum(academy);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => act('deriveVariant', { curriculumId: base, countryCode: 'UZ' })),
    );
    expect(answers.filter(({ data }) => data.deriveVariant.curriculum)).toHaveLength(1);
    expect(await countOf('curriculum', 'base_id = $1', [base])).toBe(1);
  });

  it('is not derived from a variant, neither by an editor nor in the database', async () => {
    const variant = await variantOf(await publishedCurriculum(academy));
    expect(await act('deriveVariant', { curriculumId: variant, countryCode: 'UZ' })).toBeRefusedWith(
      'VariantOfVariant',
    );
    expect(await countOf('curriculum', 'base_id = $1', [variant])).toBe(0);
    const database = await workerDatabase();
    const change = database.query(
      `INSERT INTO curriculum (id, owner_id, base_id, country_code) VALUES (gen_random_uuid(), $1, $2, 'UZ')`,
      [academy.id, variant],
    );
    await expect(change).rejects.toThrow('not another variant');
  });

  it.each([
    ['of a draft', 'BaseNotPublished', async () => ({ curriculumId: await newCurriculum(academy), countryCode: 'KZ' })],
    [
      'for no country',
      'UnknownCode',
      async () => ({ curriculumId: await publishedCurriculum(academy), countryCode: 'ZZ' }),
    ],
  ])('is not derived %s', async (_, reason, input) => {
    expect(await act('deriveVariant', await input())).toBeRefusedWith(reason);
  });

  it('is not derived by the admin of another academy', async () => {
    const base = await publishedCurriculum(academy);
    const stranger = (await newAcademy()).admin;
    const answer = await act('deriveVariant', { curriculumId: base, countryCode: 'KZ' }, stranger);
    expect(answer).toBeRefusedWith('FORBIDDEN');
    expect(await countOf('curriculum', 'base_id = $1', [base])).toBe(0);
  });

  it('names no requirement of another country, and changes its modules by overrides alone', async () => {
    const law = await newModule(academy);
    const id = await variantOf(await publishedCurriculum(academy, { modules: [law] }), 'UZ');
    const rules = await newAct('KZ', [{ code: 'content' }]);
    const forced = { curriculumId: id, moduleId: law, kind: 'DROP', requirementId: rules.requirements.content };
    expect(await act('overrideModule', forced)).toBeRefusedWith('RequirementOfAnotherCountry');
    const overrides = 'curriculum_override JOIN curriculum_version version ON version.id = version_id';
    expect(await countOf(overrides, 'curriculum_id = $1', [id])).toBe(0);
    expect(await act('updateCurriculum', { curriculumId: id, modules: [] })).toBeRefusedWith('VariantInherits');
  });
});

describe('a base that moved on', () => {
  async function movedOn() {
    const [law, safety, fresh] = [await newModule(academy), await newModule(academy), await newModule(academy)];
    const base = await publishedCurriculum(academy, { modules: [law, safety] });
    const variant = await variantOf(base);
    const hours = { curriculumId: variant, moduleId: law, kind: 'CHANGE_HOURS', hours: { lecture: 20 } };
    expect(await act('overrideModule', hours)).toSucceed();
    await reviseModule(academy, law, { hours: { lecture: 10 } });
    const modules = [{ moduleId: law }, { moduleId: fresh }];
    expect(await act('updateCurriculum', { curriculumId: base, modules })).toSucceed();
    expect(await act('takeModuleVersion', { curriculumId: base, moduleId: law })).toSucceed();
    await publish(academy, base);
    return { law, safety, fresh, base, variant };
  }

  const BEHIND = `behind { followedNumber newestNumber changes { moduleId kind conflict differences { part before after } } }`;

  it('shows its variant as behind, with what changed and where both changed the same', async () => {
    const { law, safety, fresh, variant } = await movedOn();
    const { behind } = await read(variant, BEHIND);
    expect(behind).toEqual({
      followedNumber: 1,
      newestNumber: 2,
      changes: [
        {
          moduleId: law,
          kind: 'CHANGED',
          conflict: 'BOTH_CHANGED',
          differences: [{ part: 'LECTURE_HOURS', before: '8', after: '10' }],
        },
        { moduleId: safety, kind: 'REMOVED', conflict: null, differences: [] },
        { moduleId: fresh, kind: 'ADDED', conflict: null, differences: [] },
      ],
    });
  });

  it('is not followed as long as nobody settled a conflict, and then as it was settled', async () => {
    const { law, fresh, variant } = await movedOn();
    expect(await act('rebaseVariant', { curriculumId: variant })).toBeRefusedWith('RebaseConflict');
    expect((await read(variant, BEHIND)).behind.followedNumber).toBe(1);

    const resolutions = [{ moduleId: law, choice: 'KEEP_OVERRIDE' }];
    expect(await act('rebaseVariant', { curriculumId: variant, resolutions })).toSucceed();

    const { behind, version } = await read(variant, `${BEHIND} version { ${MODULES} }`);
    expect(behind).toBeNull();
    expect(version.modules.map((it: any) => [it.moduleId, it.hours.lecture])).toEqual([
      [law, 20],
      [fresh, 8],
    ]);
  });

  it('is followed once, and published once, when six editors do it at the same moment', async () => {
    const { law, variant } = await movedOn();
    const atOnce = (mutation: string, input: object) =>
      Promise.all(Array.from({ length: 6 }, () => act(mutation, { curriculumId: variant, ...input })));
    const resolutions = [{ moduleId: law, choice: 'TAKE_BASE' }];

    const rebased = await atOnce('rebaseVariant', { resolutions });
    expect(rebased.filter(({ data }) => data.rebaseVariant.curriculum)).toHaveLength(1);
    const told = rebased.flatMap(({ data }) => data.rebaseVariant.errors.map((it: any) => it.__typename));
    expect(told).toEqual(Array(5).fill('VariantNotBehind'));

    const before = await countOf('curriculum_version', 'curriculum_id = $1 AND published_at IS NOT NULL', [variant]);
    const published = await atOnce('publishCurriculum', {});
    expect(published.filter(({ data }) => data.publishCurriculum.curriculum)).toHaveLength(1);
    expect(await countOf('curriculum_version', 'curriculum_id = $1 AND published_at IS NOT NULL', [variant])).toBe(
      before + 1,
    );
  });

  it('wins where the editor lets it', async () => {
    const { law, variant } = await movedOn();
    const resolutions = [{ moduleId: law, choice: 'TAKE_BASE' }];
    expect(await act('rebaseVariant', { curriculumId: variant, resolutions })).toSucceed();
    const { version } = await read(variant, `version { ${MODULES} }`);
    expect(version.modules[0]).toMatchObject({ moduleId: law, hours: { lecture: 10 }, overrides: [] });
    expect(await act('rebaseVariant', { curriculumId: variant })).toBeRefusedWith('VariantNotBehind');
  });
});

describe('unification', () => {
  const UNIFICATION = `unification { commonHours widestHours share
    countries { countryCode hours commonHours differences { kind moduleId reason } } }`;

  it('tells what the countries have in common, and why they differ', async () => {
    const [law, safety] = [
      await newModule(academy, { hours: { lecture: 10 } }),
      await newModule(academy, { hours: { lecture: 30 } }),
    ];
    const base = await publishedCurriculum(academy, { modules: [law, safety] });
    const kz = await variantOf(base, 'KZ');
    await variantOf(base, 'UZ');
    const more = { curriculumId: kz, moduleId: law, kind: 'CHANGE_HOURS', hours: { lecture: 20 }, reason: 'local law' };
    expect(await act('overrideModule', more)).toSucceed();

    expect((await read(base, UNIFICATION)).unification).toEqual({
      commonHours: 40,
      widestHours: 50,
      share: 0.8,
      countries: [
        {
          countryCode: 'KZ',
          hours: 50,
          commonHours: 40,
          differences: [{ kind: 'CHANGE_HOURS', moduleId: law, reason: 'local law' }],
        },
        { countryCode: 'UZ', hours: 40, commonHours: 40, differences: [] },
      ],
    });
  });

  it('costs as many statements for seven countries as for one', async () => {
    const modules = [await newModule(academy), await newModule(academy)];
    const [one, seven] = [
      await publishedCurriculum(academy, { modules }),
      await publishedCurriculum(academy, { modules }),
    ];
    await variantOf(one, 'KZ');
    for (const country of ['AF', 'AZ', 'KZ', 'KG', 'TJ', 'TM', 'UZ']) await variantOf(seven, country);
    const ask = (id: string) =>
      client.as(academy.admin).send(`query ($id: ID!) { curriculum(id: $id) { ${UNIFICATION} } }`, { id });

    const [small, large] = [await ask(one), await ask(seven)];

    expect(large.data.curriculum.unification.countries).toHaveLength(7);
    expect(statementsOf(large)).toBe(statementsOf(small));
  });
});
