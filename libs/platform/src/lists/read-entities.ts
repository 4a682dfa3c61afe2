import type { DataSource } from 'typeorm';
import { tableOf } from '../database/naming.js';
import { readRows } from '../reading/read.js';
import { asRow, columnsOf } from './rows.js';

/**
 * Rows of an entity, whole. What follows WHERE calls the table by its name. Costs our process less than
 * when TypeORM writes the statement and makes the rows.
 */
export async function readEntities<Row extends object>(
  database: DataSource,
  entity: new () => Row,
  where: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const table = tableOf(entity.name);
  const rows = await readRows<object>(
    database,
    `SELECT ${columnsOf(database, entity, table)} FROM ${table} WHERE ${where}`,
    values,
  );
  return rows.map((row) => asRow(entity, row));
}
