import type { DataSource } from 'typeorm';
import { pipelinesOf } from '../database/read-pipelines.js';
import { replicaAtHand } from '../replicas/place.js';

/** Runs a statement outside of every transaction. Answers with plain rows. */
export function readRows<Row>(database: DataSource, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return pipelinesOf(replicaAtHand() ?? database).read({ text, values: [...values] });
}
