import type { DataSource } from 'typeorm';
import { runConsole } from '../../support/bed/run-console.js';
import { client } from '../../support/client.js';
import { freshDatabase } from '../../support/database.js';
import { type RunningServer, startServer } from '../../support/server.js';

const DEMO = { ODAQ_DEMO: '1' };
const COUNTED = `(SELECT count(*)::int FROM curriculum) AS curricula, (SELECT count(*)::int FROM curriculum_version) AS versions,
  (SELECT count(*)::int FROM curriculum_module_version) AS modules, (SELECT count(*)::int FROM alignment) AS alignments`;

let database: DataSource;
let databaseUrl: string;
let server: RunningServer;
beforeAll(async () => {
  database = await freshDatabase();
  databaseUrl = (database.options as { url: string }).url;
  server = await startServer({ databaseUrl, env: DEMO });
}, 600_000);

async function programs(headers = {}) {
  const { data } = await client.at(server.url).send(
    `fragment Programs on CurriculumConnection { edges { node { id code title titleLocale country { code }
      behind { followedNumber newestNumber changes { kind conflict differences { part before after } } }
      base { id } variants { country { code } } version { number publishedAt hoursBasis hoursSource
        modules { hours { lecture practice selfStudy assessment } version { title hoursBasis hoursSource } } } } } }
    { bases: curricula(first: 50) { ...Programs }
      variants: curricula(first: 50, filter: { countryCodes: ["AZ", "KG", "KZ", "TJ", "TM", "UZ"] }) { ...Programs } }`,
    {},
    headers,
  );
  return [...data.bases.edges, ...data.variants.edges].map(({ node }: any) => node);
}

const titled = async (title: string, country: string | null = null) =>
  (await programs({ 'accept-language': 'en' })).find(
    (it: any) => it.title === title && (it.country?.code ?? null) === country,
  );

