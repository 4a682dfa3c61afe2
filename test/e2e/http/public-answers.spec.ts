import { setTimeout as pause } from 'node:timers/promises';
import { newAcademy, ownWord, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts } from '../../support/enrollment.acts.js';
import { world } from '../../support/enrollment.world.js';
import { myPlace } from '../../support/place.js';
import { statementsOf } from '../../support/query-count.js';
import { type RunningServer, startServer } from '../../support/server.js';
import { until } from '../../support/until.js';

const OFFERING = 'query ($id: ID!) { offering(id: $id) { seatsLeft course { title } venue { name } } }';

/** Milliseconds from a commit until it is shown everywhere: what we promise. By their age answers leave after ten seconds. */
const PROMISED = 1_000;

let nodes: [RunningServer, RunningServer];

beforeAll(async () => {
  const { databaseUrl } = await myPlace();
  nodes = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
});

afterAll(() => Promise.all(nodes.map((node) => node.kill())));

/** As a browser or a proxy would ask: by GET, without any header of ours. */
async function get(node: { url: string }, query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response = await fetch(`${node.url}/graphql?${asked}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, answer: text ? JSON.parse(text) : null };
}

/** Asks until the answer costs the database nothing; other specs change things meanwhile. */
async function fromMemory(node: { url: string }, query: string, variables: object = {}) {
  let last = await get(node, query, variables);
  await until(async () => {
    last = await get(node, query, variables);
    return statementsOf(last) === 0;
  });
  return last;
}

/** Every node shows a commit that has just been acknowledged; whoever asks when the time is over must see it. */
async function areSoon(asked: readonly { url: string }[], shows: (node: { url: string }) => Promise<boolean>) {
  const over = Date.now() + PROMISED;
  await Promise.all(
    asked.map(async (node) => {
      for (let begun = Date.now(); !(await shows(node)); begun = Date.now()) {
        if (begun > over) throw new Error(`${node.url} did not show the change in ${PROMISED} ms`);
        await pause(20);
      }
    }),
  );
}

describe('what everybody may read, asked for by GET', () => {
  it('is answered from memory, with what a proxy needs to keep it', async () => {
    const { id } = await world.offering({ capacity: 7 });

    const { answer, headers } = await fromMemory(nodes[0], OFFERING, { id });

    expect(answer.data.offering.seatsLeft).toBe(7);
    expect(headers.get('cache-control')).toBe('public, max-age=1');
    expect(headers.get('vary')).toBe('Accept, Accept-Language, Authorization');
    expect(headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is 304 to who has it already, at every node', async () => {
    const { id } = await world.offering({});
    const etag = (await get(nodes[0], OFFERING, { id })).headers.get('etag') ?? '';

    for (const node of nodes) {
      const again = await get(node, OFFERING, { id }, { 'if-none-match': `W/"other", ${etag}` });
      expect(again).toMatchObject({ status: 304, answer: null });
    }
  });

  it('is told to each reader in their language', async () => {
    const sectors = '{ sectors { name } }';

    const [ru, kk] = await Promise.all(
      ['ru', 'kk'].map((locale) => get(nodes[0], sectors, {}, { 'accept-language': locale })),
    );

    expect(ru?.answer).not.toEqual(kk?.answer);
    expect(ru?.headers.get('etag')).not.toBe(kk?.headers.get('etag'));
  });

  it('shows a seat that was taken at another node without waiting for its age', async () => {
    const { id } = await world.offering({ capacity: 5 });
    const person = await world.person();
    for (const node of nodes) await fromMemory(node, OFFERING, { id });

    expect(await acts.enroll(person, id, { at: nodes[1].url })).toSucceed();

    await areSoon(nodes, async (node) => (await get(node, OFFERING, { id })).answer.data.offering.seatsLeft === 4);
  });

  it('shows at all nodes what somebody changed in the database itself', async () => {
    const { id } = await world.offering({});
    const status = 'query ($id: ID!) { offering(id: $id) { status } }';
    for (const node of nodes) await fromMemory(node, status, { id });
    const database = await workerDatabase();

    await database.query("UPDATE offering SET status = 'CANCELLED' WHERE id = $1", [id]);

    await areSoon(nodes, async (node) => (await get(node, status, { id })).answer.data.offering.status === 'CANCELLED');
  });

  it('is not answered from memory while changes cannot be heard, and is again afterwards', async () => {
    const { id } = await world.offering({ capacity: 3 });
    await fromMemory(nodes[0], OFFERING, { id });
    const database = await workerDatabase();

    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'odaq-changes'",
    );
    await database.query('UPDATE offering SET confirmed = 1 WHERE id = $1', [id]);

    await areSoon(nodes, async (node) => (await get(node, OFFERING, { id })).answer.data.offering.seatsLeft === 2);
    expect((await fromMemory(nodes[0], OFFERING, { id })).answer.data.offering.seatsLeft).toBe(2);
  });
});

describe('what a search found', () => {
  it('is found again on every node, and soon with what was published on another', async () => {
    const academy = await newAcademy();
    const word = ownWord();
    await publishedCourse(academy, { titles: { ru: word } });
    const search = async (node: { url: string }) => {
      const answer = await client
        .at(node.url)
        .send('query ($text: String!) { courses(filter: { text: $text }) { totalCount edges { node { id } } } }', {
          text: word,
        });
      return { statements: statementsOf(answer), ids: answer.data.courses.edges.map(({ node }: any) => node.id) };
    };
    for (const node of nodes) await until(async () => (await search(node)).statements === 1);

    const { id } = await publishedCourse(academy, { titles: { ru: word } });

    await areSoon(nodes, async (node) => (await search(node)).ids.includes(id));
  });
});

describe('nobody keeps', () => {
  it('what a signed-in person is told', async () => {
    const person = await world.person();

    const { headers, answer } = await get(
      nodes[0],
      '{ viewer { __typename } }',
      {},
      { authorization: `Bearer ${person.token}`, 'apollo-require-preflight': '1' },
    );

    expect(answer.errors).toBeUndefined();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  it.each([
    ['that nobody is signed in', '{ viewer { __typename } }'],
    ['an error', '{ courses(after: "nonsense") { edges { node { id } } } }'],
    ['a refusal', '{ trainingDemand { rows { __typename } } }'],
    ['what cannot be read', '{ courses {'],
  ])('%s', async (_, query) => {
    const { headers } = await get(nodes[0], query);

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  it('what was asked for by POST', async () => {
    const answer = await client.send('{ sectors { code } }');

    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
