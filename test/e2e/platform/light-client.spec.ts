import { getHeapSpaceStatistics } from 'node:v8';
import pg from 'pg';
import { workerDatabase } from '../../support/database.js';

const ROWS = `SELECT number, repeat('a row ', 10) AS text, json_build_object('of', number) AS value FROM generate_series(1, 300) number`;

async function connected(): Promise<pg.PoolClient> {
  const database = await workerDatabase();
  return database.createQueryRunner().connect();
}

const oldMegabytes = () =>
  (getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0) / 2 ** 20;

describe('a connection to the database', () => {
  it('lets answers go once they were read: 900 of them do not fill the memory of what lives long', async () => {
    const client = await connected();
    for (let time = 0; time < 50; time += 1) await client.query(ROWS);
    const before = oldMegabytes();
    for (let time = 0; time < 900; time += 1) await client.query(ROWS);
    expect(oldMegabytes() - before).toBeLessThan(16);
  });

  it('answers promises and callbacks, and names who asked when a statement is refused', async () => {
    const client = await connected();
    const one = 'SELECT $1::int AS one';
    expect((await client.query(one, [1])).rows).toEqual([{ one: 1 }]);
    expect((await client.query({ name: 'one', text: one, values: [1] })).rows).toEqual([{ one: 1 }]);
    const called = new Promise((resolve, reject) => {
      client.query(one, [1], (error, { rows }) => (error ? reject(error) : resolve(rows)));
    });
    expect(await called).toEqual([{ one: 1 }]);
    const refused = askWrongly(client);
    await expect(refused).rejects.toThrow('"nowhere" does not exist');
    await expect(refused).rejects.toMatchObject({ stack: expect.stringContaining('askWrongly') });
  });
});

async function askWrongly(client: pg.PoolClient): Promise<void> {
  await client.query('SELECT * FROM nowhere');
}
