import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../libs/platform/src/postgres/index.js';
import { copyRunning, followerOf } from './copy-running.js';

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
  const copy = await startEmbeddedPostgres({
    dataDir: copyDir,
    settings: { ...SETTINGS, ...followerOf(primary.superuserUrl) },
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
