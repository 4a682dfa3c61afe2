import { randomUUID } from 'node:crypto';
import { client } from '../../support/client.js';
import { failedStart, type RunningServer, startServer } from '../../support/server.js';
import { openPair, type Pair } from '../../support/standby.js';
import { until } from '../../support/until.js';

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { token } }';
const SET = `mutation ($input: SetNoticePreferencesInput!) {
  setNoticePreferences(input: $input) { noticePreferences { locale } errors { __typename } } }`;
const ASK = '{ viewer { noticePreferences { locale } } }';
const CATALOG = '{ courses { edges { node { id } } } }';

let pair: Pair;
let nodes: [RunningServer, RunningServer];

beforeAll(async () => {
  pair = await openPair();
  const settings = { databaseUrl: pair.primaryUrl, env: { DATABASE_REPLICA_URLS: pair.standbyUrl } };
  nodes = [await startServer(settings), await startServer(settings)];
}, 120_000);

afterAll(async () => {
  await Promise.all((nodes ?? []).map((node) => node.kill()));
  await pair?.close();
}, 60_000);

async function newPerson(): Promise<{ token: string }> {
  const input = {
    email: `${randomUUID()}@example.org`,
    password: 'a long enough passphrase 42',
    familyName: 'Karimova',
    givenName: 'Nilufar',
  };
  const answer = await client.at(nodes[0].url).send(SIGN_UP, { input });
  return answer.data.signUp;
}

/** Changes something at one node and reads it at the other, at once. */
async function readsOwnWrite(person: { token: string }, locale: string): Promise<boolean> {
  const set = await client
    .at(nodes[0].url)
    .as(person)
    .send(SET, { input: { locale, muted: [] } });
  expect(set.data.setNoticePreferences.errors).toEqual([]);
  const { data } = await client.at(nodes[1].url).as(person).send(ASK);
  return data.viewer.noticePreferences.locale === locale;
}

/** Statements of ours that the standby has run so far. */
async function readsOfStandby(): Promise<number> {
  const { rows } = await pair.standby.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'odaq-replica' AND query LIKE '%catalog_entry%'`,
  );
  return rows[0].count;
}

describe('two nodes with a replica', () => {
  it('read from it', async () => {
    for (const node of nodes) expect(await client.at(node.url).send(CATALOG)).toSucceed();

    expect(await readsOfStandby()).toBeGreaterThan(0);
  });

  it('show people what they wrote, at either node, at once', async () => {
    const person = await newPerson();

    for (let round = 0; round < 20; round += 1) expect(await readsOwnWrite(person, round % 2 ? 'ru' : 'kk')).toBe(true);
  });

  it('read from the primary while the replica lags, and from the replica again when it has caught up', async () => {
    const person = await newPerson();
    await pair.standby.query('SELECT pg_wal_replay_pause()');

    expect(await readsOwnWrite(person, 'kk')).toBe(true);
    expect(await readsOwnWrite(person, 'ru')).toBe(true);

    await pair.standby.query('SELECT pg_wal_replay_resume()');
    const { rows } = await pair.standby.query('SELECT pid FROM pg_stat_activity WHERE application_name = $1', [
      'odaq-replica',
    ]);
    for (const { pid } of rows) await pair.standby.query('SELECT pg_terminate_backend($1)', [pid]);
    await until(async () => {
      await Promise.all(nodes.map((node) => client.at(node.url).send(CATALOG)));
      return (await readsOfStandby()) > 0;
    });
  });

  it('go on with the primary alone when the replica is lost, and start without it', async () => {
    const person = await newPerson();
    await pair.stopStandby();

    expect(await readsOwnWrite(person, 'uz')).toBe(true);
    const late = await startServer({
      databaseUrl: pair.primaryUrl,
      env: { DATABASE_REPLICA_URLS: pair.standbyUrl },
    });
    expect((await client.at(late.url).as(person).send(ASK)).data.viewer.noticePreferences.locale).toBe('uz');
    await late.kill();
  });
});

describe('replicas of nothing', () => {
  it.each([
    ['are refused without a primary of one’s own', {}, 'postgres://replica.example/odaq'],
    [
      'are refused when one of them is no address',
      { databaseUrl: 'postgres://one.example/odaq' },
      'postgres://a/b,nonsense',
    ],
  ])('%s', async (_, server, urls) => {
    const { code, output } = await failedStart({ ...server, env: { DATABASE_REPLICA_URLS: urls } });

    expect(code).not.toBe(0);
    expect(output).toContain('DATABASE_REPLICA_URLS is not usable');
  });
});
