import type { DataSource } from 'typeorm';
import { plainRows } from '../database/prepared.js';

/** Runs a statement whose text depends on what was selected. Answers with plain rows. */
export function readRows<Row>(database: DataSource, text: string, values: readonly unknown[]): Promise<Row[]> {
  return plainRows(database, { text, values: [...values] });
}
