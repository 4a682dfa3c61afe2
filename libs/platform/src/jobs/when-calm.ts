import { channel } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** So many people who wait for an answer of this process make it busy. */
const BUSY = 5;
/** In milliseconds. */
const GLANCE = 20;
/** In milliseconds. However busy it is, work goes on so often. */
const LONGEST_WAIT = 5_000;

let waiting = 0;

channel('http.server.request.start').subscribe((message) => {
  waiting += 1;
  (message as { response: ServerResponse }).response.once('close', () => {
    waiting -= 1;
  });
});

/** Waits while many wait for an answer, so that what nobody waits for does not slow them down. */
export async function whenCalm(): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  while (waiting >= BUSY && performance.now() < until) await pause(GLANCE, undefined, { ref: false });
}
