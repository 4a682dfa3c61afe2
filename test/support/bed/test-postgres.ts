import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';

export interface TestPostgres {
  /** Of a role that may make databases. */
  url: string;
  /** False: it was given by DATABASE_URL and holds other people’s databases. */
  isOurs: boolean;
  close(): Promise<void>;
}

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
};

/** The server of DATABASE_URL, or an embedded one in a folder of its own that is thrown away afterwards. */
export async function openTestPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, isOurs: false, close: async () => {} };

  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `odaq-test-${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings: FAST });
  const close = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, isOurs: true, close };
}

/** Servers and folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^odaq-test-(\d+)-/.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    // The server of a killed run still runs: joining it is the way to stop it.
    await startEmbeddedPostgres({ dataDir: folder, settings: FAST }).then(
      (left) => left.stop(),
      () => {},
    );
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
