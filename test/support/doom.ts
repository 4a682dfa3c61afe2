import type { DataSource } from 'typeorm';
import { Jobs } from '#platform';
import { urlOf } from './database.js';
import { type RunningServer, startServer } from './server.js';
import { until } from './until.js';

/** Seconds of silence after which another worker takes over; the real one is thirty. */
const LEASE = 1;
const GATE = 4_711;

/**
 * A real server works until it comes to write the row that a condition on `NEW` picks, and is killed in the middle of
 * that statement. What it had not committed is gone when this returns.
 */
export async function killAtRow(database: DataSource, table: string, condition: string): Promise<void> {
  await database.query(`
    CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF ${condition} THEN PERFORM pg_advisory_xact_lock(${GATE}); END IF;
      RETURN NEW;
    END $$`);
  await database.query(`CREATE TRIGGER gate BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`);
  const gate = database.createQueryRunner();
  let doomed: RunningServer | undefined;
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [GATE]);
    doomed = await startServer({ databaseUrl: urlOf(database) });
    await until(async () => (await waiting(database)) > 0, 120);
  } finally {
    await doomed?.kill('SIGKILL');
    await gate.query('SELECT pg_advisory_unlock_all()');
    await gate.release();
  }
  // The killed one’s connection ends when it has nobody to answer to.
  await until(async () => (await waiting(database)) === 0, 120);
  await database.query(`DROP TRIGGER gate ON ${table}`);
}

async function waiting(database: DataSource): Promise<number> {
  const [row] = await database.query(
    `SELECT count(*)::int AS count FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
     WHERE locktype = 'advisory' AND objid = $1 AND NOT granted AND datname = current_database()`,
    [GATE],
  );
  return row.count;
}

/** Another worker, which knows these jobs, works until none of this name is left. */
export async function succeed(database: DataSource, name: string, define: (jobs: Jobs) => void): Promise<void> {
  const jobs = new Jobs(database, LEASE);
  define(jobs);
  await jobs.start(urlOf(database));
  const left = 'SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1';
  try {
    await until(async () => (await database.query(left, [name])).length === 0, 120);
  } finally {
    await jobs.stop();
  }
}
