import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** A transaction, or the database: then a connection is borrowed for the one statement. */
type Runner = Pick<EntityManager, 'queryRunner'> | Pick<DataSource, 'createQueryRunner'>;

const names = new Map<string, string>();

/**
 * Runs a hot statement under a name of its own, so that each connection parses and plans it once, and answers with its
 * plain rows. For constant texts only: a connection keeps every text it was given, for as long as it lives.
 */
export async function prepared<Row>(on: Runner, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  if ('queryRunner' in on && on.queryRunner) return run(await on.queryRunner.connect(), text, values);
  const borrowed = (on as Pick<DataSource, 'createQueryRunner'>).createQueryRunner();
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
