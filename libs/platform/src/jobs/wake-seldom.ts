import type { WorkerEvents, WorkerPool } from 'graphile-worker';

/** In milliseconds. */
const PAUSE = 100;

/**
 * Whoever adds a job wakes the workers of every lane, who each ask the database whether it is theirs: in a rush as often
 * as people enroll. Here they are woken at once, and then for all that came within a moment together.
 */
export function wakeSeldom(pool: Pick<WorkerPool, 'nudge'>, events: Pick<WorkerEvents, 'once'>): void {
  const wake = pool.nudge.bind(pool);
  let missed = 0;
  let pausing: NodeJS.Timeout | null = null;
  let isOver = false;
  const nudge = (jobs: number) => {
    if (isOver) return;
    if (pausing) {
      missed += jobs;
      return;
    }
    wake(jobs);
    pausing = setTimeout(() => {
      pausing = null;
      const late = missed;
      missed = 0;
      if (late > 0) nudge(late);
    }, PAUSE).unref();
  };
  pool.nudge = nudge;
  // Workers that were let go must not be woken.
  for (const end of ['pool:gracefulShutdown', 'pool:forcefulShutdown'] as const) {
    events.once(end, () => {
      isOver = true;
    });
  }
}
