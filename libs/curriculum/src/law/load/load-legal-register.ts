import type { DataSource, EntityManager } from 'typeorm';
import { oneLoad } from '#reference';
import { beginMissingRechecks } from '../../review/rechecks.js';
import { dataFolder, readRegister } from './read-register.js';
import { rowsOf, type TableRows } from './register-rows.js';

export interface RegisterChanges {
  inserted: number;
  updated: number;
  /** Acts that left the file; kept, because others refer to them. */
  retired: number;
}

/** Loads the shipped register into a database that has none; what people loaded or recorded since is left alone. */
export async function beginLegalRegister(database: DataSource): Promise<void> {
  const [known] = await database.query('SELECT 1 FROM legal_act LIMIT 1');
  if (!known) await loadLegalRegister(database);
}

/**
 * Makes the legal register say what norms.json of the folder says; without one, the shipped file.
 * Run it again after the file changed; a run without changes writes no record. What people recorded stays.
 * The reference lists come first. Throws BadLegalData, before anything is written, naming each mistake.
 */
export async function loadLegalRegister(database: DataSource, folder?: string): Promise<RegisterChanges> {
  const tables = rowsOf(await readRegister(folder ?? dataFolder()));
  return oneLoad(database, async (tx) => {
    const total = { inserted: 0, updated: 0, retired: 0 };
    for (const table of tables) {
      const written = await mergeRows(tx, table);
      total.inserted += written.filter(({ inserted }) => inserted).length;
      total.updated += written.filter(({ inserted }) => !inserted).length;
    }
    await beginMissingRechecks(tx);
    total.retired = await retireActs(tx, tables[0]?.rows as { id: string }[]);
    return total;
  });
}

/** Not from the file, so not changed by it. */
const OURS = ['retiredAt', 'recordedAt'];

/** Writes the rows that differ, and answers with those alone. */
async function mergeRows(tx: EntityManager, { entity, rows }: TableRows): Promise<{ inserted: boolean }[]> {
  const { tableName, columns, primaryColumns } = tx.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName }) => !OURS.includes(propertyName));
  const names = given.map(({ databaseName }) => `"${databaseName}"`);
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(given.map((column) => [column.databaseName, column.getEntityValue(row) ?? null])),
    ),
  );
  const fresh = names.map((name) => freshValue(name));
  const hasRetired = columns.some(({ propertyName }) => propertyName === 'retiredAt');
  return tx.query(
    `INSERT INTO "${tableName}" AS kept (${names.join(', ')})
     SELECT ${names.join(', ')} FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb)
     ON CONFLICT (${primaryColumns.map(({ databaseName }) => databaseName).join(', ')}) DO UPDATE
       SET (${names.join(', ')}${hasRetired ? ', retired_at' : ''}) = ROW (${fresh.join(', ')}${hasRetired ? ', NULL' : ''})
       WHERE (${names.map((name) => `kept.${name}`).join(', ')}) IS DISTINCT FROM (${fresh.join(', ')})
         ${hasRetired ? 'OR kept.retired_at IS NOT NULL' : ''}
     RETURNING xmax = 0 AS inserted`,
    [json],
  );
}

/** An end that a later edition gave stays where the file names none. */
function freshValue(name: string): string {
  return name === '"in_force_until"' ? `coalesce(excluded.${name}, kept.${name})` : `excluded.${name}`;
}

async function retireActs(tx: EntityManager, rows: { id: string }[]): Promise<number> {
  const [, retired]: [unknown, number] = await tx.query(
    `UPDATE legal_act SET retired_at = now() WHERE retired_at IS NULL AND id <> ALL($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  return retired;
}
