import { execFile } from 'node:child_process';
import { chown, copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

/** What a server is told that follows the one at this address. */
export function followerOf(url: string): Record<string, string> {
  const { username, password, port } = new URL(url);
  return {
    primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}`,
    wal_receiver_status_interval: '1s',
  };
}

/**
 * Copies the data folder of an embedded server that runs, as one that will follow it: what pg_basebackup does, which the
 * embedded server comes without.
 */
export async function copyRunning(url: string, from: string, to: string): Promise<void> {
  const session = new Client({ connectionString: url });
  await session.connect();
  await session.query(`SELECT pg_backup_start('standby', true)`);
  await mkdir(to);
  await promisify(execFile)('cp', ['-a', join(from, 'postgres'), join(to, 'postgres')]);
  const { rows } = await session.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
  await session.end();
  await rm(join(to, 'postgres', 'postmaster.pid'));
  await rm(join(to, 'postgres', 'postmaster.opts'), { force: true });
  const { uid, gid } = await stat(join(to, 'postgres'));
  for (const [name, text] of Object.entries({ backup_label: rows[0]?.labelfile ?? '', 'standby.signal': '' })) {
    const file = join(to, 'postgres', name);
    await writeFile(file, text);
    await chown(file, uid, gid);
  }
  await copyFile(join(from, 'postgres.password'), join(to, 'postgres.password'));
}
