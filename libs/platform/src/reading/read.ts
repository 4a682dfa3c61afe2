import type { DataSource } from 'typeorm';
import { ReadPipelines } from '../database/read-pipelines.js';
import { replicaAtHand } from '../replicas/place.js';

const pipelines = new WeakMap<DataSource, ReadPipelines>();

/** Runs a statement whose text depends on what was selected. Answers with plain rows. */
export function readRows<Row>(database: DataSource, text: string, values: readonly unknown[]): Promise<Row[]> {
  return pipelinesOf(replicaAtHand() ?? database).read({ text, values: [...values] });
}

function pipelinesOf(database: DataSource): ReadPipelines {
  const known = pipelines.get(database);
  if (known) return known;
  const made = new ReadPipelines(database);
  pipelines.set(database, made);
  return made;
}
