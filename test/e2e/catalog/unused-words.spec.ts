import type { DataSource } from 'typeorm';
import { writeEntry } from '../../../libs/catalog/src/catalog/entry.writer.js';
import { forgetUnusedWords } from '../../../libs/catalog/src/catalog/reindex.js';
import { draftOf, newAcademy, ownWord } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
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
});
