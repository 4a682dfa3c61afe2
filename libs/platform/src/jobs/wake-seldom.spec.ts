import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { wakeSeldom } from './wake-seldom.js';

function workers() {
  const woken: number[] = [];
  const pool = { nudge: (jobs: number) => void woken.push(jobs) };
  const events = new EventEmitter();
  wakeSeldom(pool, events as never);
  return { pool, events, woken };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('workers', () => {
  it('are woken at once by a job, and then once for all that come within a moment', () => {
    const { pool, woken } = workers();

    for (const jobs of [1, 2, 3]) pool.nudge(jobs);
    expect(woken).toEqual([1]);
    jest.advanceTimersByTime(100);
    expect(woken).toEqual([1, 5]);

    jest.advanceTimersByTime(1_000);
    pool.nudge(4);
    expect(woken).toEqual([1, 5, 4]);
  });

  it('are woken ten times a second in a rush that lasts', () => {
    const { pool, woken } = workers();

    for (let moment = 0; moment < 1_000; moment += 10) {
      pool.nudge(1);
      jest.advanceTimersByTime(10);
    }

    expect(woken).toHaveLength(11);
    expect(woken.reduce((all, jobs) => all + jobs)).toBe(100);
  });

  it('that were let go are not woken', () => {
    const { pool, events, woken } = workers();

    for (const jobs of [1, 1]) pool.nudge(jobs);
    events.emit('pool:gracefulShutdown', {});
    jest.advanceTimersByTime(1_000);
    pool.nudge(1);

    expect(woken).toEqual([1]);
  });
});
