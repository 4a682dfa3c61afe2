import { DataSource } from 'typeorm';
import { writeEntry } from '../../../libs/catalog/src/catalog/entry.writer.js';
import { forgetUnusedWords } from '../../../libs/catalog/src/catalog/reindex.js';
import { draftOf, newAcademy, ownWord } from '../../support/catalog.world.js';
import { freshDatabase, workerDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

let database: DataSource;

beforeAll(async () => {
  database = await workerDatabase();
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

  it('are found however long it takes to read those of all courses', async () => {
    const { options, query } = await slowToCount();
    await query(`INSERT INTO catalog_word (word) VALUES ('gone')`);
    const hurried = new DataSource({ ...options, extra: { statement_timeout: 200 } });
    await hurried.initialize();

    await forgetUnusedWords(hurried).finally(() => hurried.destroy());

    expect(await query('SELECT word FROM catalog_word')).toEqual([]);
  });
});

/** A database that takes half a second to tell which words its courses have. */
async function slowToCount() {
  const slow = await freshDatabase();
  const { options } = slow;
  const query = (text: string) => slow.query(text);
  await query(`
    CREATE FUNCTION public.ts_stat(text, OUT word text) RETURNS SETOF text LANGUAGE sql AS
      $$ SELECT stat.word FROM pg_sleep(0.5), pg_catalog.ts_stat($1) stat $$`);
  await query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$`,
  );
  return { options, query };
}
