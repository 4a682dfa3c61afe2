import type { DataSource, EntityManager } from 'typeorm';
import { Transactions } from '#platform';
import { freshDatabase } from '../../support/database.js';

let database: DataSource;
let transactions: Transactions;

beforeAll(async () => {
  database = await freshDatabase();
  await database.query('CREATE TABLE kept (number int PRIMARY KEY)');
  transactions = new Transactions(database);
});

const insert = (tx: EntityManager, number: number) => tx.query('INSERT INTO kept VALUES ($1)', [number]);
async function kept(): Promise<number[]> {
  const rows: { number: number }[] = await database.query('SELECT number FROM kept ORDER BY 1');
  return rows.map(({ number }) => number);
}

describe('what a transaction writes with its commit', () => {
  it('is kept with the rest', async () => {
    await transactions.run(async (tx, _, withCommit) => {
      await insert(tx, 1);
      withCommit(Promise.all([insert(tx, 2), insert(tx, 3)]));
    });

    expect(await kept()).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  it('and fails leaves nothing of all, tells why, and nothing that was to follow happens', async () => {
    const followed: string[] = [];
    await transactions.run((tx) => insert(tx, 10));

    const run = transactions.run(async (tx, after, withCommit) => {
      after(() => void followed.push('a mail'));
      await insert(tx, 11);
      withCommit(Promise.all([insert(tx, 12), insert(tx, 10), insert(tx, 13)]));
    });

    await expect(run).rejects.toMatchObject({ constraint: 'kept_pkey' });
    expect(followed).toEqual([]);
    expect((await kept()).filter((number) => number > 10)).toEqual([]);
  });

  it('is written again when somebody was quicker', async () => {
    let tries = 0;

    await transactions.run(async (tx, _, withCommit) => {
      tries += 1;
      await insert(tx, 20);
      const code = tries === 1 ? '40001' : '00000';
      withCommit(
        tx.query(`DO $$ BEGIN IF '${code}' = '40001' THEN RAISE 'quicker' USING ERRCODE = '40001'; END IF; END $$`),
      );
    });

    expect(tries).toBe(2);
    expect((await kept()).filter((number) => number === 20)).toEqual([20]);
  });
});

describe('a transaction that goes on after one of its statements failed', () => {
  it('does not end as if it had been kept', async () => {
    const run = transactions.run(async (tx) => {
      await insert(tx, 30);
      await tx.query('SELECT 1/0').catch(() => {});
    });

    await expect(run).rejects.toThrow('the transaction was rolled back');
    expect(await kept()).not.toContain(30);
  });

  it('cannot write behind its own commit', async () => {
    let late: Promise<unknown> = Promise.resolve();

    await transactions.run(async (tx) => {
      await insert(tx, 40);
      late = lateInsert(tx);
      late.catch(() => {});
    });

    await expect(late).rejects.toThrow('after the commit');
    expect(await kept()).not.toContain(41);
  });
});

/** Asks when the commit is on its way and not yet answered. */
async function lateInsert(tx: EntityManager): Promise<unknown> {
  await new Promise((resolve) => setImmediate(resolve));
  return insert(tx, 41);
}
