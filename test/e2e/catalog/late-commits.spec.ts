import { idsOf, newAcademy, ownWord, publishedCourse, sendCourse } from '../../support/catalog.world.js';
import { workerDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

const finds = (word: string, ids: string[]) =>
  until(async () => (await idsOf({ text: word })).toString() === ids.toString());

describe('a search', () => {
  it('sees what was written before other changes and is committed after they were seen', async () => {
    const [academy, early, late, other] = [await newAcademy(), ownWord(), ownWord(), ownWord()];
    const { id } = await publishedCourse(academy, { titles: { en: early } });
    await finds(early, [id]);
    const writer = (await workerDatabase()).createQueryRunner();
    await writer.startTransaction();
    await writer.query('UPDATE catalog_entry SET words = array_to_tsvector($2::text[]) WHERE course_id = $1', [
      id,
      [late],
    ]);

    const next = await publishedCourse(academy, { titles: { en: other } });
    await finds(other, [next.id]);
    expect(await idsOf({ text: late })).toEqual([]);
    await writer.commitTransaction();
    await writer.release();

    await finds(late, [id]);
    expect(await idsOf({ text: early })).toEqual([]);
  });

  it('does not find what was retired', async () => {
    const [academy, word] = [await newAcademy(), ownWord()];
    const { id } = await publishedCourse(academy, { titles: { en: word } });
    await finds(word, [id]);

    expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id })).toSucceed();

    expect(await idsOf({ text: word })).toEqual([]);
    expect(await idsOf({ text: word, stages: ['RETIRED'] })).toEqual([]);
    expect(await idsOf({ text: word, stages: ['RETIRED'] }, {}, academy.editor)).toEqual([id]);
  });
});
