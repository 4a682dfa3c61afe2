import type { DataSource } from 'typeorm';
import { announce } from '../../../libs/enrollment/src/notices/announce.js';
import { Newcomers } from '../../../libs/enrollment/src/notices/newcomers.service.js';
import { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { Transactions } from '../../../libs/platform/src/database/transactions.js';
import { workerDatabase } from '../../support/database.js';
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

/** Lets somebody in from the queue in a transaction that goes on until `meanwhile` is over. */
async function letInFromQueue(id: string, meanwhile: () => Promise<unknown> = async () => {}): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `UPDATE enrollment SET seat = 'CONFIRMED', queue_number = NULL, confirmed_at = now() WHERE id = $1`,
      [id],
    );
    await announce(tx, [id]);
    await meanwhile();
  });
}

async function isWaiting(): Promise<boolean> {
  const [row] = await database.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'SELECT id FROM enrollment%'`,
  );
  return row.count > 0;
}

describe('people who were let in', () => {
  it('are told of it once, though the job is done twice', async () => {
    const [offering, person] = [await world.offering({ capacity: 1 }), await world.person()];
    const { id } = enrollmentIn(await acts.enroll(person, offering.id));
    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);

    await newcomers.welcome([id]);

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hear nothing of the queue when they have a seat by then', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const id = await placeOf(offering, person, { seat: 'WAITLISTED', queueNumber: 1 });
    await letInFromQueue(id);

    await newcomers.welcome([id]);

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
  });

  it('hear nothing of the queue when they are given a seat at that moment', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const id = await placeOf(offering, person, { seat: 'WAITLISTED', queueNumber: 1 });
    let told = Promise.resolve();

    await letInFromQueue(id, async () => {
      told = newcomers.welcome([id]);
      await until(isWaiting);
    });
    await told;

    expect(await toldTo(person)).toEqual(['SEAT_CONFIRMED']);
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
