import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { enqueue, Jobs } from '#platform';
import { client } from '../../support/client.js';
import { freshDatabase, letNobodyIn, urlOf } from '../../support/database.js';
import { startServer } from '../../support/server.js';
import { countThrownOut, throwOutOnce } from '../../support/throw-out.js';
import { until } from '../../support/until.js';

/** Seconds of silence after which another worker takes over; the real one is thirty. */
const LEASE = 1;

describe('a database that throws out who notes the end of a job', () => {
  it('hears of it later from the same worker, which does the next ones as well', async () => {
    const database = await freshDatabase();
    await throwOutOnce(database, 'DELETE', 'graphile_worker._private_jobs');
    const jobs = new Jobs(database, LEASE);
    const done: string[] = [];
    jobs.define('errand', async ({ number }) => void done.push(number ?? ''));
    await jobs.start(urlOf(database));

    try {
      await enqueue(database.manager, [{ name: 'errand', payload: { number: '1' } }]);
      await until(async () => done.length > 0);
      await enqueue(database.manager, [{ name: 'errand', payload: { number: '2' } }]);

      await until(async () => (await countJobs(database)) === 0);
      // Done at least once.
      expect([...new Set(done)].sort()).toEqual(['1', '2']);
    } finally {
      await jobs.stop();
    }
  }, 60_000);

  it('hears of it from both of two that end while it lets nobody in, and from whoever comes next', async () => {
    const database = await freshDatabase();
    const jobs = new Jobs(database);
    const end = Promise.withResolvers<void>();
    const begun: string[] = [];
    jobs.define('errand', async ({ number = '' }) => {
      begun.push(number);
      await end.promise;
      if (number === 'lost') throw new Error('lost on the way');
    });
    await jobs.start(urlOf(database));

    try {
      await enqueue(database.manager, [
        { name: 'errand', payload: { number: 'brought' } },
        { name: 'errand', payload: { number: 'lost' } },
      ]);
      await until(async () => begun.length === 2);
      const letIn = await letNobodyIn(urlOf(database));
      end.resolve();
      // Who comes after their notes is refused, too.
      await expect(new Client({ connectionString: urlOf(database) }).connect()).rejects.toThrow('not currently');
      await letIn();

      await until(async () => {
        const left = await database.query('SELECT last_error, locked_by FROM graphile_worker._private_jobs');
        return left.length === 1 && left[0].last_error === 'lost on the way' && left[0].locked_by === null;
      }, 40);
      await enqueue(database.manager, [{ name: 'errand', payload: { number: 'next' } }]);
      await until(async () => (await countJobs(database)) === 1);
      expect(begun.filter((number) => number !== 'lost')).toEqual(['brought', 'next']);
    } finally {
      await jobs.stop();
    }
  }, 90_000);

  it('takes no server with it', async () => {
    const database = await freshDatabase();
    const server = await startServer({ databaseUrl: urlOf(database) });
    await throwOutOnce(database, 'UPDATE', 'graphile_worker._private_jobs', 'NEW.last_error IS NOT NULL');

    // A job without what it is about fails.
    await enqueue(database.manager, [{ name: 'notices:deliver', payload: { noticeId: 'none' } }]);
    await until(async () => (await countThrownOut(database)) > 0);

    expect(await client.at(server.url).send('{ countries { code } }')).toSucceed();
    expect(await server.kill('SIGTERM')).toBe(0);
  }, 60_000);
});

async function countJobs(database: DataSource): Promise<number> {
  const [row] = await database.query('SELECT count(*)::int AS count FROM graphile_worker.jobs');
  return row.count;
}
