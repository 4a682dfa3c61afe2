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
  const [first, ...others] = jobs;
  if (!first) return;
  if (others.length === 0 && first.key === undefined) return enqueueOne(tx, first);
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

/**
 * One that replaces none. The queue would go through all that wait to see whether it does, which in a rush costs more
 * than all else of it; under a key that nobody else has it does not.
 */
async function enqueueOne(tx: EntityManager, { name, payload, runAt }: Job): Promise<void> {
  await prepared(
    tx,
    `SELECT FROM graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => gen_random_uuid()::text,
       job_key_mode => 'unsafe_dedupe')`,
    [name, JSON.stringify(payload), runAt ?? null],
  );
}
