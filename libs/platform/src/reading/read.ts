import type { DataSource } from 'typeorm';
import { pipelinesOf } from '../database/read-pipelines.js';
import { replicaAtHand } from '../replicas/place.js';

/**
 * Reads outside of every transaction, and answers with plain rows. The statement may run twice, and others may wait behind
 * it, so it must neither change nor lock anything (decision 0070).
 */
export function readRows<Row>(database: DataSource, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return pipelinesOf(replicaAtHand() ?? database).read({ text, values: [...values] });
}
