import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';

const PREFIX = 'odaq-bench';

/** Durable as in use, so that commits cost what they cost; everything fits into memory, so that disks do not matter. */
const SETTINGS = { shared_buffers: '512MB', work_mem: '16MB', max_wal_size: '4GB', checkpoint_timeout: '15min' };

/** An embedded PostgreSQL in a folder of its own that is thrown away afterwards. */
export async function openPostgres() {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}-${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings: SETTINGS });
  const close = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, superuserUrl: postgres.superuserUrl, folder, close };
}

/** Servers and folders of runs that were killed. */
async function removeLeftovers() {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^odaq-bench-(\d+)-/.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    // The server of a killed run still runs: joining it is the way to stop it.
    await startEmbeddedPostgres({ dataDir: folder }).then(
      (left) => left.stop(),
      () => {},
    );
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
