import { setImmediate } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { createDataSource, LOCK_TIMEOUT } from '../../../libs/platform/src/database/data-source.js';
import { interruptionOf } from '../../../libs/platform/src/database/interruptions.js';
import { ReadPipelines } from '../../../libs/platform/src/database/read-pipelines.js';
import { freshDatabase, urlOf } from '../../support/database.js';
import { until } from '../../support/until.js';

const CONNECTIONS = 12;
const SHARED = 2;
const NUMBER = 'SELECT number, pg_backend_pid() AS pid FROM numbered WHERE id = $1';
const PAUSE = 'SELECT pg_backend_pid() AS pid, pg_sleep($1)::text';

interface Row {
  number: unknown;
  pid: number;
}

let plain: DataSource;
let database: DataSource;
let reads: ReadPipelines;

beforeEach(async () => {
  plain = await freshDatabase();
  await plain.query('CREATE TABLE numbered (id int PRIMARY KEY, number int)');
  await plain.query('INSERT INTO numbered SELECT id, 7 * id FROM generate_series(1, 100) AS id');
  await plain.query('CREATE TABLE other AS SELECT * FROM numbered');
  database = await createDataSource({
    url: urlOf(plain),
    poolSize: CONNECTIONS,
    entities: [],
    migrations: [],
  }).initialize();
  reads = new ReadPipelines(database, SHARED);
});
afterEach(async () => {
  if (database.isInitialized) await database.destroy();
});

const numberOf = async (id: number) => (await reads.read<Row>({ text: NUMBER, values: [id] }))[0] as Row;
const pause = async (seconds: number) => (await reads.read<Row>({ text: PAUSE, values: [seconds] }))[0] as Row;
const numbersUpTo = (most: number) => Array.from({ length: most }, (_, place) => place + 1);
const pidsOf = (rows: readonly Row[]) => new Set(rows.map(({ pid }) => pid));

/** Asked often enough to be known as quick. */
async function known(ask: () => Promise<Row>): Promise<void> {
  for (let time = 0; time < 20; time += 1) await ask();
}

