import type { DataSource, EntityManager } from 'typeorm';
import { dataFolder } from './data-folder.js';
import { type Changes, mergeRows } from './merge-rows.js';
import { readData } from './read-data.js';
import { rowsOf } from './rows.js';

/** Any number that no other advisory lock of ours uses. */
const LOAD_LOCK = 7_310_001;

/**
 * Makes the reference lists of the database say what the files of the folder say; without one, the shipped files.
 * Run it again after the files changed; a run without changes writes nothing. All or nothing, one load at a time.
 * Throws BadReferenceData, before anything is written, naming each file, record and field that is wrong.
 */
export async function loadReference(database: DataSource, folder: string = dataFolder()): Promise<Changes> {
  const tables = rowsOf(await readData(folder));
  return database.transaction('READ COMMITTED', async (tx) => {
    // Nodes that start together wait here for the first, and then find nothing left to do.
    await tx.query(`SET LOCAL lock_timeout = '60s'`);
    await tx.query(`SET LOCAL statement_timeout = '60s'`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);

    const total: Changes = { inserted: 0, updated: 0, retired: 0 };
    for (const table of tables) {
      const changes = await mergeRows(tx, table);
      total.inserted += changes.inserted;
      total.updated += changes.updated;
      total.retired += changes.retired;
    }
    if (total.inserted + total.updated + total.retired > 0) await countUp(tx);
    return total;
  });
}

/** Tells every node that its copy of the lists is old. */
async function countUp(tx: EntityManager): Promise<void> {
  await tx.query(
    `INSERT INTO reference_version (version) VALUES (1)
     ON CONFLICT ("only") DO UPDATE SET version = reference_version.version + 1, changed_at = now()`,
  );
}
