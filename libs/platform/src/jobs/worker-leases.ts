import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { log } from '../logging/log.js';

/**
 * Which workers live. Each says so three times per lease; whoever is silent for a whole lease loses its jobs to the
 * others, so that a killed process holds up nothing for longer than a lease and a third.
 */
export class WorkerLeases {
  private readonly alive = new Set<string>();
  /** Ended, and to be forgotten with the next round: one under way may still say that they live. */
  private readonly ended = new Set<string>();
  private readonly ending = new AbortController();
  private rounds: Promise<void> | null = null;

  constructor(
    private readonly database: Pick<DataSource, 'query'>,
    /** In seconds. Longer than a busy process may be mute, or its jobs are done twice. */
    private readonly lease: number,
  ) {}

  /** Those of this process. */
  get workers(): string[] {
    return [...this.alive];
  }

  /** From now on the worker is kept alive by this process. */
  add(worker: string): void {
    this.alive.add(worker);
  }

  /** It has ended, with no job under way. */
  remove(worker: string): void {
    this.alive.delete(worker);
    this.ended.add(worker);
  }

  start(): void {
    this.rounds = this.goRound();
  }

  /** What this process still held goes to the others at once. */
  async stop(): Promise<void> {
    if (!this.rounds) return;
    this.ending.abort();
    await this.rounds;
    await this.forget([...this.workers, ...this.ended]).catch(complain);
  }

  private async forget(workers: readonly string[]): Promise<void> {
    if (workers.length === 0) return;
    await this.database.query('DELETE FROM job_worker WHERE id = ANY($1)', [workers]);
    for (const worker of workers) this.ended.delete(worker);
  }

  private async goRound(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await this.beat().catch(complain);
      await pause((this.lease * 1_000) / 3, null, { signal }).catch(() => {});
    }
  }

  /** One round: say that we live, and free the jobs of those who no longer do. */
  private async beat(): Promise<void> {
    await this.database.query(
      `INSERT INTO job_worker (id, seen_at) SELECT unnest($1::text[]), clock_timestamp()
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
      [this.workers],
    );
    await this.forget([...this.ended]);
    await unlockSilent(this.database, this.lease);
    await this.database.query('DELETE FROM job_worker WHERE seen_at < now() - make_interval(secs => $1)', [
      100 * this.lease,
    ]);
  }
}

/** Makes the jobs of workers that said nothing for so many seconds free to be done; answers with these workers. */
async function unlockSilent(database: Pick<DataSource, 'query'>, seconds: number): Promise<string[]> {
  const silent: { id: string }[] = await database.query(
    `WITH silent AS (
       SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
       WHERE locked_at < now() - make_interval(secs => $1) AND NOT EXISTS (
         SELECT FROM job_worker WHERE id = locked_by AND seen_at > now() - make_interval(secs => $1))
     )
     SELECT id, graphile_worker.force_unlock_workers(ARRAY[id]) FROM silent`,
    [seconds],
  );
  const ids = silent.map(({ id }) => id);
  if (ids.length > 0) log.warn({ workers: ids }, 'jobs: a worker fell silent; its jobs go to the others');
  return ids;
}

function complain(error: unknown): void {
  log.warn({ err: error }, 'jobs: the lease of the workers could not be renewed');
}
