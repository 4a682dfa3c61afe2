import fc from 'fast-check';
import { forgives } from '../../../libs/catalog/src/catalog/forgiveness.js';
import { foldQuery } from '../../../libs/platform/src/text/index.js';
import { type Academy, draftOf, newAcademy, ownWord, publishedCourse } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';

const COURSES = 40;
const KINDS = ['SEMINAR', 'SCHOOL', 'MASTER_CLASS'];
const SECTORS = ['COAL', 'ENRG', 'EDUC'];
const LOCALES = ['uz', 'ru'];

/** A course as whoever goes through all of them would read it. */
interface Read {
  id: string;
  stage: string;
  /** Its place in the order of Russian titles. */
  title: number;
  words: string[];
  kinds: string[];
  sectors: string[];
  languages: string[];
}

const roots = Array.from({ length: 4 }, ownWord);
/** What titles and summaries are made of, and what is typed: as it is, begun, with an ending, or with a slip. */
const written = roots.flatMap((root) => [root, `${root}lar`, `${root.slice(0, 8)}${root.slice(9)}`]);
const typed = [...written, ...roots.flatMap((root) => [root.slice(0, 4), root.slice(0, 7), `${root}ning`]), 'nowhere'];

let academy: Academy;
let all: Read[];

const some = <T>(list: readonly T[], count: number, from: number) =>
  Array.from({ length: count }, (_, place) => list[(from * 7 + place * 5 + from * place) % list.length] as T);

beforeAll(async () => {
  academy = await newAcademy('uz');
  for (let i = 0; i < COURSES; i += 1) {
    const title = some(written, 1 + (i % 3), i).join(' ');
    const locale = LOCALES[i % 2] as string;
    const make = i % 5 < 3 ? publishedCourse : draftOf;
    await make(academy, {
      titles: { [locale]: title },
      summaries: { [locale]: some(written, 2 + (i % 3), i + 11).join(' ') },
      kind: KINDS[i % 3] as string,
      sectorCodes: SECTORS.slice(0, i % 4),
    });
  }
  const database = await workerDatabase();
  all = await database.query(
    `SELECT course_id AS id, stage, tsvector_to_array(words) AS words, ARRAY[kind::text] AS kinds,
       sector_codes AS sectors, languages, row_number() OVER (ORDER BY title_key, course_id)::int AS title
     FROM catalog_entry JOIN catalog_title USING (course_id) WHERE locale = 'ru' AND provider_id = $1 ORDER BY shown_at DESC, course_id DESC`,
    [academy.id],
  );
}, 120_000);

const holdsWhole = (word: string, spellings: readonly string[], mark: string) =>
  spellings.some((spelling) => word === mark + spelling);
const holdsBegun = (word: string, spellings: readonly string[], mark: string) =>
  spellings.some((spelling) => word.startsWith(mark + spelling));

/** How well a course fits, from 6; 0: not at all. */
function scoreOf({ words }: Read, sought: readonly { spellings: string[]; similar: string[] }[]): number {
  const each = (holds: typeof holdsWhole, mark: string, isForgiven = false) =>
    sought.every(({ spellings, similar }) =>
      words.some((word) => holds(word, spellings, mark) || (isForgiven && holdsWhole(word, similar, mark))),
    );
  const ways = [
    each(holdsWhole, '^'),
    each(holdsBegun, '^'),
    each(holdsWhole, ''),
    each(holdsBegun, ''),
    each(holdsBegun, '^', true),
    each(holdsBegun, '', true),
  ];
  return ways.includes(true) ? 6 - ways.indexOf(true) : 0;
}

async function similarTo(word: string): Promise<string[]> {
  const database = await workerDatabase();
  const near: { word: string }[] = await database.query(
    `SELECT word FROM catalog_word WHERE similarity(word, $1) >= 0.3 AND word <> $1 COLLATE "C" AND length(word) >= 4`,
    [word],
  );
  return near.map((row) => row.word).filter((known) => forgives(word, known));
}

type Order = 'RELEVANCE' | 'TITLE' | 'NEWEST';

interface Filter {
  text: string;
  stages: string[];
  kinds: string[];
  sectorCodes: string[];
  languages: string[];
}

