import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, startEmbeddedPostgres } from '#platform';
import { type OpenDatabase, openDatabase } from '../../api/src/database/open-database.js';

const SCRATCH = { fsync: 'off', shared_buffers: '64MB' };

/** A new, migrated database in a server of its own, thrown away afterwards: what the code makes, whatever is on disk. */
export async function withScratchDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'odaq-scratch-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings: SCRATCH });
  try {
    const open = await openDatabase({ ...readSettings({}), databaseUrl: postgres.url });
    try {
      return await work(open);
    } finally {
      await open.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
