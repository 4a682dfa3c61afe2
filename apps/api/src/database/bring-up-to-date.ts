import { join } from 'node:path';
import { Logger, runMigrations as prepareJobs } from 'graphile-worker';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { createDataSource } from '#platform';
import { CannotStart } from '../cannot-start.js';
import { migrationsFolder } from '../project.js';
import { knownMigrations } from './known-migrations.js';

/** Advisory lock of whoever changes the schema or the lists; others wait for it. */
const CHANGING_SCHEMA = 1_868_849_601;

const silent = new Logger(() => () => {});

/**
 * Migrates the database, one node at a time. Answers with the names of the migrations that were needed.
 * Refuses with CannotStart when the database is newer than this code, or a migration fails.
 */
export async function bringUpToDate(database: DataSource, url: string): Promise<string[]> {
  return alone(database, async (session) => {
    // Migrations are loaded by who needs them; most starts need none.
    const needed = (await missing(session)).length > 0 ? await migrate(url, session) : [];
    await prepareJobs({ connectionString: url, logger: silent });
    return needed;
  });
}

/** Runs on a session of its own that may wait long for its turn, but holds up the others no longer than a moment. */
async function alone<T>(database: DataSource, work: (session: QueryRunner) => Promise<T>): Promise<T> {
  const session = database.createQueryRunner();
  try {
    await session.query('SET statement_timeout = 0');
    await session.query('SET idle_in_transaction_session_timeout = 0');
    await session.query('SET lock_timeout = 0');
    await session.query('SELECT pg_advisory_lock($1)', [CHANGING_SCHEMA]);
    await session.query(`SET lock_timeout = '10s'`);
    return await work(session);
  } finally {
    // Frees the lock and takes back the settings; a connection that is gone has done so already.
    await session.query('DISCARD ALL').catch(() => {});
    await session.release();
  }
}

/** Names of the migrations that this database lacks. Refuses a database that has some which this code does not know. */
async function missing(session: QueryRunner): Promise<string[]> {
  const known = knownMigrations();
  const done = await doneMigrations(session);
  const unknown = done.findLast((name) => !known.includes(name));
  if (unknown) {
    throw new CannotStart(
      `The database is newer than this Odaq, which does not know its migration ${unknown}: start the newer version.`,
    );
  }
  return known.filter((name) => !done.includes(name));
}

/** Oldest first; none in an empty database. */
async function doneMigrations(session: QueryRunner): Promise<string[]> {
  const [{ exists }] = await session.query(`SELECT to_regclass('migration') IS NOT NULL AS exists`);
  if (!exists) return [];
  const rows: { name: string }[] = await session.query('SELECT name FROM migration ORDER BY timestamp');
  return rows.map(({ name }) => name);
}

async function migrate(url: string, session: QueryRunner): Promise<string[]> {
  const migrations = [join(migrationsFolder, '*.js')];
  const migrator = createDataSource({ url, poolSize: 1, entities: [], migrations });
  await migrator.initialize();
  const executor = new MigrationExecutor(migrator, session);
  executor.transaction = 'each';
  // What failed is told once, by whoever catches it.
  migrator.logger.logMigration = () => {};
  try {
    return (await executor.executePendingMigrations()).map(({ name }) => name);
  } catch (error) {
    const { message } = error as Error;
    throw new CannotStart(
      `The database could not be migrated, and is as it was before the step that failed: ${message}`,
      {
        cause: error,
      },
    );
  } finally {
    await migrator.destroy();
  }
}
