import type { DataSource } from 'typeorm';
import { enqueue, Jobs, newId } from '#platform';
import { announce } from '../../../libs/enrollment/src/notices/announce.js';
import { Newcomers, welcomeTo } from '../../../libs/enrollment/src/notices/newcomers.service.js';
import { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { Transactions } from '../../../libs/platform/src/database/transactions.js';
import { freshDatabase, workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { toldTo } from '../../support/told.js';
import { until } from '../../support/until.js';
import { placeOf } from './place-of.js';

let database: DataSource;
let newcomers: Newcomers;

beforeAll(async () => {
  database = await workerDatabase();
  newcomers = new Newcomers({} as never, new Transactions(database), new OfferingLocks());
});

/** Lets people in from the queue, in its order, in a transaction that `meanwhile` is part of after the first of them. */
async function letInFromQueue(ids: readonly string[], meanwhile: () => Promise<unknown> = async () => {}) {
  await database.transaction(async (tx) => {
    for (const id of ids) {
      await tx.query(
        `UPDATE enrollment SET seat = 'CONFIRMED', queue_number = NULL, confirmed_at = now() WHERE id = $1`,
        [id],
      );
      if (id === ids[0]) await meanwhile();
    }
    await announce(tx, ids);
  });
}

async function isSomebodyWaiting(): Promise<boolean> {
  const [row] = await database.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'SELECT id FROM enrollment%'`,
  );
  return row.count > 0;
}

async function isFree(id: string): Promise<boolean> {
  const rows = await database.query('SELECT FROM enrollment WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED', [id]);
  return rows.length === 1;
}

async function noticesOf({ accountId }: Human): Promise<number> {
  const [row] = await database.query('SELECT count(*)::int AS count FROM notice WHERE account_id = $1', [accountId]);
  return row.count;
}

describe('people who were let in', () => {
  it('are told of it once, though the job is done twice', async () => {
    const [offering, person] = [await world.offering({ capacity: 1 }), await world.person()];
    const { id } = enrollmentIn(await acts.enroll(person, offering.id));
    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);

    await newcomers.welcome([id]);

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('have their seat while the queue of jobs is held up, and are told afterwards', async () => {
    const [offering, person] = [await world.offering({ capacity: 1 }), await world.person()];
    const busy = database.createQueryRunner();
    await busy.startTransaction();
    await busy.query('LOCK graphile_worker._private_jobs IN EXCLUSIVE MODE');

    const { seat } = enrollmentIn(await acts.enroll(person, offering.id));
    await busy.commitTransaction();
    await busy.release();

    expect(seat).toBe('CONFIRMED');
    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hear nothing of the queue when they have a seat by then', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const id = await placeOf(offering, person, { seat: 'WAITLISTED', queueNumber: 1 });
    await letInFromQueue([id]);

    await newcomers.welcome([id]);

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hear nothing of the queue when they are given a seat at that moment', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const id = await placeOf(offering, person, { seat: 'WAITLISTED', queueNumber: 1 });

    await letInFromQueue([id], () => newcomers.welcome([id]));

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hold up nobody who moves several of them in the order of the queue', async () => {
    const [offering, [second, first]] = [await world.offering(), (await world.people(2)) as [Human, Human]];
    const lower = await placeOf(offering, second, { seat: 'WAITLISTED', queueNumber: 2 });
    const higher = await placeOf(offering, first, { seat: 'WAITLISTED', queueNumber: 1 });
    let isOver = false;
    let welcome = Promise.resolve();

    await letInFromQueue([higher, lower], async () => {
      welcome = newcomers.welcome([lower, higher]).finally(() => {
        isOver = true;
      });
      await until(async () => isOver || (await isSomebodyWaiting()));
      // A deadlock otherwise: it waits for the one with the other in hand.
      expect(await isFree(lower)).toBe(true);
    });
    await welcome;

    expect(await toldTo(first)).toEqual(['SEAT_CONFIRMED']);
    expect(await toldTo(second)).toEqual(['WAITLISTED', 'SEAT_CONFIRMED']);
  });

  it('are told at once, but for those whose place somebody holds: they are told afterwards, also when that came to nothing', async () => {
    const [offering, [free, held]] = [await world.offering(), (await world.people(2)) as [Human, Human]];
    const ids = [await placeOf(offering, free), await placeOf(offering, held)];

    const nothing = letInFromQueue(ids.slice(1), async () => {
      await newcomers.welcome(ids);
      expect(await noticesOf(free)).toBe(1);
      expect(await noticesOf(held)).toBe(0);
      throw new Error('thought better of it');
    });

    await expect(nothing).rejects.toThrow('thought better of it');
    expect(await toldTo(held)).toEqual(['SEAT_CONFIRMED']);
    expect(await toldTo(free)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hear only how it ended when they are gone by then', async () => {
    const [offering, [stayed, gone]] = [await world.offering(), (await world.people(2)) as [Human, Human]];
    const left = { seat: 'RELEASED', releaseReason: 'CANCELLED_BY_PERSON' };
    const ids = [await placeOf(offering, gone, left), await placeOf(offering, stayed)];

    await newcomers.welcome(ids);

    expect(await toldTo(gone)).toEqual([]);
    expect(await toldTo(stayed)).toEqual(['SEAT_CONFIRMED']);
  });
});

describe('while a mail server keeps all waiting who carry mail', () => {
  it('people are told of their places', async () => {
    const quiet = await freshDatabase();
    const jobs = new Jobs(quiet);
    const silence = Promise.withResolvers<void>();
    jobs.define('letter', () => silence.promise, null, 'outside');
    new Newcomers(jobs, new Transactions(quiet), new OfferingLocks()).onModuleInit();
    const letters = Array.from({ length: 10 }, () => ({ name: 'letter', payload: {} }));
    await enqueue(quiet.manager, [...letters, welcomeTo([newId()])]);

    await jobs.start((quiet.options as { url: string }).url);
    try {
      await until(async () => (await jobsLeftIn(quiet)).length === letters.length);
      expect(await jobsLeftIn(quiet)).toEqual(letters.map(({ name }) => name));
    } finally {
      silence.resolve();
      await jobs.stop();
    }
  }, 60_000);
});

async function jobsLeftIn({ manager }: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await manager.query('SELECT task_identifier AS name FROM graphile_worker.jobs');
  return rows.map(({ name }) => name);
}
