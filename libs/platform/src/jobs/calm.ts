import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { log } from '../logging/log.js';

/** So many people who wait for an answer of a process make it busy. */
const BUSY = 5;
/** All that follow are in milliseconds. */
const GLANCE = 20;
/** However busy it is, work goes on so often. */
const LONGEST_WAIT = 5_000;
/** So often a process looks at itself. */
const LOOKED_EVERY = 100;
/** After so many looks it tells the others that it is busy, where it was so in most of them: a moment is no rush. */
const LOOKS = 10;
/** So long the others take it for busy. */
const BELIEVED = 2_000;
/** So often a process asks about the others, while work waits. */
const ASKED_EVERY = 250;

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
  private looks = 0;
  private busyLooks = 0;
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

  stop(): void {
    clearInterval(this.timer ?? undefined);
  }

  /** Waits until it is calm, or has waited for long enough. */
  async come(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT;
    while (performance.now() < until && (waiting >= BUSY || (await this.isElsewhereBusy()))) {
      await pause(GLANCE, undefined, { ref: false });
    }
  }

  private look(): void {
    this.looks += 1;
    if (waiting >= BUSY) this.busyLooks += 1;
    if (this.looks < LOOKS) return;
    if (this.busyLooks > this.looks / 2) void this.tell();
    this.looks = 0;
    this.busyLooks = 0;
  }

  private async tell(): Promise<void> {
    await this.database
      .query('UPDATE job_worker SET busy_at = clock_timestamp() WHERE id = ANY($1)', [this.workers()])
      .catch(complain);
  }

  /** Of an absent database the work itself will complain. */
  private isElsewhereBusy(): Promise<boolean> {
    if (performance.now() > this.askedAt + ASKED_EVERY) {
      this.askedAt = performance.now();
      this.areOthersBusy = this.ask().catch(() => false);
    }
    return this.areOthersBusy;
  }

  private async ask(): Promise<boolean> {
    const busy = await this.database.query(
      'SELECT FROM job_worker WHERE busy_at > clock_timestamp() - make_interval(secs => $1) AND id <> ALL($2)',
      [BELIEVED / 1_000, this.workers()],
    );
    return busy.length > 0;
  }
}

function complain(error: unknown): void {
  log.warn({ err: error }, 'jobs: others were not told that this process is busy');
}
