import type { DataSource, EntityManager } from 'typeorm';
import { dataFolder } from './data-folder.js';
import { type Changes, mergeRows } from './merge-rows.js';
import { oneLoad } from './one-load.js';
import { readData } from './read-data.js';
import { rowsOf, type TableRows } from './rows.js';

/**
 * Makes the reference lists of the database say what the files of the folder say; without one, the shipped files.
 * Run it again after the files changed; a run without changes writes no record. All or nothing, one load at a time.
 * Throws BadReferenceData, before anything is written, naming each file, record and field that is wrong.
 */
export async function loadReference(database: DataSource, folder?: string): Promise<Changes> {
  const tables = rowsOf(await readData(folder ?? dataFolder()));
  return oneLoad(database, (tx) => merge(tx, tables, folder === undefined));
}

/**
 * What every start does: loads the shipped lists, so that a new release brings its own. Somebody who loaded a folder of
 * their own keeps what they loaded, else the next start would retire the countries they added.
 */
export async function refreshReference(database: DataSource): Promise<Changes> {
  const tables = rowsOf(await readData(dataFolder()));
  return oneLoad(database, async (tx) => {
    const [row] = await tx.query('SELECT is_shipped FROM reference_version');
    return row?.is_shipped === false ? NOTHING : merge(tx, tables, true);
  });
}

const NOTHING: Changes = { inserted: 0, updated: 0, retired: 0 };

async function merge(tx: EntityManager, tables: TableRows[], isShipped: boolean): Promise<Changes> {
  const total = { ...NOTHING };
  for (const table of tables) {
    const changes = await mergeRows(tx, table);
    total.inserted += changes.inserted;
    total.updated += changes.updated;
    total.retired += changes.retired;
  }
  const changed = total.inserted + total.updated + total.retired > 0;
  await remember(tx, changed, isShipped);
  return total;
}

/** A grown number tells every node that its copy of the lists is old. */
async function remember(tx: EntityManager, changed: boolean, isShipped: boolean): Promise<void> {
  await tx.query(
    `INSERT INTO reference_version AS kept (version, is_shipped) VALUES (1, $2)
     ON CONFLICT ("only") DO UPDATE SET
       version = kept.version + $1::int,
       is_shipped = $2,
       changed_at = CASE WHEN $1 = 1 THEN now() ELSE kept.changed_at END
     WHERE $1 = 1 OR kept.is_shipped <> $2`,
    [changed ? 1 : 0, isShipped],
  );
}
