import { execFile } from 'node:child_process';
import { chmod, chown, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../libs/platform/src/postgres/index.js';

/** Commits are acknowledged when they are written to the log, as in use; a power cut is not among these tests. */
const SETTINGS = { fsync: 'off', shared_buffers: '32MB' };

export interface Pair {
  primaryUrl: string;
  standbyUrl: string;
  /** Speaks to the standby as who may do everything. */
  standby: Client;
  stopStandby(): Promise<void>;
  close(): Promise<void>;
}

/** A server of its own and a streaming replica of it, made as an operator would: from a copy of its folder. */
export async function openPair(): Promise<Pair> {
  const home = await mkdtemp(join(tmpdir(), 'odaq-pair-'));
  await chmod(home, 0o755);
  const [dataDir, copyDir] = [join(home, 'primary'), join(home, 'standby')];
  const primary = await startEmbeddedPostgres({ dataDir, settings: SETTINGS });
  await copyRunning(primary.superuserUrl, dataDir, copyDir);
  const { username, password, port } = new URL(primary.superuserUrl);
  const copy = await startEmbeddedPostgres({
    dataDir: copyDir,
    settings: {
      ...SETTINGS,
      primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}`,
      wal_receiver_status_interval: '1s',
    },
  });
  const standby = new Client({ connectionString: copy.superuserUrl, application_name: 'odaq spec' });
  // It goes away with its server.
  standby.on('error', () => {});
  await standby.connect();
  const stopStandby = async () => {
    await standby.end().catch(() => {});
    await copy.stop();
  };
  const close = async () => {
    await stopStandby();
    await primary.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { primaryUrl: primary.url, standbyUrl: copy.url, standby, stopStandby, close };
}

/** The embedded server comes without pg_basebackup; this is what it does. */
async function copyRunning(url: string, from: string, to: string): Promise<void> {
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
