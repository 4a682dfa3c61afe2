import type { ClientBase, QueryConfig } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { nameOf } from './statement-names.js';

/**
 * Runs a hot statement under a name from the first time on, so that each connection parses and plans it once, and
 * answers with its plain rows. For constant texts only: one that varies earns its name by being asked for often.
 * Outside a transaction a connection is borrowed for the one statement.
 */
export function prepared<Row>(
  on: EntityManager | DataSource,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return plainRows(on, { name: nameOf(text), text, values: [...values] });
}

/** Asks the driver itself; what TypeORM would do round a statement is not done. */
async function plainRows<Row>(on: EntityManager | DataSource, statement: QueryConfig): Promise<Row[]> {
  const tx = on instanceof DataSource ? null : on.queryRunner;
  if (tx) return rowsFrom(await tx.connect(), statement);
  const borrowed = (on instanceof DataSource ? on : on.dataSource).createQueryRunner();
  try {
    return await rowsFrom(await borrowed.connect(), statement);
  } finally {
    await borrowed.release();
  }
}

export async function rowsFrom<Row>(client: ClientBase, statement: QueryConfig): Promise<Row[]> {
  const { rows } = await client.query(statement);
  return rows;
}
