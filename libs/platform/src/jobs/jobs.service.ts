import { Injectable } from '@nestjs/common';
import { type Runner, run, Logger as WorkerLogger } from 'graphile-worker';
import type { EntityManager } from 'typeorm';
import { log } from '../logging/log.js';

/** Does one job. Is done at least once, so doing it twice must change nothing. */
export type JobHandler = (payload: Record<string, string>) => Promise<void>;

export interface Job {
  name: string;
  payload: Record<string, string>;
  /** Null or absent: as soon as possible. */
  runAt?: Date | null;
  /** A later job with the same key replaces one that has not run. */
  key?: string;
}

/** Work done after the answer, by whichever node is free. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedules: string[] = [];
  private runner: Runner | null = null;

  /** Says who does a job; `schedule` (five cron fields, UTC) makes it run by itself too. */
  define(name: string, handler: JobHandler, schedule?: string): void {
    if (this.handlers.has(name)) throw new Error(`job ${name} is defined twice`);
    this.handlers.set(name, handler);
    if (schedule) this.schedules.push(`${schedule} ${name}`);
  }

  /** Begins to work through the queue of this database. */
  async start(connectionString: string): Promise<void> {
    const taskList = Object.fromEntries(
      [...this.handlers].map(([name, handler]) => [
        name,
        (payload: unknown) => handler((payload ?? {}) as Record<string, string>),
      ]),
    );
    this.runner = await run({
      connectionString,
      taskList,
      crontab: this.schedules.join('\n'),
      concurrency: 2,
      maxPoolSize: 4,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: new WorkerLogger(() => (level, message, meta) => {
        if (level === 'error' || level === 'warning') log.warn({ meta }, `jobs: ${message}`);
      }),
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    this.runner = null;
  }
}

/** Puts jobs in the queue as part of this transaction: they exist only if it commits. */
export async function enqueue(tx: EntityManager, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.query(
    `SELECT graphile_worker.add_job(name, payload, run_at := coalesce(run_at, now()), job_key := key)
     FROM unnest($1::text[], $2::json[], $3::timestamptz[], $4::text[]) AS job (name, payload, run_at, key)`,
    [
      jobs.map(({ name }) => name),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ runAt }) => runAt ?? null),
      jobs.map(({ key }) => key ?? null),
    ],
  );
}
