import { performance } from 'node:perf_hooks';

/** By the clock, and by how long this process had had nothing to do until then. */
export interface Moment {
  at: number;
  idled: number;
}

export function thisMoment(): Moment {
  return { at: performance.now(), idled: performance.nodeTiming.idleTime };
}

/** When the turn before last of the event loop ended. */
let beforeLast = 0;
let last = 0;
let isCounting = false;

/** Goes on by itself with every turn there is, and makes none. */
function countTurns(): void {
  beforeLast = last;
  last = performance.now();
  setImmediate(countTurns).unref();
}

/**
 * For how many milliseconds, at least, something did not come that has just been read, or has not come yet. In a rush an
 * answer lies here for long before it is read, which is no fault of who sent it. But it was not there while we had
 * nothing to do, nor when this process last looked, which was after the turn before last.
 */
export function awaitedSince({ at, idled }: Moment): number {
  if (!isCounting) {
    isCounting = true;
    countTurns();
  }
  return Math.max(performance.nodeTiming.idleTime - idled, beforeLast - at, 0);
}
