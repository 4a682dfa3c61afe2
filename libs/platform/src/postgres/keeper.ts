import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Cluster } from './cluster.js';
import { ELSEWHERE, PostgresUnavailable } from './errors.js';
import type { Server } from './running-server.js';

/** Advisory locks of the maintenance database. Every process that uses the server shares the first. */
const IN_USE = 1_868_849_521;
const PREPARING = 1_868_849_522;

const WRONG_PASSWORD = new Set(['28P01', '28000']);

/** `ref` and `unref` (does an open connection keep the program alive?) are missing from the published types. */
export type Keeper = Client & { ref(): void; unref(): void };

/**
 * Our own connection for as long as we use the server. Its shared lock tells other processes that we are here, and
 * the server drops it by itself when we are killed.
 */
async function connectKeeper(server: Server, password: string): Promise<Keeper> {
  const keeper = new Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'keeper of odaq',
    connectionTimeoutMillis: 5_000,
    ssl: false,
  });
  // A server that goes away is noticed by whoever asks it something next.
  keeper.on('error', () => {});
  try {
    await keeper.connect();
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
  } catch (error) {
    await keeper.end().catch(() => {});
    throw error;
  }
  return keeper as Keeper;
}

/** Asks until the server answers. Null when the server went away first. */
export async function waitForKeeper(
  cluster: Cluster,
  server: Server,
  password: string,
  isThere: () => Promise<boolean>,
  deadline: number,
): Promise<Keeper | null> {
  for (; ; await pause(25)) {
    try {
      return await connectKeeper(server, password);
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      if (code && WRONG_PASSWORD.has(code)) throw wrongPassword(cluster);
      if (!(await isThere())) return null;
      if (Date.now() > deadline) throw silent(cluster, message);
    }
  }
}

function wrongPassword({ folder, passwordFile }: Cluster): PostgresUnavailable {
  return new PostgresUnavailable(
    `${passwordFile} does not open ${folder}: put the right file back, or move ${folder} away to begin empty, or ${ELSEWHERE}.`,
  );
}

function silent({ logFile }: Cluster, reason: string): PostgresUnavailable {
  return new PostgresUnavailable(
    `PostgreSQL did not answer within a minute (${reason}): if ${logFile} says that it is recovering, start again later.`,
  );
}

/** Makes the role and the database `odaq` once. The role may make databases and trusted extensions, nothing more. */
export async function prepareDatabase(keeper: Client, password: string): Promise<void> {
  await keeper.query('SELECT pg_advisory_lock($1)', [PREPARING]);
  try {
    // A failing statement would be written to the log together with the password.
    await keeper.query(
      `SET log_statement = 'none'; SET log_min_duration_statement = -1; SET log_min_error_statement = 'panic'`,
    );
    const role = await keeper.query(`SELECT FROM pg_roles WHERE rolname = 'odaq'`);
    if (!role.rowCount)
      await keeper.query(`CREATE ROLE odaq LOGIN CREATEDB PASSWORD ${keeper.escapeLiteral(password)}`);
    const database = await keeper.query(`SELECT FROM pg_database WHERE datname = 'odaq'`);
    if (!database.rowCount) await keeper.query('CREATE DATABASE odaq OWNER odaq');
  } finally {
    await keeper.query('SELECT pg_advisory_unlock($1)', [PREPARING]);
  }
}

/**
 * Gives up our share, and says whether nobody else uses the server. If so, newcomers wait until the keeper is gone,
 * so the server can be stopped without pulling it from under one.
 */
export async function isLastKeeper(keeper: Client): Promise<boolean> {
  await keeper.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
  const alone = await keeper.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE]);
  return alone.rows[0]?.alone === true && !(await hasOthers(keeper));
}

/** A connection that was just closed may be listed a moment longer. */
async function hasOthers(keeper: Client): Promise<boolean> {
  for (const deadline = Date.now() + 300; ; await pause(20)) {
    const others = await keeper.query(`SELECT FROM pg_stat_activity WHERE application_name LIKE 'odaq%'`);
    if (!others.rowCount) return false;
    if (Date.now() > deadline) return true;
  }
}
