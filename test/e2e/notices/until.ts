import { setTimeout as pause } from 'node:timers/promises';

/** Looks again until it is so; the test’s own time limit ends a wait for what never comes. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}
