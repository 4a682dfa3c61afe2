import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

const names = new Map<string, string>();

/**
 * Runs a hot statement under a name of its own, so that each connection parses and plans it once, and answers with its
 * plain rows. For constant texts only: a connection keeps every text it was given, for as long as it lives.
 * Outside a transaction a connection is borrowed for the one statement.
 */
export async function prepared<Row>(
  on: EntityManager | DataSource,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const tx = on instanceof DataSource ? null : on.queryRunner;
  if (tx) return run(await tx.connect(), text, values);
  const borrowed = (on instanceof DataSource ? on : on.dataSource).createQueryRunner();
  try {
    return await run(await borrowed.connect(), text, values);
  } finally {
    await borrowed.release();
  }
}

async function run<Row>(client: ClientBase, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await client.query({ name: nameOf(text), text, values: [...values] });
  return rows;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
