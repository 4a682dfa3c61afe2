import { jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { HeldCatalog } from '#catalog';
import { Changes } from '#platform';
import { copiesOf, newAcademy, ownWord, publishedCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';

/** Read by the hundred. */
const COPIES = 4_000;

let someDatabase: DataSource;

beforeAll(async () => {
  someDatabase = await workerDatabase();
});

describe('a server that begins to be asked before it has read the catalog', () => {
  it('leaves few of many searches to PostgreSQL, so that it has read it soon, and answers the others with it', async () => {
    const [academy, word] = [await newAcademy('en'), ownWord()];
    const { id } = await publishedCourse(academy, { titles: { en: word } });
    await copiesOf(id, academy.id, word, COPIES);
    const held = new HeldCatalog(someDatabase, new Changes(someDatabase));

    const found = await Promise.all(Array.from({ length: 60 }, () => held.find({ text: word })));

    const published: { count: number }[] = await someDatabase.query(
      `SELECT count(*)::int AS count FROM catalog_entry WHERE stage = 'PUBLISHED'`,
    );
    const pieces = Math.floor((published[0]?.count ?? 0) / 100) + 1;
    const left = Math.floor(pieces / 10);
    expect(left).toBeGreaterThan(3);
    expect(found.map((one) => one?.size ?? null)).toEqual([
      ...Array(left).fill(null),
      ...Array(60 - left).fill(COPIES + 1),
    ]);
  }, 60_000);

  it('answers all of them without it when it cannot be read', async () => {
    const held = heldFrom(() => Promise.reject(new Error('gone')));

    expect(await Promise.all([held.find({ text: 'law' }), held.find({ text: 'wages' })])).toEqual([null, null]);
  });

  it('lets nobody wait for more than five seconds', async () => {
    jest.useFakeTimers();
    const held = heldFrom(() => new Promise(() => {}));
    const found = [held.find({ text: 'law' }), held.find({ text: 'wages' })];

    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();

    expect(await Promise.all(found)).toEqual([null, null]);
  });
});

/** A catalog in memory, whose database answers so. */
function heldFrom(query: () => Promise<never>): HeldCatalog {
  const database = Object.assign(Object.create(someDatabase), { query }) as DataSource;
  return new HeldCatalog(database, new Changes(database));
}