describe('whoever opens the demo world', () => {
  it('finds eight sector programs, each published, with variants for Kazakhstan and Uzbekistan', async () => {
    const all = await programs();
    const bases = all.filter(({ base }: any) => base === null);
    expect(bases).toHaveLength(8);
    for (const { title, variants, version } of bases) {
      expect([title, version.publishedAt]).toEqual([title, expect.any(String)]);
      const codes = variants.map(({ country }: any) => country.code);
      expect([title, codes]).toEqual([title, expect.arrayContaining(['KZ', 'UZ'])]);
    }
  });

  it.each(['uz', 'ru', 'en'])('reads every title in %s', async (locale) => {
    const all = await programs({ 'accept-language': locale });
    expect(all.map(({ titleLocale }: any) => titleLocale).filter((it: string) => it !== locale)).toEqual([]);
  });

  it('sees which hours a source gives, and which the academy chose', async () => {
    const stay = await titled('“Get treated! Learn!”: ten days with classes');
    expect(stay.version).toMatchObject({
      hoursBasis: 'SOURCE',
      hoursSource: expect.stringContaining('10-hour course'),
    });
    const hours = stay.version.modules.map(({ hours: it }: any) => it.lecture + it.practice + it.assessment);
    expect(hours.reduce((sum: number, it: number) => sum + it, 0)).toBe(10);
    const inspectors = await titled('Power engineering: technical labor inspectors of the union', 'KZ');
    expect(inspectors.version).toMatchObject({ hoursBasis: 'OWN_CHOICE', hoursSource: null });
    expect(inspectors.version.modules.filter(({ version }: any) => version.hoursBasis === 'SOURCE')).toMatchObject([
      { version: { hoursSource: expect.stringContaining('Art. 79(4) (kz-industrial-safety/min-hours)') } },
    ]);
  });

  it('sees what forces a country to differ, and how much all have in common', async () => {
    const { id } = await titled('Power engineering: technical labor inspectors of the union');
    const { data } = await client.at(server.url).send(
      `query ($id: ID!) { curriculum(id: $id) { unification { commonHours widestHours countries { countryCode hours
        differences { kind requirement { code edition { act { code } } } } } } } }`,
      { id },
    );
    expect(data.curriculum.unification).toEqual({
      commonHours: 48,
      widestHours: 88,
      countries: [
        {
          countryCode: 'KZ',
          hours: 88,
          differences: [
            { kind: 'ADD', requirement: { code: 'min-hours', edition: { act: { code: 'kz-industrial-safety' } } } },
          ],
        },
        { countryCode: 'TJ', hours: 48, differences: [] },
        { countryCode: 'UZ', hours: 48, differences: [] },
      ],
    });
  });

  it('sees one variant that follows the newest version, and one that is behind and could be rebased', async () => {
    const title = 'Power engineering: newly elected union leaders';
    expect((await titled(title, 'KZ')).behind).toBeNull();
    expect((await titled(title, 'UZ')).behind).toEqual({
      followedNumber: 1,
      newestNumber: 2,
      changes: [
        {
          kind: 'CHANGED',
          conflict: null,
          differences: [
            { part: 'LECTURE_HOURS', before: '6', after: '5' },
            { part: 'PRACTICE_HOURS', before: '2', after: '3' },
            { part: 'OUTCOME', before: null, after: 'Draft an application in a labor dispute' },
            { part: 'OUTCOME', before: null, after: 'Составить проект заявления по трудовому спору' },
            { part: 'OUTCOME', before: null, after: 'Mehnat nizosi boʻyicha ariza loyihasini tuzish' },
          ],
        },
      ],
    });
  });

  it('is told that no verified requirement of the two countries is left unmet, and why each is met', async () => {
    const bases = (await programs()).filter(({ base }: any) => base === null);
    for (const { id, title } of bases) {
      const { data } = await client
        .at(server.url)
        .send(
          `query ($id: ID!) { alignmentMatrix(curriculumId: $id) { countries { countryCode counts { blocking } } } }`,
          { id },
        );
      const blocked = data.alignmentMatrix.countries.filter(
        ({ countryCode, counts }: any) => ['KZ', 'UZ'].includes(countryCode) && counts.blocking > 0,
      );
      expect([title, blocked]).toEqual([title, []]);
    }
    const { id } = await titled('Construction and housing: labor protection specialists');
    const { data } = await client.at(server.url).send(
      `query ($id: ID!) { curriculum(id: $id) { alignment(countryCode: "UZ") { findings { verdict explanation outcomeIds
        requirement { code edition { act { code } } } } } } }`,
      { id },
      { 'accept-language': 'en' },
    );
    const content = data.curriculum.alignment.findings.find(
      ({ requirement: it }: any) => it.edition.act.code === 'uz-osh-training-2025' && it.code === 'content',
    );
    expect(content).toMatchObject({
      verdict: 'MET',
      explanation: ['A learning outcome that every learner reaches covers it.'],
      outcomeIds: [expect.any(String)],
    });
  });

  it('sees under which law an offering of the inspectors’ course was scheduled', async () => {
    const { data } = await client.at(server.url).send(
      `{ course(slug: "technical-inspectors-power-engineering") { offerings(first: 1) { edges { node { taughtUnder {
        isSuperseded edition { act { code } } } } } } } }`,
    );
    const [{ node }] = data.course.offerings.edges;
    expect(node.taughtUnder.map(({ edition }: any) => edition.act.code)).toContain('uz-osh-training-2025');
  });

  it('can watch the whole story played in it, with a spreadsheet whose bad rows are answered', async () => {
    const told = await runConsole(['story', '--url', server.url], {});

    const lines = told.trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('sends a spreadsheet'))).toEqual([
      '- The branch sends a spreadsheet with 4 rows.',
    ]);
    expect(lines.filter((line) => /row \d: refused: ./.test(line))).toHaveLength(2);
    expect(lines.filter((line) => /row \d: Demo.* approval PENDING/.test(line))).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/ reads the history of PR-.* EVALUATE\.$/);
  }, 120_000);

  it('finds it unchanged after another start, and whole after one that was interrupted', async () => {
    const [before] = await database.query(`SELECT ${COUNTED}`);
    await server.kill();
    // As a load leaves it that was interrupted before it was done: some steps are there, the end is not noted.
    await database.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await database.query(`DELETE FROM audit_entry WHERE act = 'loadSectorPrograms'`);
    server = await startServer({ databaseUrl, env: DEMO });

    expect(await database.query(`SELECT ${COUNTED}`)).toEqual([before]);
  }, 120_000);
});
