import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Share of its one thread’s time that a process works when people wait for it. */
const BUSY = 0.7;
/** In milliseconds. */
const GLANCE = 20;
/** In milliseconds. However busy, work goes on so often. */
const LONGEST_WAIT = 2_000;

/** Waits while this process has people to answer, so that what nobody waits for does not slow them down. */
export async function whenCalm(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  let before: EventLoopUtilization = performance.eventLoopUtilization();
  do {
    await pause(GLANCE, undefined, { ref: false });
    const now = performance.eventLoopUtilization();
    if (performance.eventLoopUtilization(now, before).utilization < BUSY) return;
    before = now;
  } while (performance.now() < until);
}