const PARTS = { kinds: 'kinds', sectors: 'sectorCodes', languages: 'languages' } as const;
const fits = (course: Read, filter: Filter, but?: string) =>
  Object.entries(PARTS).every(([part, name]) => {
    const wanted = filter[name];
    return part === but || wanted.length === 0 || wanted.some((value) => course[part as 'kinds'].includes(value));
  });

/** Places of two courses in the order of the list; 0: the newest first, as all of them are. */
const ORDERS: Readonly<Record<Order, (one: Scored, other: Scored) => number>> = {
  RELEVANCE: (one, other) => other.score - one.score,
  TITLE: (one, other) => one.course.title - other.course.title,
  NEWEST: () => 0,
};

interface Scored {
  course: Read;
  score: number;
}

/** What the catalog should answer, by going through every course. */
async function goingThroughAll(filter: Filter, order: Order) {
  const sought = await Promise.all(
    foldQuery(filter.text).map(async (spellings) => ({ spellings, similar: await similarTo(spellings[0] ?? '') })),
  );
  const listed = all.filter(({ stage }) => filter.stages.includes(stage));
  const found = listed.map((course) => ({ course, score: scoreOf(course, sought) })).filter(({ score }) => score > 0);
  const counts = (part: 'kinds' | 'sectors' | 'languages') => {
    const values = found.filter(({ course }) => fits(course, filter, part)).flatMap(({ course }) => course[part]);
    return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, each]) => [value, each.length]));
  };
  return {
    ids: found
      .filter(({ course }) => fits(course, filter))
      .toSorted(ORDERS[order])
      .map(({ course }) => course.id),
    facets: { kinds: counts('kinds'), sectors: counts('sectors'), languages: counts('languages') },
  };
}

const QUERY = `query ($filter: CourseFilter, $orderBy: CourseOrder, $first: Int!, $after: String) {
  courses(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { node { id } } pageInfo { hasNextPage endCursor }
    facets { isWhole kinds { value count } sectors { sector { code } count } languages { value count } } } }`;

/** The whole list, page by page, and what its first page counts. */
async function asked(filter: Filter, orderBy: Order, first: number) {
  const ids: string[] = [];
  let page: any;
  for (let after: string | null = null; ; after = page.pageInfo.endCursor) {
    // Of somebody who may have drafts: for all others the stages are left out of the filter.
    const { data } = await client
      .as(academy.editor)
      .send(
        QUERY,
        { filter: { ...filter, providerId: academy.id }, orderBy, first, after },
        { 'accept-language': 'ru' },
      );
    const { edges, ...rest } = data.courses;
    page = rest;
    ids.push(...edges.map(({ node }: any) => node.id));
    if (!page.pageInfo.hasNextPage) break;
  }
  const counts = (list: any[]) =>
    Object.fromEntries(list.map(({ value, sector, count }) => [value ?? sector.code, count]));
  const { kinds, sectors, languages, isWhole } = page.facets;
  return {
    ids,
    totalCount: page.totalCount,
    isWhole,
    facets: { kinds: counts(kinds), sectors: counts(sectors), languages: counts(languages) },
  };
}

const oneOf = (values: readonly string[]) => fc.subarray([...values], { minLength: 0, maxLength: 2 });

describe('a search', () => {
  it('finds what going through every course would, in that order, on pages of any length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(typed, { minLength: 1, maxLength: 2 }),
        fc.record({ kinds: oneOf(KINDS), sectorCodes: oneOf(SECTORS), languages: oneOf(LOCALES) }),
        fc.constantFrom(2, 5, 100),
        // The first are found in memory, the second by PostgreSQL, the third by both.
        fc.constantFrom<string[]>(['PUBLISHED'], ['DRAFT', 'RETIRED'], ['PUBLISHED', 'DRAFT']),
        fc.constantFrom<Order>('RELEVANCE', 'TITLE', 'NEWEST'),
        async (words, narrowed, first, stages, order) => {
          const filter = { text: words.join(' '), stages, ...narrowed };
          const expected = await goingThroughAll(filter, order);

          expect(await asked(filter, order, first)).toEqual({
            ...expected,
            totalCount: expected.ids.length,
            isWhole: true,
          });
        },
      ),
      { numRuns: 150 },
    );
  }, 240_000);
});
