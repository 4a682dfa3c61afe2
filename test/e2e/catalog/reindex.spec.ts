import { reindexCatalog } from '../../../libs/catalog/src/catalog/reindex.js';
import { draftOf, idsOf, newAcademy, ownWord, publishedCourse, sendCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';

const entriesOf = async (providerId: string) => {
  const database = await workerDatabase();
  return database.query(
    `SELECT to_jsonb(entry) - 'written' AS entry, (SELECT jsonb_object_agg(locale, title_key) FROM catalog_title WHERE course_id = entry.course_id) AS titles
     FROM catalog_entry entry WHERE provider_id = $1 ORDER BY course_id`,
    [providerId],
  );
};

describe('building the catalog anew', () => {
  it('makes the same of it as the changes one by one did', async () => {
    const academy = await newAcademy('kk');
    await draftOf(academy, { sectorCodes: ['ENRG'] });
    const { id } = await publishedCourse(academy, {
      titles: { kk: 'Кәсіподақ', ru: '«Профсоюз»' },
      roleCodes: ['PRIM_CHAIR'],
    });
    expect(await sendCourse(academy.editor, 'updateCourse', { courseId: id, kind: 'SCHOOL' })).toSucceed();
    const retired = await publishedCourse(academy);
    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: retired.id })).toSucceed();
    const before = await entriesOf(academy.id);

    const done = await reindexCatalog(await workerDatabase());

    expect(done).toBeGreaterThanOrEqual(3);
    expect(before).toHaveLength(3);
    expect(await entriesOf(academy.id)).toEqual(before);
  });

  it('finds again what was lost, and forgets words that nothing uses', async () => {
    const database = await workerDatabase();
    const [academy, word, gone] = [await newAcademy(), ownWord(), ownWord()];
    const { id } = await publishedCourse(academy, { titles: { en: word } });
    await database.query(`UPDATE catalog_entry SET words = '' WHERE course_id = $1`, [id]);
    await database.query('INSERT INTO catalog_word (word) VALUES ($1)', [gone]);
    expect(await idsOf({ text: word })).toEqual([]);

    await reindexCatalog(database);

    expect(await idsOf({ text: word })).toEqual([id]);
    expect(await database.query('SELECT word FROM catalog_word WHERE word = $1', [gone])).toEqual([]);
  });
});
