import { idsOf, newAcademy, ownWord, publishedCourse, sendCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
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

  it.each(['RELEVANCE', 'NEWEST'])(
    'is no shorter for a course that left without having been heard of, by %s',
    async (orderBy) => {
      const [academy, word] = [await newAcademy(), ownWord()];
      const courses = await Promise.all([1, 2, 3, 4].map(() => publishedCourse(academy, { titles: { en: word } })));
      await until(async () => (await idsOf({ text: word })).length === courses.length);
      const [first, second, ...others] = await idsOf({ text: word }, { orderBy });

      await unheard('UPDATE catalog_entry SET stage = $2 WHERE course_id = ANY($1)', [[first, second], 'RETIRED']);

      expect(await pageOf({ text: word }, { orderBy, first: 1 })).toEqual({
        ids: others.slice(0, 1),
        hasNextPage: true,
      });
      expect(await pageOf({ text: word }, { orderBy, first: 2 })).toEqual({ ids: others, hasNextPage: false });
      await (await workerDatabase()).query('UPDATE catalog_entry SET stage = stage WHERE course_id = ANY($1)', [
        [first, second],
      ]);
      await finds(word, others);
    },
  );

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

async function pageOf(filter: object, page: { orderBy: string; first: number }) {
  const answer = await client.send(
    `query ($filter: CourseFilter, $orderBy: CourseOrder, $first: Int!) {
      courses(filter: $filter, orderBy: $orderBy, first: $first) { edges { node { id } } pageInfo { hasNextPage } } }`,
    { filter, ...page },
  );
  const { edges, pageInfo } = answer.data.courses;
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id), ...pageInfo };
}

/** Without the triggers that tell of it. */
async function unheard(sql: string, values: unknown[]): Promise<void> {
  await (await workerDatabase()).transaction(async (tx) => {
    await tx.query('ALTER TABLE catalog_entry DISABLE TRIGGER USER');
    await tx.query(sql, values);
    await tx.query('ALTER TABLE catalog_entry ENABLE TRIGGER USER');
  });
}
