import { Inject, Injectable, Optional } from '@nestjs/common';
import { type RunnerOptions, run, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker';
import { DataSource, type EntityManager } from 'typeorm';
import { planningEachTime } from '../database/statement-names.js';
import type { AfterCommit } from '../database/transactions.js';
import { log } from '../logging/log.js';
import { Calm } from './calm.js';
import { Lane, type Opened } from './lane.js';
import { QueuePool } from './queue-pool.js';
import { putDown, type QuietJob, QuietJobs } from './quiet-jobs.js';
import { wakeSeldom } from './wake-seldom.js';
import { WorkerLeases } from './worker-leases.js';

export { addJobs, enqueue, type Job } from './enqueue.js';

/** Does one job. Is done at least once, so doing it twice must change nothing. */
export type JobHandler = (payload: Record<string, string>) => Promise<void>;

/**
 * Which workers do it. `inside`: work inside this database; `later`: such work that may come after answers; `outside`: what
 * may so too, and waits for other machines, which are slow or away; `long`: work of minutes. None of them holds up another.
 */
type LaneKind = 'inside' | 'later' | 'outside' | 'long';

interface Definition {
  name: string;
  handler: JobHandler;
  schedule: string | null;
  lane: LaneKind;
}

/** Injection token, for tests: seconds of silence after which a worker counts as dead. */
export const WORKER_LEASE = Symbol('worker lease');

/** With a round every third of it and a look at the queue every 2 s: another worker begins within 42 s of a death. */
const LEASE = 30;

const WORKERS: Record<LaneKind, number> = { inside: 2, later: 1, outside: 2, long: 1 };
/** Nobody waits for what these do. */
const GIVE_WAY: readonly LaneKind[] = ['later', 'outside'];

/** Work done after the answer, by whichever node is free. */
@Injectable()
export class Jobs {
  private readonly definitions = new Map<string, Definition>();
  private readonly leases: WorkerLeases;
  private readonly calm: Calm;
  private readonly quiet: QuietJobs;
  private readonly ending = new AbortController();
  private lanes: Lane[] = [];
  private starting: Promise<void>[] = [];
  private stopping: Promise<void> | null = null;

  constructor(database: DataSource, @Optional() @Inject(WORKER_LEASE) lease: number | null = null) {
    this.leases = new WorkerLeases(database, lease ?? LEASE);
    this.calm = new Calm(database, () => this.leases.workers);
    this.quiet = new QuietJobs(database);
  }

  /** Says who does a job; `schedule` (five cron fields, UTC; null: none) makes it run by itself too. */
  define(name: string, handler: JobHandler, schedule: string | null = null, lane: LaneKind = 'inside'): void {
    if (this.definitions.has(name)) throw new Error(`job ${name} is defined twice`);
    this.definitions.set(name, { name, handler, schedule, lane });
  }

  /**
   * Puts jobs in the queue without waking anybody for them, which costs a rush a tenth of its speed, and more beside other
   * processes: they begin within a second, or two where this process is killed meanwhile; later where the queue lets nobody
   * in. They exist only if the transaction commits.
   */
  async enqueueQuietly(tx: EntityManager, after: AfterCommit, jobs: readonly QuietJob[]): Promise<void> {
    if (jobs.length === 0) return;
    after(() => this.quiet.sendOut());
    await putDown(tx, jobs);
  }

  /** Begins to work through the queue of this database: all lanes or, where one cannot, none. */
  async start(connectionString: string): Promise<void> {
    // A lane may find a long job while another is still not let in.
    this.leases.start();
    this.calm.start();
    this.quiet.start();
    const kinds = new Set([...this.definitions.values()].map(({ lane }) => lane));
    this.lanes = [...kinds].map((kind) => {
      return new Lane(kind, (events) => this.open(kind, connectionString, events), this.ending.signal);
    });
    this.starting = this.lanes.map((lane) => lane.start());
    try {
      await Promise.all(this.starting);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  private async open(kind: LaneKind, connectionString: string, events: WorkerEvents): Promise<Opened> {
    const definitions = [...this.definitions.values()].filter(({ lane }) => lane === kind);
    const work = workOf(definitions, GIVE_WAY.includes(kind) ? () => this.calm.come() : async () => {});
    const workers: string[] = [];
    // The library locks a job under the name of its pool, which is known only here.
    events.on('pool:create', ({ workerPool }) => {
      workers.push(workerPool.id);
      this.leases.add(workerPool.id);
      wakeSeldom(workerPool, events);
    });
    const pgPool = new QueuePool(connectionString, WORKERS[kind] + 2);
    const close = async () => {
      for (const id of workers) this.leases.remove(id);
      await pgPool.end();
    };
    try {
      const runner = await run({ pgPool, ...work, ...optionsOf(kind), events });
      return { runner, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Also while it still starts, or after that failed. Jobs under way are done first, whoever asks for it again. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    this.ending.abort();
    await this.quiet.stop();
    await this.calm.stop();
    await Promise.allSettled(this.starting);
    await Promise.all(this.lanes.map((lane) => lane.stop()));
    await this.leases.stop();
  }
}

function optionsOf(lane: LaneKind): RunnerOptions {
  return {
    concurrency: WORKERS[lane],
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new WorkerLogger(() => (level, message, meta) => {
      if (level === 'error' || level === 'warning') log.warn({ reason: reasonOf(meta) }, `jobs: ${message}`);
    }),
  };
}

/** An error of the driver brings the whole connection along, with what it was opened with. */
function reasonOf(meta: { error?: unknown; reason?: unknown } | undefined): string | undefined {
  const error = meta?.error ?? meta?.reason;
  return error instanceof Error ? error.message : undefined;
}

function workOf(
  definitions: readonly Definition[],
  ready: () => Promise<void>,
): Pick<RunnerOptions, 'taskList' | 'crontab'> {
  const tasks = definitions.map(({ name, handler }) => [
    name,
    async (payload: unknown) => {
      await ready();
      await planningEachTime(() => handler((payload ?? {}) as Record<string, string>));
    },
  ]);
  const schedules = definitions.flatMap(({ name, schedule }) => (schedule ? [`${schedule} ${name}`] : []));
  return { taskList: Object.fromEntries(tasks), crontab: schedules.join('\n') };
}
