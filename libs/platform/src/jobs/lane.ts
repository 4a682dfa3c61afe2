import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Runner, WorkerEvents } from 'graphile-worker';
import { log } from '../logging/log.js';

/** In milliseconds. */
const BEFORE_ANEW = 500;

export interface Opened {
  runner: Runner;
  /** After it has ended. */
  close(): Promise<void>;
}

/**
 * Works through the jobs of one kind until the signal. The library gives up when it cannot look at the queue for the
 * first time, and for good when one of its parts ends by itself; then the lane begins anew.
 */
export class Lane {
  private opened: Opened | null = null;
  private going: Promise<void> = Promise.resolve();
  private readonly isToEnd: Promise<unknown>;

  constructor(
    private readonly name: string,
    private readonly open: (events: WorkerEvents) => Promise<Opened>,
    private readonly ending: AbortSignal,
  ) {
    this.isToEnd = once(ending, 'abort');
  }

  /** Answers once it works, or is to end. Throws what keeps it from beginning. */
  async start(): Promise<void> {
    await this.begin();
    this.going = this.goOn();
  }

  /** After the signal, and after it started. Jobs under way are done first. */
  async stop(): Promise<void> {
    if (this.opened) await end(this.opened);
    await this.going;
  }

  private async goOn(): Promise<void> {
    while (this.opened) {
      await this.opened.runner.promise;
      await this.opened.close();
      this.opened = null;
      if (this.ending.aborted) return;
      log.warn({ lane: this.name }, 'jobs: a lane gave up, and begins anew');
      await this.beginAnew();
    }
  }

  private async beginAnew(): Promise<void> {
    while (!this.opened && !this.ending.aborted) {
      await this.wait();
      // An error of the driver may bring along what its connection was opened with.
      await this.begin().catch(({ message }) =>
        log.warn({ reason: message, lane: this.name }, 'jobs: a lane cannot begin'),
      );
    }
  }

  private async begin(): Promise<void> {
    while (!this.ending.aborted) {
      const events: WorkerEvents = new EventEmitter();
      const looked = firstLook(events);
      const opened = await this.open(events);
      const isWell = await Promise.race([looked, this.isToEnd]);
      if (isWell === true && !this.ending.aborted) {
        this.opened = opened;
        return;
      }
      await end(opened);
      await opened.close();
      await this.wait();
    }
  }

  private async wait(): Promise<void> {
    await pause(BEFORE_ANEW, null, { signal: this.ending }).catch(() => {});
  }
}

/** One that is ending by itself refuses to be ended. */
async function end({ runner }: Opened): Promise<void> {
  await runner.stop().catch(() => {});
}

/**
 * Whether it went well. The library learns with its first look at the queue what jobs there are, and keeps a failure of
 * it for good.
 */
function firstLook(events: WorkerEvents): Promise<boolean> {
  return new Promise((resolve) => {
    for (const sign of ['worker:getJob:empty', 'job:start'] as const) events.once(sign, () => resolve(true));
    events.once('worker:getJob:error', () => resolve(false));
  });
}
