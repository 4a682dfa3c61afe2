import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { copyRunning, followerOf } from '../../support/copy-running.ts';
import { FOLDER, openFollower } from './postgres.js';
import { readIntoMemory } from './read-into-memory.js';
import { parentOf } from './usage.js';

/**
 * A streaming replica of all databases, made of a copy of the folder and thrown away at the end. Answers with its address
 * of the database asked for, and the number of its first process.
 */
export async function openReplica({ superuserUrl, database, ending }) {
  const home = await mkdtemp(join(tmpdir(), 'odaq-bench-replica-'));
  ending.add(() => rm(home, { recursive: true, force: true }));
  // PostgreSQL may run as somebody else.
  await chmod(home, 0o755);
  const folder = join(home, 'replica');
  await copyRunning(superuserUrl, FOLDER, folder);
  const server = await openFollower(folder, followerOf(superuserUrl));
  ending.add(() => server.stop());

  const at = (url) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const client = new pg.Client({ connectionString: at(server.superuserUrl) });
  await client.connect();
  await readIntoMemory(client);
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0].pid);
  await client.end();
  return { url: at(server.url), postmaster };
}
