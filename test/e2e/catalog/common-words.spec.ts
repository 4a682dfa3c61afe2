import { copiesOf, idsOf, newAcademy, ownWord, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';

/** More than are fetched for a page, or counted. */
const COPIES = 4_000;

const word = ownWord();
let academy: Awaited<ReturnType<typeof newAcademy>>;
let similarId: string;

beforeAll(async () => {
  academy = await newAcademy('en');
  const { id } = await publishedCourse(academy, { titles: { en: `About ${word}` }, sectorCodes: ['COAL'] });
  await copiesOf(id, academy.id, word, COPIES);
  similarId = (await publishedCourse(academy, { titles: { en: `${word.slice(0, 4)}${word.slice(5)}` } })).id;
}, 60_000);

describe('a word that thousands of courses hold', () => {
  it('finds each of them once, the newest first, on however many pages', async () => {
    const filter = { text: word, providerId: academy.id };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await client.send(
        `query ($filter: CourseFilter, $after: String) { courses(filter: $filter, first: 100, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { filter, after },
      );
      seen.push(...data.courses.edges.map(({ node }: any) => node.id));
      after = data.courses.pageInfo.endCursor;
      more = data.courses.pageInfo.hasNextPage;
    }

    const inOrder: { id: string }[] = await (await workerDatabase()).query(
      'SELECT course_id AS id FROM catalog_entry WHERE provider_id = $1 AND course_id <> $2 ORDER BY shown_at DESC',
      [academy.id, similarId],
    );
    expect(seen).toHaveLength(COPIES + 1);
    expect(seen).toEqual(inOrder.map(({ id }) => id));
  }, 60_000);

  it('is not taken for a misspelling of another', async () => {
    const { data } = await client.send('query ($filter: CourseFilter) { courses(filter: $filter) { totalCount } }', {
      filter: { text: word, providerId: academy.id },
    });

    expect(data.courses.totalCount).toBe(COPIES + 1);
    expect(await idsOf({ text: `${word.slice(0, 4)}${word.slice(5)}`, providerId: academy.id })).toContain(similarId);
  });

  it('is counted to the last of them, and what is nowhere is not', async () => {
    const facets = async (text: string) => {
      const { data } = await client.send(
        'query ($filter: CourseFilter) { courses(filter: $filter) { facets { isWhole kinds { value count } sectors { sector { code } count } } } }',
        { filter: { text, providerId: academy.id, kinds: ['SEMINAR'] } },
      );
      return data.courses.facets;
    };

    expect(await facets(word)).toEqual({
      isWhole: true,
      kinds: [{ value: 'SEMINAR', count: COPIES + 1 }],
      sectors: [{ sector: { code: 'COAL' }, count: COPIES + 1 }],
    });
    expect(await facets('nowhere')).toEqual({ isWhole: true, kinds: [], sectors: [] });
  });
});
