import type { DataSource, EntityManager } from 'typeorm';
import { writeEntry } from '../../../libs/catalog/src/catalog/entry.writer.js';
import { writeRecent } from '../../../libs/catalog/src/catalog/recent.js';
import { forgetUnusedWords } from '../../../libs/catalog/src/catalog/reindex.js';
import { draftOf, newAcademy, ownWord, publishedCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

let database: DataSource;

beforeAll(async () => {
  database = await workerDatabase();
  const academy = await newAcademy();
  for (let i = 0; i < 3; i += 1) await publishedCourse(academy);
});

/** What is done is seen within, and nothing of it is kept. */
async function withoutTrace(work: (tx: EntityManager) => Promise<void>) {
  const runner = database.createQueryRunner();
  await runner.startTransaction();
  try {
    await work(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const stateOf = async (tx: EntityManager) => {
  const [state] = await tx.query(
    `SELECT array_agg(recent.shown_at ORDER BY recent.shown_at DESC) AS kept, min(horizon.shown_at) AS horizon
     FROM catalog_recent recent, catalog_horizon horizon`,
  );
  return state as { kept: Date[]; horizon: Date };
};

describe('the newest courses, which are kept twice', () => {
  it('are the newest alone once there are twice as many, and the horizon is the last of them', async () => {
    await withoutTrace(async (tx) => {
      const before = await stateOf(tx);
      expect(before.kept.length).toBeGreaterThanOrEqual(3);

      await writeRecent(tx, [], before.kept.length);
      expect(await stateOf(tx)).toEqual(before);

      await writeRecent(tx, [], 1);
      const [newest] = before.kept;
      expect(await stateOf(tx)).toEqual({ kept: [newest], horizon: newest });
    });
  });

  it('are left to another who is at it already, without waiting', async () => {
    await withoutTrace(async (other) => {
      await other.query('SELECT FROM catalog_horizon FOR UPDATE');
      await withoutTrace(async (tx) => {
        const before = await stateOf(tx);
        await writeRecent(tx, [], 1);
        expect(await stateOf(tx)).toEqual(before);
      });
    });
  });
});

const WAITING = `SELECT FROM pg_locks WHERE NOT granted AND relation = 'catalog_word'::regclass
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe('words that nothing uses', () => {
  it('stay while somebody writes a course that holds them', async () => {
    const word = ownWord();
    const { id } = await draftOf(await newAcademy(), { titles: { en: word } });
    await database.query(`UPDATE catalog_entry SET words = '' WHERE course_id = $1`, [id]);
    const writer = database.createQueryRunner();
    await writer.startTransaction();
    await writeEntry(writer.manager, id);

    const forgotten = forgetUnusedWords(database);
    await until(async () => (await database.query(WAITING)).length > 0);
    await writer.commitTransaction();
    await writer.release();
    await forgotten;

    expect(await database.query('SELECT word FROM catalog_word WHERE word = $1', [word])).toEqual([{ word }]);
  });
});
