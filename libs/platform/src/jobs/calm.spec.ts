import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../test/support/database.js';
import { until } from '../../../../test/support/until.js';
import { newId } from '../ids.js';
import { Calm } from './calm.js';

let database: DataSource;
const endings: (() => unknown)[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

describe('work that nobody waits for', () => {
  it('begins at once while few wait, and not before most of many have their answers', async () => {
    const calm = calmOf(newId());
    await calm.come();

    const answers = await rush(5);
    const work = watch(calm.come());
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(work.hasBegun).toBe(false);

    answers[0]?.end();
    await work.begun;
    expect(answers.filter(({ writableEnded }) => writableEnded)).toHaveLength(1);
  });

  it('goes on now and then however many wait', async () => {
    const answers = await rush(5);

    await calmOf(newId()).come();

    expect(answers.some(({ writableEnded }) => writableEnded)).toBe(false);
  });

  it('waits for a rush on another process, and begins when that is over', async () => {
    const [rushed, idle] = [newId(), calmOf(newId())];
    const answers = await rush(5);
    startOf(rushed);
    await until(() => saysThatItIsBusy(rushed));
    for (const answer of answers) answer.end();

    const elsewhere = watch(idle.come());
    await calmOf(rushed).come();
    expect(elsewhere.hasBegun).toBe(false);

    await database.query('DELETE FROM job_worker WHERE id = $1', [rushed]);
    await elsewhere.begun;
  });

  it('does not wait for a process on which many wait for a moment', async () => {
    const brief = newId();
    startOf(brief);
    for (const answer of await rush(5)) answer.end();

    // So long a process looks at itself before it says anything.
    await new Promise((resolve) => setTimeout(resolve, 1_200));

    expect(await saysThatItIsBusy(brief)).toBe(false);
  });

  it('does not wait for a process that has said nothing for three seconds, nor for what a clock that was ahead said', async () => {
    const [busy] = [await workerSeen(0), await workerSeen(3), await workerSeen(-300)];

    const elsewhere = watch(calmOf(newId()).come());
    await calmOf(busy).come();

    expect(elsewhere.hasBegun).toBe(false);
    await database.query('DELETE FROM job_worker WHERE id = $1', [busy]);
    await elsewhere.begun;
  });

  it('does not wait for others for good', async () => {
    const busy = await workerSeen(0);

    await calmOf(newId()).come();

    const [{ believed }] = await database.query(
      `SELECT busy_at > clock_timestamp() - interval '2 seconds' AS believed FROM job_worker WHERE id = $1`,
      [busy],
    );
    expect(believed).toBe(true);
  });

  it('does not wait for a database that does not answer', async () => {
    await new Calm({ query: () => new Promise(() => {}) }, () => []).come();
  });

  it('begins when its process is to end', async () => {
    await rush(5);
    const calm = calmOf(newId());
    const work = watch(calm.come());

    await calm.stop();

    await work.begun;
  });
});

function calmOf(worker: string): Calm {
  return new Calm(database, () => [worker]);
}

function startOf(worker: string): void {
  const calm = calmOf(worker);
  calm.start();
  endings.push(() => calm.stop());
}

/** A worker that said so many seconds ago that many wait for its process. */
async function workerSeen(busyFor: number): Promise<string> {
  const id = newId();
  await database.query(
    `INSERT INTO job_worker (id, seen_at, busy_at)
     VALUES ($1, clock_timestamp(), clock_timestamp() - make_interval(secs => $2))`,
    [id, busyFor],
  );
  return id;
}

async function saysThatItIsBusy(worker: string): Promise<boolean> {
  const [row] = await database.query('SELECT busy_at FROM job_worker WHERE id = $1', [worker]);
  return row !== undefined;
}

function watch(begun: Promise<void>) {
  const work = { hasBegun: false, begun };
  work.begun = begun.then(() => {
    work.hasBegun = true;
  });
  return work;
}

/** So many people ask this process, and wait until they are answered. */
async function rush(people: number): Promise<ServerResponse[]> {
  const answers: ServerResponse[] = [];
  const server = createServer((_, response) => answers.push(response)).listen(0, '127.0.0.1');
  endings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (let person = 0; person < people; person += 1) {
    get({ port, host: '127.0.0.1', agent: false }).on('error', () => {});
  }
  await until(async () => answers.length === people);
  return answers;
}
