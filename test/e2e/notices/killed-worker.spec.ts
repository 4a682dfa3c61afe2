import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { enqueue, Jobs } from '#platform';
import { freshDatabase, urlOf } from '../../support/database.js';

/** Seconds; the real one is thirty. */
const LEASE = 1;

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

describe('a worker that was killed', () => {
  it('leaves its job to another worker, who does it once', async () => {
    const database = await freshDatabase();
    await enqueue(database.manager, [{ name: 'errand', payload: { errand: 'letter' } }]);
    const doomed = startDoomed(database);
    expect(await firstWordsOf(doomed)).toBe('began letter\n');

    doomed.kill('SIGKILL');
    const successor = await startSuccessor(database);
    await successor.heard('letter');
    await successor.jobs.stop();

    expect(successor.done).toEqual(['letter']);
    expect(await countJobs(database)).toBe(0);
  });

  it('keeps its job while it lives, however long the work takes', async () => {
    const database = await freshDatabase();
    await enqueue(database.manager, [{ name: 'errand', payload: { errand: 'long' } }]);
    const busy = startDoomed(database);
    expect(await firstWordsOf(busy)).toBe('began long\n');

    const inThreeLeases = new Date(Date.now() + 3_000 * LEASE);
    await enqueue(database.manager, [{ name: 'visit', payload: { errand: 'late' }, runAt: inThreeLeases }]);
    const other = await startSuccessor(database);
    await other.heard('late');

    expect(other.done).toEqual(['late']);
  });
});

function startDoomed(database: DataSource): ChildProcess {
  const script = join(import.meta.dirname, 'doomed-worker.js');
  const child = spawn(process.execPath, [script, urlOf(database), String(LEASE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  endings.push(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  return child;
}

async function firstWordsOf(child: ChildProcess): Promise<string> {
  const [words] = await once(child.stdout ?? child, 'data');
  return String(words);
}

/** A worker in this process, that does errands at once and tells which. */
async function startSuccessor(database: DataSource) {
  const jobs = new Jobs(database, LEASE);
  const done: string[] = [];
  const ears = new Map<string, () => void>();
  const doIt = async ({ errand = '' }) => {
    done.push(errand);
    ears.get(errand)?.();
  };
  jobs.define('errand', doIt);
  // The doomed one knows no visits, so these are always done here.
  jobs.define('visit', doIt);
  const heard = (errand: string) => new Promise<void>((resolve) => ears.set(errand, resolve));
  await jobs.start(urlOf(database));
  endings.push(() => jobs.stop());
  return { jobs, done, heard };
}

async function countJobs(database: DataSource): Promise<number> {
  const [row] = await database.query('SELECT count(*)::int AS count FROM graphile_worker.jobs');
  return row.count;
}
