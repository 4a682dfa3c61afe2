import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { log } from '../logging/log.js';

/** So many people who wait for an answer of a process make it busy. */
const BUSY = 5;
/** All that follow are in milliseconds. */
const GLANCE = 20;
/** However busy this process is, work goes on so often. */
const LONGEST_WAIT = 5_000;
/** However busy others are. Two processes that are never calm would otherwise hold up each other’s work for good. */
const LONGEST_WAIT_FOR_OTHERS = 1_000;
/** So often a process looks at itself. */
const LOOKED_EVERY = 100;
/** So long the others take it for busy. */
const BELIEVED = 2_000;
/** So often a process asks about the others, while work waits. */
const ASKED_EVERY = 250;

/** After so many looks a process tells the others that it is busy, where it was so in nearly all of them: a moment is no rush. */
const LOOKS = 10;
const NEARLY_ALL = 8;

let waiting = 0;

channel('http.server.request.start').subscribe((message) => {
  waiting += 1;
  (message as { response: ServerResponse }).response.once('close', () => {
    waiting -= 1;
  });
});

/**
 * Tells when work that nobody waits for slows down nobody: while many wait for an answer of this process, or of another
 * with the same database, it is put off.
 */
export class Calm {
  private timer: NodeJS.Timeout | null = null;
  private isOver = false;
  private looks = 0;
  private busyLooks = 0;
  private telling: Promise<void> = Promise.resolve();
  private askedAt = Number.NEGATIVE_INFINITY;
  private areOthersBusy: Promise<boolean> = Promise.resolve(false);

  constructor(
    private readonly database: Pick<DataSource, 'query'>,
    /** Under which this process is known. */
    private readonly workers: () => readonly string[],
  ) {}

  start(): void {
    this.timer = setInterval(() => this.look(), LOOKED_EVERY).unref();
  }

  /** Nothing is put off any more. */
  async stop(): Promise<void> {
    this.isOver = true;
    clearInterval(this.timer ?? undefined);
    await this.telling;
  }

  /** Waits until it is calm, or has waited for long enough. */
  async come(): Promise<void> {
    const began = performance.now();
    const isWithin = (limit: number) => !this.isOver && performance.now() < began + limit;
    while (isWithin(LONGEST_WAIT) && waiting >= BUSY) await glance();
    const others = began + LONGEST_WAIT_FOR_OTHERS;
    while (isWithin(LONGEST_WAIT_FOR_OTHERS) && (await this.isElsewhereBusy(others - performance.now())))
      await glance();
  }

  private look(): void {
    this.looks += 1;
    if (waiting >= BUSY) this.busyLooks += 1;
    if (this.looks < LOOKS) return;
    if (this.busyLooks >= NEARLY_ALL) this.telling = this.tell().catch(complain);
    this.looks = 0;
    this.busyLooks = 0;
  }

  /** Under the name of one worker: with several, it and their leases could wait for each other in a circle. */
  private async tell(): Promise<void> {
    const [worker] = this.workers();
    if (worker === undefined) return;
    await this.database.query(
      `INSERT INTO job_worker (id, seen_at, busy_at) VALUES ($1, clock_timestamp(), clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET busy_at = excluded.busy_at`,
      [worker],
    );
  }

  /** Of a database that does not answer in time the work itself will complain. */
  private isElsewhereBusy(within: number): Promise<boolean> {
    if (performance.now() > this.askedAt + ASKED_EVERY) {
      this.askedAt = performance.now();
      this.areOthersBusy = this.ask().catch(() => false);
    }
    return Promise.race([this.areOthersBusy, pause(within, false, { ref: false })]);
  }

  private async ask(): Promise<boolean> {
    const busy = await this.database.query(
      `SELECT FROM job_worker WHERE id <> ALL($2)
       AND busy_at BETWEEN clock_timestamp() - make_interval(secs => $1) AND clock_timestamp()`,
      [BELIEVED / 1_000, this.workers()],
    );
    return busy.length > 0;
  }
}

function glance(): Promise<void> {
  return pause(GLANCE, undefined, { ref: false });
}

function complain(error: unknown): void {
  log.warn({ err: error }, 'jobs: others were not told that this process is busy');
}
