import type { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';

/** Planned statements that get a name. There are as many texts as selections and filters, and connections keep each. */
const MOST_NAMED = 300;
/** How often a statement is asked for before it is worth a name. */
const WORTH_A_NAME = 3;
/** Texts whose uses are counted at a time. */
const MOST_COUNTED = 2_000;

const named = new Set<string>();
let uses = new Map<string, number>();

/** Runs a statement whose text depends on what was selected; the frequent ones are prepared. Answers with plain rows. */
export async function readRows<Row>(database: DataSource, text: string, values: readonly unknown[]): Promise<Row[]> {
  if (named.has(text) || isFrequent(text)) return prepared(database, text, values);
  return database.query(text, [...values]);
}

function isFrequent(text: string): boolean {
  if (named.size >= MOST_NAMED) return false;
  const count = (uses.get(text) ?? 0) + 1;
  if (uses.size >= MOST_COUNTED) uses = new Map();
  uses.set(text, count);
  if (count < WORTH_A_NAME) return false;
  uses.delete(text);
  named.add(text);
  return true;
}
