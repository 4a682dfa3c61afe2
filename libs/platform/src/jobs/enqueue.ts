import type { EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.js';

export interface Job {
  name: string;
  payload: Record<string, string>;
  /** Null or absent: as soon as possible. */
  runAt?: Date | null;
  /** A later job with the same key replaces one that has not run. Not twice in one call. */
  key?: string;
}

/** SQL that puts jobs in the queue, for a statement that works them out itself: rows of (name, payload, run_at, key). */
export function addJobs(jobs: string): string {
  return `graphile_worker.add_jobs((
    SELECT array_agg((name, payload, null, run_at, null, key, null, null)::graphile_worker.job_spec)
    FROM ${jobs} AS job (name, payload, run_at, key)
  ))`;
}

/** Puts jobs in the queue as part of this transaction: they exist only if it commits. One statement, however many. */
export async function enqueue(tx: EntityManager, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await prepared(
    tx,
    `SELECT count(*) FROM ${addJobs('unnest($1::text[], $2::json[], $3::timestamptz[], $4::text[])')}`,
    [
      jobs.map(({ name }) => name),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ runAt }) => runAt ?? null),
      jobs.map(({ key }) => key ?? null),
    ],
  );
}