describe('reads that are asked for at the same time', () => {
  it('share few connections once they are known to be quick, and each has its own answer', async () => {
    await known(() => numberOf(1));

    const rows = await Promise.all(numbersUpTo(60).map(numberOf));

    expect(rows.map(({ number }) => number)).toEqual(numbersUpTo(60).map((id) => 7 * id));
    expect(pidsOf(rows).size).toBe(SHARED);
  });

  it('have a connection each while nothing is known of them', async () => {
    const rows = await Promise.all(numbersUpTo(60).map(numberOf));

    expect(pidsOf(rows).size).toBe(CONNECTIONS);
  });

  it('go alone when they usually take long, and hold up nobody', async () => {
    await known(() => numberOf(1));
    await pause(0.05);
    let hasEnded = false;
    const long = Promise.all(numbersUpTo(3).map(() => pause(1))).finally(() => {
      hasEnded = true;
    });

    const quick = pidsOf(await Promise.all(numbersUpTo(30).map(numberOf)));

    expect(hasEnded).toBe(false);
    const slow = pidsOf(await long);
    expect(slow.size).toBe(3);
    expect([...quick].filter((pid) => slow.has(pid))).toEqual([]);
  });

  it('do not join behind one that takes long for once', async () => {
    await known(() => numberOf(1));
    await known(() => pause(0));
    let hasEnded = false;
    const long = Promise.all(numbersUpTo(SHARED).map(() => pause(1))).finally(() => {
      hasEnded = true;
    });
    // Our process has nothing to do meanwhile.
    await plain.query('SELECT pg_sleep(0.1)');

    await Promise.all(numbersUpTo(30).map(numberOf));

    expect(hasEnded).toBe(false);
    await long;
  });

  it('are answered but for the one that fails', async () => {
    const text = 'SELECT 100 / $1::int AS number';
    const parts = async (by: number) => (await reads.read<Row>({ text, values: [by] }))[0]?.number;
    await known(async () => ({ number: await parts(1), pid: 0 }));

    const told = await Promise.allSettled([5, 0, 4, 2].map(parts));

    expect(told).toMatchObject([{ value: 20 }, { reason: { code: '22012' } }, { value: 25 }, { value: 50 }]);
    expect(await parts(10)).toBe(10);
  });

  it('are answered by others at once when one waits for a lock', async () => {
    const ofOther = async (id: number) =>
      (await reads.read<Row>({ text: 'SELECT number, 0 AS pid FROM other WHERE id = $1', values: [id] }))[0] as Row;
    await known(() => numberOf(1));
    await known(() => ofOther(1));
    const unlock = await locked('numbered');
    let hasEnded = false;
    const waiting = Promise.all(numbersUpTo(10).map(numberOf)).finally(() => {
      hasEnded = true;
    });

    const rows = await Promise.all(numbersUpTo(4).map(ofOther));

    expect(hasEnded).toBe(false);
    expect(rows.map(({ number }) => number)).toEqual([7, 14, 21, 28]);
    await unlock();
    expect((await waiting).map(({ number }) => number)).toEqual(numbersUpTo(10).map((id) => 7 * id));
  });

  it('have their connections back soon after those who waited for a lock have given up', async () => {
    await known(() => numberOf(1));
    await Promise.all(numbersUpTo(60).map(numberOf));
    const unlock = await locked('numbered');

    const told = await Promise.allSettled(numbersUpTo(4 * SHARED).map(numberOf));

    expect(told).toMatchObject(told.map(() => ({ reason: { code: '55P03' } })));
    // Each read that nobody waited for any more would have waited for as long again.
    await until(async () => takenOf(database) === 0, LOCK_TIMEOUT / 2_000);
    await unlock();
    // Nor is it taken for quick because nobody waited for the rest.
    expect(pidsOf(await Promise.all(numbersUpTo(5).map(numberOf))).size).toBe(5);
  });

  it('are asked once, and wait together, when all connections are taken', async () => {
    await plain.query('CREATE SEQUENCE asked');
    const text = `SELECT nextval('asked')::int AS number, $1::int AS id, pg_backend_pid() AS pid`;
    const next = async (id: number) => (await reads.read<Row>({ text, values: [id] }))[0] as Row;
    await known(() => next(0));
    const { number: before } = await next(0);
    const taken = Promise.all(numbersUpTo(CONNECTIONS).map(() => database.query('SELECT pg_sleep(0.3)')));
    let answered = 0;
    const asked = Promise.all(numbersUpTo(60).map((id) => next(id).finally(() => answered++)));
    await plain.query('SELECT pg_sleep(0.15)');

    expect(answered).toBe(0);
    expect(poolOf(database).waitingCount).toBe(SHARED);
    await taken;
    const numbers = (await asked).map(({ number }) => Number(number) - Number(before));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbersUpTo(60));
  });

  it('never go into a transaction that was given their connection, when the database is being left', async () => {
    const text = 'SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS number, $1::int AS id, 0 AS pid';
    const isInside = async (id: number) => (await reads.read<Row>({ text, values: [id] }))[0] as Row;
    await known(() => isInside(1));
    await known(() => numberOf(1));
    const unlock = await locked('numbered');
    const waiting = Promise.allSettled(numbersUpTo(SHARED).map(numberOf));
    await until(async () => takenOf(database) === SHARED);

    // As TypeORM does before it closes the pool.
    await Promise.all([...runnersOf(database)].map((runner) => runner.release()));
    const changing = numbersUpTo(SHARED).map(() =>
      database.transaction(async (tx) => {
        await tx.query('UPDATE other SET number = 0');
        await tx.query('SELECT pg_sleep(0.1)');
      }),
    );
    // Their statements are on their way.
    await plain.query('SELECT');
    const reading = Promise.all(numbersUpTo(4).map(isInside));
    await unlock();

    expect((await reading).map(({ number }) => number)).toEqual([false, false, false, false]);
    await Promise.all([waiting, ...changing]);
  });

  it('are told that the database is away while it is being left', async () => {
    await known(() => numberOf(1));
    const end = database.destroy();
    await setImmediate();

    const told = await numberOf(1).catch(interruptionOf);

    expect(told).toBe('away');
    await end;
  });

  it('are told that the database is away when their connection breaks, and those after them are answered', async () => {
    await known(() => numberOf(1));
    const unlock = await locked('numbered');
    const waiting = Promise.allSettled(numbersUpTo(SHARED).map(numberOf));
    const WAITING = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(async () => (await plain.query(`SELECT ${WAITING}`)).length === SHARED);

    await plain.query(`SELECT pg_terminate_backend(pid) ${WAITING}`);
    await unlock();

    const told = (await waiting).map((one) => one.status === 'rejected' && interruptionOf(one.reason));
    expect(told).toEqual(['away', 'away']);
    // One may still be given the connection that is ending.
    await until(async () => (await numberOf(2).catch(() => null))?.number === 14);
  });

  it('go alone after one of them waited for a lock in vain', async () => {
    await known(() => numberOf(1));
    const unlock = await locked('numbered');
    await expect(numberOf(1)).rejects.toMatchObject({ code: '55P03' });
    await unlock();

    const rows = await Promise.all(numbersUpTo(5).map(numberOf));

    expect(pidsOf(rows).size).toBe(5);
  });

  it('are known to take long though this process is busy with something else', async () => {
    let isBusy = true;
    const work = () => {
      const end = performance.now() + 2;
      while (performance.now() < end);
      if (isBusy) setImmediate(work);
    };
    work();

    for (let time = 0; time < 3; time += 1) await pause(0.2);
    const pids = pidsOf(await Promise.all(numbersUpTo(5).map(() => pause(0.2))));

    isBusy = false;
    expect(pids.size).toBe(5);
  });

  it('answer from the new schema when a migration came between', async () => {
    await known(() => numberOf(1));
    await Promise.all(numbersUpTo(60).map(numberOf));

    await plain.query('ALTER TABLE numbered ALTER number TYPE text');

    const rows = await Promise.all(numbersUpTo(60).map(numberOf));
    expect(rows.map(({ number }) => number)).toEqual(numbersUpTo(60).map((id) => String(7 * id)));
  });

  it('go along also when TypeORM asks, and nobody’s changes with them', async () => {
    const builtBy = (from: DataSource) =>
      from.createQueryBuilder().select('number.id', 'number').addSelect('pg_backend_pid()', 'pid');
    const built = async (id: number) =>
      (await builtBy(database).from('numbered', 'number').where('number.id = :id', { id }).getRawMany<Row>())[0] as Row;
    await known(() => built(1));

    const rows = await Promise.all(numbersUpTo(60).map(built));
    const changing = await Promise.all(
      numbersUpTo(60).map(async (id) => {
        const changed = await database.query(
          'UPDATE numbered SET number = 0 WHERE id = $1 RETURNING pg_backend_pid() AS pid',
          [id],
        );
        return changed[0][0] as Row;
      }),
    );

    expect(rows.map(({ number }) => number)).toEqual(numbersUpTo(60));
    expect(pidsOf(rows).size).toBeLessThanOrEqual(CONNECTIONS / 3);
    expect(pidsOf(changing).size).toBeGreaterThan(CONNECTIONS / 3);
  });

  it('leave no connection taken', async () => {
    await known(() => numberOf(1));
    await Promise.all(numbersUpTo(60).map(numberOf));
    await Promise.all(numbersUpTo(3).map(() => pause(0.05)));

    expect(takenOf(database)).toBe(0);
  });
});

/** Nobody reads the table until what it answers with is called. */
async function locked(table: string): Promise<() => Promise<void>> {
  const session = plain.createQueryRunner();
  await session.startTransaction();
  await session.query(`LOCK TABLE ${table}`);
  return async () => {
    await session.commitTransaction();
    await session.release();
  };
}

interface Pool {
  idleCount: number;
  totalCount: number;
  waitingCount: number;
}

/** What the driver keeps of connections. */
function poolOf({ driver }: DataSource): Pool {
  return (driver as unknown as { master: Pool }).master;
}

function takenOf(database: DataSource): number {
  const { idleCount, totalCount } = poolOf(database);
  return totalCount - idleCount;
}

function runnersOf({ driver }: DataSource): QueryRunner[] {
  return (driver as unknown as { connectedQueryRunners: QueryRunner[] }).connectedQueryRunners;
}
