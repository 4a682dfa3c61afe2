import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../ground/usage.js';
import { press } from '../load/press.js';
import { median } from '../rounds.js';

const PAGE = `{ courses(first: 20) { edges { node { id title summary provider { name } sectors { name }
  offerings(first: 3) { edges { node { startsAt seatsLeft } } } } } } }`;
const REQUEST = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: PAGE }),
};
const STARTS = 3;
/** Milliseconds after the first answer. */
const IDLE = 10_000;
const CONNECTIONS = 32;

/** Starts over a database that runs and is filled: the time to the first answer, and what the process then holds. */
export const start = {
  name: 'start',
  writes: false,

  async run(ground, { say, seconds }) {
    const lines = [];
    const seen = [];
    for (let number = 1; number <= STARTS; number += 1) {
      const began = performance.now();
      const program = await ground.another();
      await fetch(`${program.url}/graphql`, REQUEST).then((response) => response.text());
      const first = performance.now() - began;
      await pause(IDLE);
      const idle = memoryOf(program.pid);
      const plan = {
        good: '"title"',
        repeats: true,
        requests: [REQUEST],
        meanwhile: [],
        connections: CONNECTIONS,
        seconds: 3 * seconds,
        least: 0,
      };
      const { memory } = await press({ program, plan, ground });
      await program.stop();
      seen.push({ seconds: first / 1000, idle, memory });
      say(`start: ${number} of ${STARTS}`);
      lines.push(
        `start ${number}: first answer after ${(first / 1000).toFixed(2)} s, ${whole(idle)} MiB idle, ${whole(memory)} MiB after load`,
      );
    }
    const middle = (part) => median(seen.map((each) => each[part]));
    const ours = { name: 'Odaq', seconds: middle('seconds'), idle: middle('idle'), memory: middle('memory') };
    return { text: lines.join('\n'), sides: [ours] };
  },
};

const whole = (number) => (number ? Math.round(number) : '-');
