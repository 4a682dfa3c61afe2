import type { EntityManager } from 'typeorm';
import type { TableRows } from './rows.js';

export interface Changes {
  inserted: number;
  updated: number;
  /** Left the lists; kept, because others may refer to them. */
  retired: number;
}

/**
 * Makes one table say what the rows say, and counts what that took. Rows that are equal already are not written,
 * so a second run changes none. A retired row that is back is in force again.
 */
export async function mergeRows(tx: EntityManager, { entity, rows }: TableRows): Promise<Changes> {
  const { tableName, columns, primaryColumns } = tx.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName }) => propertyName !== 'retiredAt');
  const list = (names: { databaseName: string }[], prefix = '') =>
    names.map(({ databaseName }) => `${prefix}"${databaseName}"`).join(', ');
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(given.map((column) => [column.databaseName, column.getEntityValue(row) ?? null])),
    ),
  );
  const source = `jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb)`;

  const written: { inserted: boolean }[] = await tx.query(
    `INSERT INTO "${tableName}" AS kept (${list(given)}) SELECT ${list(given)} FROM ${source}
     ON CONFLICT (${list(primaryColumns)}) DO UPDATE
       SET (${list(given)}, retired_at) = ROW (${list(given, 'excluded.')}, NULL)
       WHERE (${list(given, 'kept.')}) IS DISTINCT FROM (${list(given, 'excluded.')}) OR kept.retired_at IS NOT NULL
     RETURNING xmax = 0 AS inserted`,
    [json],
  );
  const [, retired]: [unknown, number] = await tx.query(
    `UPDATE "${tableName}" SET retired_at = now() WHERE retired_at IS NULL
     AND (${list(primaryColumns)}) NOT IN (SELECT ${list(primaryColumns)} FROM ${source})`,
    [json],
  );

  const inserted = written.filter((row) => row.inserted).length;
  return { inserted, updated: written.length - inserted, retired };
}
