import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { ofAnyLength, PLANNED_EACH_TIME, prepared, Transactions } from '#platform';
import { MOST_NAMED, planningEachTime } from '../../../libs/platform/src/database/statement-names.js';
import { freshDatabase } from '../../support/database.js';

const PREPARED =
  'SELECT statement, calls FROM (SELECT statement, generic_plans + custom_plans AS calls FROM pg_prepared_statements) found';

/** One connection, and what it has prepared. */
async function connected() {
  const database = await freshDatabase();
  const client: PoolClient = await database.createQueryRunner().connect();
  const preparedThere = async () => (await client.query(PREPARED)).rows as { statement: string; calls: string }[];
  return { database, client, preparedThere };
}

/** A table with a column that a migration will change, while statements of it are prepared. */
async function withNumbers(database: DataSource): Promise<void> {
  await database.query('CREATE TABLE numbered (id int PRIMARY KEY, number int)');
  await database.query('INSERT INTO numbered VALUES (1, 7)');
}
const NUMBER = 'SELECT number FROM numbered WHERE id = $1';
const changed = (database: DataSource) => database.query('ALTER TABLE numbered ALTER number TYPE text');

describe('statements that are asked for often', () => {
  it('are prepared from the third time on, whoever wrote them', async () => {
    const { client, preparedThere } = await connected();
    const text = 'SELECT $1::int + 1 AS next';

    for (let time = 1; time <= 2; time += 1) await client.query(text, [time]);
    expect(await preparedThere()).toEqual([]);
    for (let time = 3; time <= 5; time += 1)
      expect((await client.query(text, [time])).rows).toEqual([{ next: time + 1 }]);

    expect(await preparedThere()).toEqual([{ statement: text, calls: '3' }]);
  });

  it('are prepared without values, too, where these are said to be none', async () => {
    const { client, preparedThere } = await connected();
    const text = 'SELECT 3 AS three';

    for (let time = 1; time <= 4; time += 1) await client.query({ text, values: [] });

    expect(await preparedThere()).toEqual([{ statement: text, calls: '2' }]);
  });

  it('are answered again after one with a value that cannot be sent', async () => {
    const { client } = await connected();
    const text = 'SELECT $1::text AS said';
    for (let time = 1; time <= 4; time += 1) await client.query(text, ['before']);
    const unspeakable = {
      toJSON() {
        throw new Error('not to be said');
      },
    };
    await expect(client.query(text, [unspeakable])).rejects.toThrow('not to be said');

    expect((await client.query(text, ['after'])).rows).toEqual([{ said: 'after' }]);
  });

  it('are answered, and known, after many lost the same one at the same moment', async () => {
    const { client } = await connected();
    const text = 'SELECT 7 / $1::int AS part';
    for (let time = 1; time <= 4; time += 1) await client.query(text, [1]);
    await client.query('DEALLOCATE ALL');

    const told = await Promise.all([1, 2, 3, 7].map((by) => client.query(text, [by])));

    expect(told.map(({ rows }) => rows[0].part)).toEqual([7, 3, 2, 1]);
    expect((await client.query(text, [7])).rows).toEqual([{ part: 1 }]);
  });

  it('are planned once for lists of any length', async () => {
    const { database, client } = await connected();
    await withNumbers(database);
    await database.query('INSERT INTO numbered SELECT id, id FROM generate_series(2, 10_000) AS id');
    await database.query('ANALYZE numbered');
    const text = `SELECT number FROM numbered WHERE id = ANY(${ofAnyLength('$1', 'int')})`;

    for (let time = 1; time <= 10; time += 1) expect((await client.query(text, [[1]])).rows).toEqual([{ number: 7 }]);

    const { rows } = await client.query('SELECT generic_plans, custom_plans FROM pg_prepared_statements');
    // PostgreSQL tries five before it keeps one; without a name there were two.
    expect(rows).toEqual([{ generic_plans: '3', custom_plans: '5' }]);
  });

  it('are let go by a connection when too many others came since', async () => {
    const { client, preparedThere } = await connected();
    const texts = Array.from({ length: MOST_NAMED + 20 }, (_, place) => `SELECT $1::int AS number${place}`);

    for (const text of texts) for (let time = 0; time < 3; time += 1) await client.query(text, [time]);

    const kept = (await preparedThere()).map(({ statement }) => statement);
    expect(kept.toSorted()).toEqual(texts.slice(20).toSorted());
    for (let time = 0; time < 3; time += 1)
      expect((await client.query(`${texts[0]}`, [5])).rows).toEqual([{ number0: 5 }]);
  });

  it('stay as they came when they have no values, are several, or one plan does not fit all values', async () => {
    const { client, preparedThere } = await connected();

    for (let time = 0; time < 4; time += 1) await client.query('SELECT 1; SELECT 2');
    for (let time = 0; time < 4; time += 1) await client.query(`SELECT $1::int ${PLANNED_EACH_TIME}`, [time]);

    expect(await preparedThere()).toEqual([]);
  });

  it('stay as they came in a job, also when requests ask for the same', async () => {
    const { client, preparedThere } = await connected();
    const text = 'SELECT $1::int + 2 AS next';
    const ask = async () => {
      for (let time = 0; time < 4; time += 1) await client.query(text, [time]);
    };

    await planningEachTime(ask);
    expect(await preparedThere()).toEqual([]);
    await ask();
    expect(await preparedThere()).toEqual([{ statement: text, calls: '2' }]);
    await planningEachTime(ask);
    expect(await preparedThere()).toEqual([{ statement: text, calls: '2' }]);
  });
});

