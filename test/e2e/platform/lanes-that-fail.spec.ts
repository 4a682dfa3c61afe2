import type { DataSource } from 'typeorm';
import { enqueue, Jobs } from '#platform';
import { freshDatabase, urlOf } from '../../support/database.js';
import { until } from '../../support/until.js';

/** Whoever asks for letters is thrown out, each time. */
const NO_LETTERS = `
  CREATE SEQUENCE asked;
  CREATE FUNCTION throw_out() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM nextval('asked');
    RAISE 'thrown out' USING ERRCODE = '57P01';
  END $$;
  CREATE TRIGGER throw_out BEFORE INSERT ON graphile_worker._private_tasks
  FOR EACH ROW WHEN (NEW.identifier = 'letter') EXECUTE FUNCTION throw_out()`;

describe('a worker one of whose lanes is thrown out at each first look', () => {
  it('holds the jobs of its other lanes under a lease', async () => {
    const { database, url } = await withoutLetters();
    await enqueue(database.manager, [{ name: 'errand', payload: {} }]);
    const jobs = new Jobs(database);
    const end = Promise.withResolvers<void>();
    jobs.define('errand', () => end.promise);
    jobs.define('letter', async () => {}, null, 'outside');

    const starting = jobs.start(url);
    try {
      await until(async () => (await countJobsUnderLease(database)) === 1);
    } finally {
      end.resolve();
      await jobs.stop();
      await starting;
    }
  }, 60_000);

  it('keeps no lease of the tries that failed', async () => {
    const { database, url } = await withoutLetters();
    const jobs = new Jobs(database, 1);
    jobs.define('errand', async () => {});
    jobs.define('letter', async () => {}, null, 'outside');

    const starting = jobs.start(url);
    try {
      await until(async () => (await countAsked(database)) > 8);
      const leases = await database.query('SELECT id FROM job_worker');
      // The lane that works, the one that tries, and those that ended since the last round.
      expect(leases.length).toBeLessThan(6);
    } finally {
      await jobs.stop();
      await starting;
    }
  }, 60_000);

  it('ends when it is told to, and nothing of it stays', async () => {
    const { database, url } = await withoutLetters();
    const jobs = new Jobs(database);
    jobs.define('errand', async () => {});
    jobs.define('letter', async () => {}, null, 'outside');

    const starting = jobs.start(url);
    await until(async () => (await countAsked(database)) > 2);
    await jobs.stop();
    await starting;

    await expectNothingOf(database);
  }, 60_000);
});

describe('a worker that is told twice to end', () => {
  it('ends once, and is not over for the second before its jobs are done', async () => {
    const { database, url } = await withoutLetters();
    const jobs = new Jobs(database);
    jobs.define('errand', async () => {});
    await jobs.start(url);

    const ending = jobs.stop();

    expect(jobs.stop()).toBe(ending);
    await ending;
    await expectNothingOf(database);
  }, 60_000);
});

describe('a worker one of whose lanes cannot start', () => {
  it('says so, and stops the others', async () => {
    const database = await freshDatabase();
    const jobs = new Jobs(database);
    jobs.define('errand', async () => {});
    jobs.define('letter', async () => {}, 'no schedule', 'outside');

    await expect(jobs.start(urlOf(database))).rejects.toThrow('no schedule');

    await expectNothingOf(database);
    await jobs.stop();
  }, 60_000);
});

async function withoutLetters(): Promise<{ database: DataSource; url: string }> {
  const database = await freshDatabase();
  await database.query(NO_LETTERS);
  return { database, url: urlOf(database) };
}

async function countAsked(database: DataSource): Promise<number> {
  const [row] = await database.query('SELECT last_value::int AS count FROM asked');
  return row.count;
}

async function countJobsUnderLease(database: DataSource): Promise<number> {
  const [row] = await database.query(
    'SELECT count(*)::int AS count FROM graphile_worker.jobs JOIN job_worker ON job_worker.id = locked_by',
  );
  return row.count;
}

/** Connections end in the database a moment after they were closed. What sends out quiet jobs is asked over ours. */
async function expectNothingOf(database: DataSource): Promise<void> {
  expect(await database.query('SELECT * FROM job_worker')).toEqual([]);
  await until(async () => {
    const others = await database.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND query LIKE '%graphile_worker%' AND query NOT LIKE '%quiet_job%'`,
    );
    return others.length === 0;
  });
}
