import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds; fails when it does not within the given seconds. */
export async function until(holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`what was waited for did not happen within ${seconds} seconds`);
    await pause(50);
  }
}
