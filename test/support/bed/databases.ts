import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { runConsole } from './run-console.js';
import { openTestPostgres } from './test-postgres.js';

export interface Databases {
  /** Makes one more copy of the template and answers with its address. */
  clone(): Promise<string>;
  /** Drops all of them, or throws the whole server away where it is ours. */
  close(): Promise<void>;
}

const PREFIX = 'odaq_test';

/** A migrated template with the reference data, and copies of it. */
export async function openDatabases(): Promise<Databases> {
  const postgres = await openTestPostgres();
  const run = randomBytes(4).toString('hex');
  // For as long as this session is seen, nobody takes the databases of this run for leftovers.
  const admin = new Client({ connectionString: postgres.url, application_name: `${PREFIX} ${run}` });
  await admin.connect();
  await dropLeftovers(admin);

  const names: string[] = [];
  const create = async (like: string | null): Promise<string> => {
    const name = `${PREFIX}_${run}_${names.length}`;
    names.push(name);
    await admin.query(like ? `CREATE DATABASE ${name} TEMPLATE ${like}` : `CREATE DATABASE ${name}`);
    return addressOf(postgres.url, name);
  };

  const close = async () => {
    if (!postgres.isOurs) for (const name of names) await drop(admin, name);
    await admin.end();
    await postgres.close();
  };
  try {
    const template = await create(null);
    await runConsole(['migrate'], { DATABASE_URL: template });
    return { clone: () => create(new URL(template).pathname.slice(1)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Databases of runs that were killed. */
async function dropLeftovers(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database
     WHERE datname ~ '^${PREFIX}_[0-9a-f]{8}_' AND NOT EXISTS (
       SELECT FROM pg_stat_activity WHERE application_name = '${PREFIX} ' || split_part(datname, '_', 3))`,
  );
  for (const { datname } of rows) await drop(admin, datname);
}

async function drop(admin: Client, name: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function addressOf(server: string, database: string): string {
  return Object.assign(new URL(server), { pathname: `/${database}` }).href;
}
