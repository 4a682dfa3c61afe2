import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { entities } from '../../../apps/api/src/database/entities.js';
import { OfferingLocks } from '../../../libs/enrollment/src/offering/offering.locks.js';
import { createDataSource } from '../../../libs/platform/src/index.js';
import { workerDatabase } from '../../support/database.js';
import { type Human, type MadeOffering, world } from '../../support/enrollment.world.js';
import { myPlace } from '../../support/place.js';
import { until } from '../../support/until.js';
import { asked, input, nodeWith, viewer } from './node.js';

const CONNECTIONS = 4;
/** A third of them, whole. */
const MAY_WAIT = 2;

let database: DataSource;

beforeAll(async () => {
  const { databaseUrl: url } = await myPlace();
  const { options } = createDataSource({ url, poolSize: CONNECTIONS, entities, migrations: [] });
  // Nobody gives up: what is held stays so until the end.
  const extra = { ...options.extra, lock_timeout: 0, statement_timeout: 0 };
  database = await new DataSource({ ...options, extra } as typeof options).initialize();
});

afterAll(() => database.destroy());

/** As another server would that is stuck. */
async function whileHeld(offerings: readonly MadeOffering[], work: () => Promise<void>): Promise<void> {
  const other = await workerDatabase();
  await other.transaction(async (tx) => {
    const ids = offerings.map(({ id }) => id);
    await tx.query('SELECT FROM offering WHERE id = ANY($1) FOR NO KEY UPDATE', [ids]);
    await work();
  });
}

async function countWaiting(): Promise<number> {
  const other = await workerDatabase();
  const [row] = await other.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row.count;
}

describe('people who want more offerings that somebody holds than there are connections', () => {
  it('leave connections to everybody else, and get their seats afterwards', async () => {
    const offerings = await Promise.all(Array.from({ length: 2 * CONNECTIONS }, () => world.offering()));
    const people = await world.people(offerings.length);
    const node = nodeWith(new OfferingLocks(), database);
    const enroll = async (person: Human, place: number) =>
      (await node.enroll(asked(person), viewer(person), input((offerings[place] as MadeOffering).id))).seat;
    const enrollAll = () => Promise.allSettled(people.map(enroll));
    let enrolling: ReturnType<typeof enrollAll> | undefined;

    await whileHeld(offerings, async () => {
      enrolling = enrollAll();
      await until(async () => (await countWaiting()) >= MAY_WAIT);

      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(await countWaiting()).toBe(MAY_WAIT);
    });

    expect(await enrolling).toEqual(people.map(() => ({ status: 'fulfilled', value: 'CONFIRMED' })));
  });
});
