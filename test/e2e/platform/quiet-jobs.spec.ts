import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Jobs } from '#platform';
import { Transactions } from '../../../libs/platform/src/database/transactions.js';
import { MOST, sendSome } from '../../../libs/platform/src/jobs/quiet-jobs.js';
import { freshDatabase, urlOf } from '../../support/database.js';
import { throwOutOnce } from '../../support/throw-out.js';
import { until } from '../../support/until.js';

describe('jobs that are put down quietly', () => {
  it('wake the workers together', async () => {
    const database = await freshDatabase();
    const { jobs, done } = errandsOf(database);
    const { count, stop } = await wakingsOf(database);
    await jobs.start(urlOf(database));

    try {
      for (let number = 1; number <= 40; number += 1) await putDown(database, jobs, [number]);

      await until(async () => done.size === 40);
      expect(count()).toBeLessThan(10);
    } finally {
      await jobs.stop();
      await stop();
    }
  }, 60_000);

  it('are begun by another process where this one was killed after the commit', async () => {
    const database = await freshDatabase();
    await putDown(database, new Jobs(database), [1]);
    const { jobs, done } = errandsOf(database);

    await jobs.start(urlOf(database));
    try {
      await until(async () => done.has('1'));
      await putDown(database, new Jobs(database), [2]);
      await until(async () => done.has('2'));
    } finally {
      await jobs.stop();
    }
  }, 60_000);

  it('are all begun, though they are more than enter the queue at once', async () => {
    const database = await freshDatabase();
    const { jobs, done } = errandsOf(database);
    const numbers = Array.from({ length: 1_201 }, (_, place) => place);
    await putDown(database, new Jobs(database), numbers);

    await jobs.start(urlOf(database));
    try {
      await until(async () => done.size === numbers.length, 40);
      expect(await countQuiet(database)).toBe(0);
    } finally {
      await jobs.stop();
    }
  }, 60_000);

  it('enter the queue some at a time, also where none was there for long', async () => {
    const database = await freshDatabase();
    await database.query('VACUUM ANALYZE quiet_job');
    // Often enough for PostgreSQL to keep a plan.
    for (let time = 1; time <= 12; time += 1) expect(await sendSome(database)).toBe(0);
    await putDown(
      database,
      new Jobs(database),
      Array.from({ length: 2 * MOST + 1 }, (_, place) => place),
    );

    expect([await sendSome(database), await sendSome(database), await sendSome(database)]).toEqual([MOST, MOST, 1]);
  });

  it('leave with the process that put them down, though it pauses', async () => {
    const database = await freshDatabase();
    const { jobs } = errandsOf(database);
    await jobs.start(urlOf(database));
    for (let number = 1; number <= 10; number += 1) await putDown(database, jobs, [number]);

    await jobs.stop();

    expect(await countQuiet(database)).toBe(0);
  }, 60_000);

  it('wait for a database that throws out who is to send them', async () => {
    const database = await freshDatabase();
    await throwOutOnce(database, 'DELETE', 'quiet_job');
    const { jobs, done } = errandsOf(database);
    await putDown(database, new Jobs(database), [1]);

    await jobs.start(urlOf(database));
    try {
      await until(async () => done.has('1'));
    } finally {
      await jobs.stop();
    }
  }, 60_000);

  it('do not exist where nothing was committed', async () => {
    const database = await freshDatabase();
    const jobs = new Jobs(database);

    const nothing = new Transactions(database).run(async (tx, after) => {
      await jobs.enqueueQuietly(tx, after, [{ name: 'errand', payload: {} }]);
      throw new Error('thought better of it');
    });

    await expect(nothing).rejects.toThrow('thought better of it');
    expect(await countQuiet(database)).toBe(0);
  });
});

/** A process that does errands, and the numbers of those it has done. */
function errandsOf(database: DataSource): { jobs: Jobs; done: Set<string> } {
  const [jobs, done] = [new Jobs(database), new Set<string>()];
  jobs.define('errand', async ({ number = '' }) => void done.add(number));
  return { jobs, done };
}

/** All in one transaction. */
async function putDown(database: DataSource, jobs: Jobs, numbers: readonly number[]): Promise<void> {
  const errands = numbers.map((number) => ({ name: 'errand', payload: { number: String(number) } }));
  await new Transactions(database).run((tx, after) => jobs.enqueueQuietly(tx, after, errands));
}

/** Counts how often the workers are woken. */
async function wakingsOf(database: DataSource) {
  const listener = new Client({ connectionString: urlOf(database) });
  let heard = 0;
  listener.on('notification', () => {
    heard += 1;
  });
  await listener.connect();
  await listener.query('LISTEN "jobs:insert"');
  return { count: () => heard, stop: () => listener.end() };
}

async function countQuiet(database: DataSource): Promise<number> {
  const [row] = await database.query('SELECT count(*)::int AS count FROM quiet_job');
  return row.count;
}
