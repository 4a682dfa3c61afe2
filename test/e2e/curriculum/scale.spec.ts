import { type Academy, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { align, newAct, newModule, newVariant, publish, publishedCurriculum } from '../../support/curriculum.world.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

const COUNTRIES = ['AF', 'AZ', 'KG', 'KZ', 'TJ', 'TM', 'UZ'];
const FINDINGS = 'findings { verdict explanation hours { found asked } requirement { code edition { act { code } } } }';

/** What people ask of one curriculum, each with all that grows. */
const QUESTIONS = {
  matrix: `query ($id: ID!) { alignmentMatrix(curriculumId: $id) { countries { curriculum { id toBeRechecked } counts { met } ${FINDINGS} } } }`,
  alignment: `query ($id: ID!) { curriculum(id: $id) { alignment(countryCode: "KZ") { ${FINDINGS} } } }`,
  unification: `query ($id: ID!) { curriculum(id: $id) { unification { share countries { countryCode hours differences { moduleId kind } } } } }`,
  recognition: `query ($id: ID!) { recognition(curriculumId: $id, from: "KZ", to: "UZ") { verdict ${FINDINGS} bridge { moduleId } } }`,
  program: `query ($id: ID!) { curriculum(id: $id) { title toBeRechecked version { modules { title hours { lecture } version { outcomes { text } } } }
    variants { country { name } toBeRechecked behind { newestNumber } version { modules { title } } } } }`,
};

let academy: Academy;
let small: string;
let large: string;

/** Speaks of the people whom curricula of tests train, and keeps none of them from being published. */
const UNVERIFIED = { roleCodes: ['ACCOUNTANT'], verification: 'UNVERIFIED' };

/** A published base with its variants, judged against the law of Kazakhstan module by module. */
async function grown(modules: number, variants: number, requirements: number): Promise<string> {
  const act = await newAct(
    'KZ',
    Array.from({ length: requirements }, () => UNVERIFIED),
  );
  const ids: string[] = [];
  for (let i = 0; i < modules; i += 1) ids.push(await newModule(academy, { outcomes: [{ en: `Skill ${i}` }] }));
  const base = await publishedCurriculum(academy, { modules: ids });
  for (const [place, id] of Object.values(act.requirements).entries()) {
    await align(academy, base, ids[place % modules] as string, id);
  }
  for (const country of COUNTRIES.slice(-variants)) await publish(academy, await newVariant(academy, base, country));
  return base;
}

beforeAll(async () => {
  academy = await newAcademy();
  for (let i = 0; i < 6; i += 1) await grown(2, 1, 1);
  large = await grown(40, 7, 100);
  small = await grown(2, 1, 10);
}, 300_000);

const statements = async (document: string, variables: object) => {
  const answer = await client.send(document, variables);
  expect(answer).toSucceed();
  return statementsOf(answer);
};

describe('what is asked of a curriculum with 40 modules, 7 variants and 100 requirements', () => {
  it.each(Object.entries(QUESTIONS))('%s costs as many statements as of one with 2, 1 and 10', async (_, document) => {
    // Once before, so that nobody pays for the reference lists, which stay in memory.
    const [, few, many] = [
      await statements(document, { id: small }),
      await statements(document, { id: small }),
      await statements(document, { id: large }),
    ];
    expect(many).toBe(few);
  });

  it('and a list costs as many for eight curricula as for two', async () => {
    const list = `query ($ownerId: ID!, $first: Int!) { curricula(filter: { ownerId: $ownerId }, first: $first) {
      edges { node { title toBeRechecked country { name } unification { share } alignment(countryCode: "KZ") { ${FINDINGS} } } } } }`;
    const of = (first: number) => statements(list, { ownerId: academy.id, first });
    // Loaders meet in one wave or in the next, which is chance; the fewest are those of the work itself.
    let two = Number.POSITIVE_INFINITY;
    for (let time = 0; time < 10; time += 1) two = Math.min(two, await of(2));
    await until(async () => (await of(8)) <= two);
  });
});