describe('statements that a transaction finds lost', () => {
  it('have the whole transaction run again, for each of them once', async () => {
    const { database } = await connected();
    await withNumbers(database);
    let tries = 0;
    const next = () =>
      new Transactions(database).run(async (tx) => {
        tries += 1;
        await prepared(tx, 'UPDATE numbered SET number = number + 1 WHERE id = $1', [1]);
        return prepared(tx, NUMBER, [1]);
      });
    expect(await next()).toEqual([{ number: 8 }]);
    await database.query('DEALLOCATE ALL');
    tries = 0;

    expect(await next()).toEqual([{ number: 9 }]);

    expect(tries).toBe(3);
  });
});

describe('statements of a transaction that is rolled back', () => {
  it('are never run outside of it, whatever was lost by then', async () => {
    const { database, client } = await connected();
    await withNumbers(database);
    const text = 'INSERT INTO numbered VALUES ($1, 0)';

    for (let time = 1; time <= 20; time += 1) {
      const add = (id: number) => client.query({ name: `add ${time}`, text, values: [id] });
      // The one in the middle is never parsed, so that the one after it is lost.
      const told = await Promise.allSettled([
        client.query('START TRANSACTION'),
        client.query('SELECT 1 / 0'),
        add(100 + time),
        add(200 + time),
        client.query('ROLLBACK'),
      ]);
      expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    }

    expect(await database.query('SELECT id FROM numbered')).toEqual([{ id: 1 }]);
  });
});

describe('statements that were prepared before a migration', () => {
  it('answer from the new schema, outside a transaction', async () => {
    const { database, client } = await connected();
    await withNumbers(database);
    const ask = async () => (await client.query(NUMBER, [1])).rows;
    for (let time = 0; time < 4; time += 1) expect(await ask()).toEqual([{ number: 7 }]);

    await changed(database);

    expect(await ask()).toEqual([{ number: '7' }]);
  });

  it('have the transaction run again that they are part of', async () => {
    const { database } = await connected();
    await withNumbers(database);
    const transactions = new Transactions(database);
    const ask = () =>
      transactions.run(async (tx) => {
        await prepared(tx, 'UPDATE numbered SET id = id WHERE id = $1', [1]);
        return prepared(tx, NUMBER, [1]);
      });
    expect(await ask()).toEqual([{ number: 7 }]);

    await changed(database);

    expect(await ask()).toEqual([{ number: '7' }]);
  });
});
