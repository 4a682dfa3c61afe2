import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { legalEntities, loadLegalRegister } from '#curriculum';
import { loadReference, referenceEntities } from '#reference';
import { type Academy, newAcademy } from '../../support/catalog.world.js';
import type { client } from '../../support/client.js';
import { until } from '../../support/until.js';
import { changedData, MONGOLIA } from '../reference/changed-data.js';
import { ownServer } from '../reference/own-server.js';

const MADE_UP = { source: 'made up for a test, no law', verification: 'verified' };
const forReserve = { roles: ['RESERVE'], ...MADE_UP };
const hours = (value: number) => ({
  code: 'min-hours',
  kind: 'min_hours',
  texts: { en: `At least ${value} academic hours.` },
  value,
  unit: 'academic_hours',
  ...forReserve,
});
const MINE_RESCUE = { code: 'mine-rescue', kind: 'content', texts: { en: 'Mine rescue is taught.' }, ...forReserve };

/** An act that no country ever passed. */
function madeUpAct(country: string, editions: object[][]) {
  const days = ['2020-01-01', '2026-06-01'];
  return {
    code: `${country.toLowerCase()}-made-up`,
    country,
    areas: ['osh_training'],
    titles: { en: `Made up for a test: training rules of ${country}` },
    number: null,
    adopted: '2019',
    status: 'in_force',
    editions: editions.map((requirements, place) => ({
      number: place + 1,
      in_force_from: days[place],
      in_force_until: editions[place + 1] ? days[place + 1] : null,
      requirements,
    })),
    ...MADE_UP,
  };
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** What an operator does who edited the file: `npm run console -- legal-register --from FOLDER`. */
async function loadActs(database: DataSource, acts: object[]) {
  const folder = await mkdtemp(join(tmpdir(), 'odaq-law-'));
  folders.push(folder);
  await writeFile(join(folder, 'norms.json'), JSON.stringify({ meta: {}, acts, conventions: [] }));
  return loadLegalRegister(database, folder);
}

/** Acts of an admin that the test is not about. */
function actsOf(admin: typeof client, academy: Academy) {
  const act = async (mutation: string, input: object, fields: string) => {
    const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await admin.send(
      `mutation ($input: ${Input}!) { ${mutation}(input: $input) { ${fields} errors { __typename } } }`,
      { input },
    );
    expect(answer.errors).toEqual([]);
    return answer.data[mutation];
  };
  const newModule = async (title: string, lecture: number) =>
    (
      await act(
        'createCurriculumModule',
        { ownerId: academy.id, hours: { lecture }, translations: [{ locale: 'ru', title }], outcomes: [] },
        'module { id }',
      )
    ).module.id;
  const align = (curriculumId: string, moduleId: string, requirementId: string | undefined) =>
    act('alignModule', { curriculumId, moduleId, requirementId, coverage: 'COVERS' }, 'alignment { id }');
  return { act, newModule, align };
}

const KZ_ACT = madeUpAct('KZ', [[hours(30)]]);

describe('Mongolia, which Odaq does not ship', () => {
  let database: DataSource;
  let academy: Academy;
  let admin: typeof client;

  beforeAll(async () => {
    const own = await ownServer([...referenceEntities, ...legalEntities]);
    database = own.database;
    await loadReference(database, await changedData(({ countries }) => countries.countries.push(MONGOLIA)));
    // The act, its edition, and what it asks: one of Kazakhstan, two of Mongolia.
    const loaded = await loadActs(database, [KZ_ACT, madeUpAct('MN', [[hours(42), MINE_RESCUE]])]);
    expect(loaded.inserted).toBe(7);
    academy = await newAcademy('ru', database);
    admin = own.anybody.as(academy.admin);
  }, 180_000);

  const world = { law: '', safety: '', rescue: '', base: '', kz: '', mn: '' };
  let asked: Record<string, string> = {};

  it('shows its act and what it asks', async () => {
    const { data } = await admin.send(
      `{ legalActs(filter: {countryCodes: ["KZ", "MN"]}) { edges { node { code country { name(locale: "ru") }
        edition { requirements { id code value verification source } } } } } }`,
    );
    const acts = data.legalActs.edges.map(({ node }: any) => node);
    expect(acts).toMatchObject([
      { code: 'kz-made-up' },
      {
        code: 'mn-made-up',
        country: { name: 'Монголия' },
        edition: {
          requirements: [
            { code: 'min-hours', value: 42, verification: 'VERIFIED', source: 'made up for a test, no law' },
            { code: 'mine-rescue', value: null },
          ],
        },
      },
    ]);
    asked = Object.fromEntries(
      acts.flatMap(({ code, edition }: any) => edition.requirements.map((it: any) => [`${code} ${it.code}`, it.id])),
    );
  });

  it('gets a variant that its law lets nobody publish before it teaches what the law asks', async () => {
    const { act, newModule, align } = actsOf(admin, academy);
    world.law = await newModule('Labor law', 20);
    world.safety = await newModule('Safety', 12);
    world.rescue = await newModule('Mine rescue', 8);
    world.base = (
      await act(
        'createCurriculum',
        {
          ownerId: academy.id,
          translations: [{ locale: 'ru', title: 'Кадровый резерв' }],
          modules: [world.law, world.safety].map((moduleId) => ({ moduleId })),
          roleCodes: ['RESERVE'],
        },
        'curriculum { id }',
      )
    ).curriculum.id;
    for (const moduleId of [world.law, world.safety]) {
      for (const code of ['kz-made-up min-hours', 'mn-made-up min-hours'])
        await align(world.base, moduleId, asked[code]);
    }
    await act('publishCurriculum', { curriculumId: world.base }, 'curriculum { id }');
    for (const [key, countryCode] of [
      ['kz', 'KZ'],
      ['mn', 'MN'],
    ] as const) {
      const derived = await act('deriveVariant', { curriculumId: world.base, countryCode }, 'curriculum { id }');
      world[key] = derived.curriculum.id;
    }
    await act('publishCurriculum', { curriculumId: world.kz }, 'curriculum { id }');

    const refused = await act('publishCurriculum', { curriculumId: world.mn }, 'curriculum { id }');
    expect(refused.errors.map(({ __typename }: any) => __typename)).toEqual(['RequirementNotMet', 'RequirementNotMet']);

    const forced = { curriculumId: world.mn, requirementId: asked['mn-made-up min-hours'] };
    await act(
      'overrideModule',
      { ...forced, moduleId: world.safety, kind: 'CHANGE_HOURS', hours: { lecture: 16 } },
      'curriculum { id }',
    );
    await act('overrideModule', { ...forced, moduleId: world.rescue, kind: 'ADD' }, 'curriculum { id }');
    for (const code of ['min-hours', 'mine-rescue']) await align(world.mn, world.rescue, asked[`mn-made-up ${code}`]);
    expect((await act('publishCurriculum', { curriculumId: world.mn }, 'curriculum { id }')).errors).toEqual([]);
  });

  it('stands in the matrix beside the others, met in all that it asks', async () => {
    const { data } = await admin.send(
      `query ($id: ID!) { alignmentMatrix(curriculumId: $id) { countries { countryCode curriculum { id }
        counts { met blocking } findings { verdict hours { found asked } moduleIds requirement { code } } } } }`,
      { id: world.base },
    );
    const countries = data.alignmentMatrix.countries;
    expect(countries.map(({ countryCode }: any) => countryCode)).toEqual([
      'AF',
      'AZ',
      'KG',
      'KZ',
      'MN',
      'TJ',
      'TM',
      'UZ',
    ]);
    expect(countries.find(({ countryCode }: any) => countryCode === 'MN')).toMatchObject({
      curriculum: { id: world.mn },
      counts: { met: 2, blocking: 0 },
      findings: [
        { verdict: 'MET', hours: { found: 44, asked: 42 }, requirement: { code: 'min-hours' } },
        { verdict: 'MET', moduleIds: [world.rescue], requirement: { code: 'mine-rescue' } },
      ],
    });
  });

  const recognition = async (from: string, to: string) =>
    (
      await admin.send(
        `query ($id: ID!, $from: String!, $to: String!) { recognition(curriculumId: $id, from: $from, to: $to) {
          verdict missing { requirement { code } hours { found asked } } unbridged { requirementId }
          bridge { moduleId hours { lecture } requirementIds } } }`,
        { id: world.base, from, to },
      )
    ).data.recognition;

  it('recognizes what was learned in Kazakhstan after the hours and the module that are missing', async () => {
    const [minHours, rescue] = [asked['mn-made-up min-hours'], asked['mn-made-up mine-rescue']];
    expect(await recognition('KZ', 'MN')).toEqual({
      verdict: 'AFTER_BRIDGING',
      missing: [
        { requirement: { code: 'min-hours' }, hours: { found: 32, asked: 42 } },
        { requirement: { code: 'mine-rescue' }, hours: null },
      ],
      bridge: [
        { moduleId: world.safety, hours: { lecture: 4 }, requirementIds: [minHours] },
        { moduleId: world.rescue, hours: { lecture: 8 }, requirementIds: [minHours, rescue] },
      ],
      unbridged: [],
    });
  });

  it('is recognized in Kazakhstan as it is, and where no act was entered nobody can say', async () => {
    expect(await recognition('MN', 'KZ')).toEqual({ verdict: 'RECOGNIZED', missing: [], bridge: [], unbridged: [] });
    expect((await recognition('MN', 'TM')).verdict).toBe('UNDECIDABLE');
  });

  it('raises its hours in a later file, and its variant and the base, but no other, are to be re-checked', async () => {
    const loaded = await loadActs(database, [
      KZ_ACT,
      madeUpAct('MN', [
        [hours(42), MINE_RESCUE],
        [hours(60), MINE_RESCUE],
      ]),
    ]);
    // The second edition with what it asks; the first ends.
    expect(loaded).toEqual({ inserted: 3, updated: 1, retired: 0 });
    const waiting = async () => {
      const { data } = await admin.send(
        `query ($base: ID!, $kz: ID!, $mn: ID!) { base: curriculum(id: $base) { toBeRechecked }
          kz: curriculum(id: $kz) { toBeRechecked } mn: curriculum(id: $mn) { toBeRechecked }
          reviewTasks { edges { node { curriculum { id } } } } }`,
        world,
      );
      const tasks = data.reviewTasks.edges.map(({ node }: any) => node.curriculum.id).sort();
      return { base: data.base.toBeRechecked, kz: data.kz.toBeRechecked, mn: data.mn.toBeRechecked, tasks };
    };
    await until(async () => (await waiting()).mn > 0);
    expect(await waiting()).toEqual({ base: 2, kz: 0, mn: 4, tasks: [world.base, world.mn].sort() });
    expect((await recognition('KZ', 'MN')).verdict).toBe('NOT_RECOGNIZED');
  });
});
