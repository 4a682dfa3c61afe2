import fc from 'fast-check';
import {
  type Academy,
  type CourseWish,
  draftOf,
  idsOf,
  newAcademy,
  publishedCourse,
} from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

const publishAll = async (academy: Academy, wishes: CourseWish[]) => {
  const made: string[] = [];
  for (const wish of wishes) made.push((await publishedCourse(academy, wish)).id);
  return made as [string, ...string[]];
};

/** Titles in Kyrgyz that come before others. Nothing of their courses is listed, so they are in nobody’s way. */
async function titlesBefore({ id }: Academy, count: number): Promise<void> {
  await (await workerDatabase()).query(
    `WITH made AS (
       INSERT INTO course (id, provider_id, slug)
       SELECT gen_random_uuid(), $1::uuid, concat('unlisted-', $1::uuid, '-', n) FROM generate_series(1, $2::int) n RETURNING id
     ), versions AS (
       INSERT INTO course_version (id, course_id, number, kind) SELECT id, id, 1, 'SEMINAR' FROM made
     )
     INSERT INTO catalog_title (course_id, locale, title_key) SELECT id, 'ky', 'А' FROM made`,
    [id, count],
  );
}

describe('the catalog', () => {
  it('is narrowed by each part of the filter, any value within a part, all parts together', async () => {
    const academy = await newAcademy();
    const [seminar, school, both] = await publishAll(academy, [
      {
        kind: 'SEMINAR',
        sectorCodes: ['ENRG'],
        countryCodes: ['UZ'],
        titles: { uz: 'Birinchi' },
        roleCodes: ['PRIM_CHAIR'],
      },
      { kind: 'SCHOOL', sectorCodes: ['COAL'], countryCodes: ['KZ'], titles: { kk: 'Екінші' } },
      {
        kind: 'SEMINAR',
        sectorCodes: ['ENRG', 'COAL'],
        countryCodes: ['KZ', 'UZ'],
        titles: { uz: 'Uchinchi', kk: 'Үшінші' },
      },
    ]);
    const of = (filter: object) => idsOf({ providerId: academy.id, ...filter });

    expect(await of({})).toEqual([both, school, seminar]);
    expect(await of({ kinds: ['SEMINAR'] })).toEqual([both, seminar]);
    expect(await of({ kinds: ['SEMINAR', 'SCHOOL'], sectorCodes: ['COAL'] })).toEqual([both, school]);
    expect(await of({ sectorCodes: ['COAL', 'ENRG'] })).toEqual([both, school, seminar]);
    expect(await of({ countryCodes: ['UZ'], languages: ['kk-KZ'] })).toEqual([both]);
    expect(await of({ roleCodes: ['PRIM_CHAIR'] })).toEqual([seminar]);
    expect(await of({ sectorCodes: ['NOPE'] })).toEqual([]);
    expect(await of({ kinds: [], languages: null, text: null })).toEqual([both, school, seminar]);
    expect(await of({ text: 'uchinchi', kinds: ['SCHOOL'] })).toEqual([]);
  });

  it('counts what could be chosen next, each under all of the filter but its own part', async () => {
    const academy = await newAcademy();
    await publishAll(academy, [
      { kind: 'SEMINAR', sectorCodes: ['ENRG'], countryCodes: ['UZ'], titles: { uz: 'Bir' } },
      { kind: 'SCHOOL', sectorCodes: ['ENRG', 'COAL'], countryCodes: ['KZ'], titles: { uz: 'Ikki', kk: 'Екі' } },
      { kind: 'SCHOOL', sectorCodes: ['COAL'], countryCodes: ['KZ'], titles: { kk: 'Үш' } },
    ]);
    await draftOf(academy, { kind: 'RESIDENTIAL' });
    const ask = async (filter: object) => {
      const { data } = await client.send(
        `query ($filter: CourseFilter) { courses(filter: $filter) { totalCount facets { kinds { value count }
          sectors { sector { code } count } languages { value count } countries { country { code } count } } } }`,
        { filter: { providerId: academy.id, ...filter } },
      );
      const { totalCount, facets } = data.courses;
      const sectors = facets.sectors.map((entry: any) => [entry.sector.code, entry.count]);
      const countries = facets.countries.map((entry: any) => [entry.country.code, entry.count]);
      const plain = (entries: any[]) => entries.map(({ value, count }) => [value, count]);
      return { totalCount, kinds: plain(facets.kinds), sectors, languages: plain(facets.languages), countries };
    };

    expect(await ask({})).toEqual({
      totalCount: 3,
      kinds: [
        ['SCHOOL', 2],
        ['SEMINAR', 1],
      ],
      sectors: [
        ['COAL', 2],
        ['ENRG', 2],
      ],
      languages: [
        ['kk', 2],
        ['uz', 2],
      ],
      countries: [
        ['KZ', 2],
        ['UZ', 1],
      ],
    });
    expect(await ask({ kinds: ['SCHOOL'], languages: ['uz'] })).toEqual({
      totalCount: 1,
      kinds: [
        ['SCHOOL', 1],
        ['SEMINAR', 1],
      ],
      sectors: [
        ['COAL', 1],
        ['ENRG', 1],
      ],
      languages: [
        ['kk', 2],
        ['uz', 1],
      ],
      countries: [['KZ', 1]],
    });
    expect(await ask({ text: 'ikki', kinds: ['SEMINAR'] })).toEqual({
      totalCount: 0,
      kinds: [['SCHOOL', 1]],
      sectors: [],
      languages: [],
      countries: [],
    });
  });

  it('mixes drafts into the published for their editors: page by page in one order, counted once, with facets', async () => {
    const academy = await newAcademy();
    const other = await newAcademy();
    const { id: oldest } = await publishedCourse(academy, { kind: 'SEMINAR' });
    const { id: draft } = await draftOf(academy, { kind: 'SEMINAR' });
    const { id: middle } = await publishedCourse(academy, { kind: 'SCHOOL' });
    const { id: newest } = await draftOf(academy, { kind: 'SCHOOL' });
    await draftOf(other);
    const page = async (who: Academy['editor'] | null, after: string | null = null) => {
      const { data } = await client.as(who).send(
        `query ($after: String, $ids: ID!) {
          courses(first: 1, after: $after, filter: { stages: [DRAFT, PUBLISHED], providerId: $ids }) {
            totalCount facets { kinds { value count } isWhole } pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
        { after, ids: academy.id },
      );
      return data.courses;
    };

    const walked: string[] = [];
    let seen = await page(academy.editor);
    for (;;) {
      walked.push(seen.edges[0].node.id);
      if (!seen.pageInfo.hasNextPage) break;
      seen = await page(academy.editor, seen.pageInfo.endCursor);
    }

    expect(walked).toEqual([newest, middle, draft, oldest]);
    expect(seen).toMatchObject({
      totalCount: 4,
      facets: {
        kinds: [
          { value: 'SCHOOL', count: 2 },
          { value: 'SEMINAR', count: 2 },
        ],
        isWhole: true,
      },
    });
    for (const who of [null, other.editor]) {
      expect(await page(who)).toMatchObject({ totalCount: 2, edges: [{ node: { id: middle } }] });
    }
  });

  it('counts one facet alone, under a filter of its own', async () => {
    const academy = await newAcademy();
    await publishAll(academy, [{ kind: 'SEMINAR' }, { kind: 'SCHOOL' }]);

    const { data } = await client.send(
      'query ($id: ID!) { courses(filter: { providerId: $id, kinds: [SCHOOL] }) { facets { kinds { value count } } } }',
      { id: academy.id },
    );

    expect(data.courses.facets.kinds).toEqual([
      { value: 'SCHOOL', count: 1 },
      { value: 'SEMINAR', count: 1 },
    ]);
  });

  it('speaks the reader’s language, then the provider’s, then the course’s first', async () => {
    const academy = await newAcademy('ru');
    const [all, uzbek] = await publishAll(academy, [
      {
        titles: { uz: 'Kurs', ru: 'Курс', en: 'Course' },
        summaries: { uz: 'Haqida' },
        descriptions: { ru: 'Подробно' },
      },
      { titles: { 'uz-Cyrl': 'Мактаб', kk: 'Мектеп' } },
    ]);
    const read = async (id: string | undefined, language: string, locale?: string) => {
      const { data } = await client.send(
        `query ($id: ID!, $locale: Locale) { course(id: $id) { title(locale: $locale) titleLocale(locale: $locale)
          summary(locale: $locale) summaryLocale(locale: $locale) description(locale: $locale) outcomes { textLocale(locale: $locale) } } }`,
        { id, locale },
        { 'accept-language': language },
      );
      const { title, titleLocale, summaryLocale, description, outcomes } = data.course;
      return [title, titleLocale, summaryLocale, description, outcomes[0].textLocale];
    };

    expect(await read(all, 'en-GB,uz;q=0.5')).toEqual(['Course', 'en', 'uz', 'Подробно', 'en']);
    expect(await read(all, 'ky')).toEqual(['Курс', 'ru', 'uz', 'Подробно', 'ru']);
    expect(await read(all, 'en', 'uz')).toEqual(['Kurs', 'uz', 'uz', 'Подробно', 'uz']);
    expect(await read(uzbek, 'uz')).toEqual(['Мактаб', 'uz-Cyrl', null, null, 'uz-Cyrl']);
    expect(await read(uzbek, '')).toEqual(['Мактаб', 'uz-Cyrl', null, null, 'uz-Cyrl']);
  });

  it('is sorted by the titles a reader sees, each alphabet in its own order', async () => {
    const academy = await newAcademy('ru');
    const [yo, ya, a, quoted, ae] = await publishAll(academy, [
      { titles: { ru: 'Ёлка', kk: 'Бб' } },
      { titles: { ru: 'Яблоко' } },
      { titles: { ru: 'абзац', kk: 'Аа' } },
      { titles: { ru: '«Вместе»' } },
      { titles: { kk: 'Әә' } },
    ]);
    const titled = async (language: string) => {
      const { data } = await client.send(
        'query ($id: ID!) { courses(filter: { providerId: $id }, orderBy: TITLE) { edges { node { id } } } }',
        { id: academy.id },
        { 'accept-language': language },
      );
      return data.courses.edges.map((edge: any) => edge.node.id);
    };

    expect(await titled('ru')).toEqual([a, quoted, yo, ya, ae].sort((x, y) => order(x) - order(y)));
    expect(await titled('kk')).toEqual([a, ae, yo, quoted, ya]);
    expect(await titled('xx')).toEqual(await titled('en'));

    function order(id: string | undefined): number {
      return [a, ae, quoted, yo, ya].indexOf(id);
    }
  });

  it('is found whole in the order of titles, however many others come first', async () => {
    const academy = await newAcademy('ky');
    const known = await publishAll(academy, [
      { titles: { ky: 'Яяя 1' } },
      { titles: { ky: 'Яяя 2' } },
      { titles: { ky: 'Яяя 3' } },
    ]);
    await titlesBefore(academy, 1_100);
    const page = async (filter: object, after: string | null) => {
      const { data } = await client.send(
        `query ($filter: CourseFilter, $after: String) { courses(filter: $filter, after: $after, first: 2, orderBy: TITLE) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
        { filter, after },
        { 'accept-language': 'ky' },
      );
      const { edges, pageInfo, totalCount } = data.courses;
      return { ids: edges.map(({ node }: any) => node.id), totalCount, ...pageInfo };
    };

    for (const filter of [{ providerId: academy.id }, { providerId: academy.id, text: 'Яяя' }]) {
      const first = await page(filter, null);
      expect(first).toMatchObject({ ids: known.slice(0, 2), totalCount: 3, hasNextPage: true });
      const second = await page(filter, first.endCursor);
      expect(second).toMatchObject({ ids: known.slice(2), hasNextPage: false });
    }
  });

  it.each([
    ['of another order', () => cursor(['TITLE', 'en', 'A', '01a20216-ba88-7b25-9a1d-1229f5c87793'])],
    [
      'with a day that is none',
      () => cursor(['NEWEST', '2026-02-30 10:00:00+00', '01a20216-ba88-7b25-9a1d-1229f5c87793']),
    ],
    ['with an id that is none', () => cursor(['NEWEST', '2026-02-20 10:00:00+00', 'x'])],
    ['that is noise', () => 'noise'],
    ['that is empty', () => 'W10'],
  ])('refuses a cursor %s', async (_, after) => {
    const answer = await client.send(
      'query ($after: String) { courses(orderBy: NEWEST, after: $after) { edges { cursor } } }',
      {
        after: after(),
      },
    );

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('goes on to nothing from a misspelling that stands for nothing any more', async () => {
    const academy = await newAcademy();
    await publishedCourse(academy);
    const after = cursor(['RELEVANCE', '1', '2026-02-20 10:00:00+00', academy.id]);

    const answer = await client.send(
      `query ($id: ID!, $after: String) {
        courses(filter: { text: "xyzxyzxyz", providerId: $id }, after: $after) { edges { cursor } } }`,
      { id: academy.id, after },
    );

    expect(answer.data.courses.edges).toEqual([]);
  });

  it.each([
    ['a text of 201 characters', { filter: { text: 'x'.repeat(201) } }],
    ['a text with NUL', { filter: { text: 'a\u0000' } }],
    ['a code with NUL', { filter: { sectorCodes: ['\u0000'] } }],
    ['51 codes', { filter: { sectorCodes: Array.from({ length: 51 }, () => 'ENRG') } }],
    ['a provider that is no id', { filter: { providerId: 'x' } }],
    ['no rows', { first: 0 }],
    ['101 rows', { first: 101 }],
  ])('refuses %s', async (_, variables) => {
    const answer = await client.send(
      'query ($filter: CourseFilter, $first: Int! = 20) { courses(filter: $filter, first: $first) { edges { cursor } } }',
      variables,
    );

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it.each([
    ['both', '(id: "01a20216-ba88-7b25-9a1d-1229f5c87793", slug: "x")'],
    ['neither', ''],
  ])('refuses to look for a course by %s', async (_, args) => {
    expect(await client.send(`{ course${args} { id } }`)).toBeRefusedWith('BAD_USER_INPUT');
  });

  it.each([
    '(id: "nothing")',
    '(slug: "No Such Slug")',
    '(slug: "no-such-slug")',
    '(id: "01a20216-ba88-7b25-9a1d-1229f5c87793")',
  ])('answers null for %s', async (args) => {
    expect((await client.send(`{ course${args} { id } }`)).data).toEqual({ course: null });
  });
});

function cursor(position: string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

describe('page after page', () => {
  it.each(['NEWEST', 'TITLE', 'RELEVANCE'])(
    'by %s nothing is skipped or shown twice while courses are added',
    async (orderBy) => {
      const academy = await newAcademy();
      const titles = [
        'Xavfsizlik darsi',
        'Dars',
        'Darslar',
        'Kasaba darslari',
        'Darsi',
        'Boshqa dars',
        'Ddars',
        'Dars yana',
      ];
      const wishes = titles.map((title, place) => ({
        titles: { uz: title },
        summaries: { uz: place % 3 ? 'dars' : 'Haqida' },
      }));
      const known = await publishAll(academy, wishes);
      const filter = { providerId: academy.id, ...(orderBy === 'RELEVANCE' && { text: 'dars' }) };
      const whole = await idsOf(filter, { orderBy });
      expect([...whole].sort()).toEqual([...known].sort());

      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.boolean(), async (first, adds) => {
          const seen: string[] = [];
          for (let after: string | null = null, more = true; more; ) {
            const { data } = await client.send(
              `query ($filter: CourseFilter, $orderBy: CourseOrder, $first: Int!, $after: String) {
              courses(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
                edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
              { filter, orderBy, first, after },
            );
            seen.push(...data.courses.edges.map((edge: any) => edge.node.id));
            after = data.courses.pageInfo.endCursor;
            more = data.courses.pageInfo.hasNextPage;
            if (adds && seen.length % 3 === 0) await publishedCourse(academy, { titles: { uz: 'Dars oʻrtada' } });
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.filter((id) => known.includes(id))).toEqual(whole);
        }),
        { numRuns: 6 },
      );
    },
    60_000,
  );
});

describe('the cost of a list', () => {
  it('is the same number of statements for one course and for fifty', async () => {
    const academy = await newAcademy();
    for (let batch = 0; batch < 10; batch += 1) {
      await Promise.all(
        Array.from({ length: 5 }, () =>
          publishedCourse(academy, {
            titles: { uz: 'Kurs', ru: 'Урок' },
            descriptions: { uz: 'Haqida' },
            sectorCodes: ['ENRG'],
            roleCodes: ['PRIM_CHAIR'],
            countryCodes: ['UZ'],
          }),
        ),
      );
    }
    const ask = async (first: number, text: string | null) => {
      const answer = await client.send(
        `query ($id: ID!, $first: Int!, $text: String) { courses(filter: { providerId: $id, text: $text }, first: $first) {
          totalCount facets { kinds { count } sectors { count } }
          edges { node { title summary description outcomes { text } sectors { name } targetRoles { name } countries { name }
            provider { name } prerequisites { title } versions { title outcomes { text } } revision viewerCanEdit } } } }`,
        { id: academy.id, first, text },
      );
      expect(answer).toSucceed();
      expect(answer.data.courses.edges).toHaveLength(first);
      return statementsOf(answer);
    };
    await ask(1, null);

    expect(await ask(50, null)).toBe(await ask(1, null));
    expect(await ask(50, 'kurs')).toBe(await ask(1, 'урок'));
    await ask(1, 'kurs');
    expect(await ask(50, 'kurs')).toBe(await ask(1, 'kurs'));
  }, 60_000);

  it('is one statement for what a list of cards shows of the course itself, none of it for what was not asked', async () => {
    const academy = await newAcademy();
    await publishedCourse(academy, { descriptions: { en: 'At length' } });
    const ask = (fields: string) => statementsToList(academy, fields);
    // Who asks first after a change reads it for all others.
    await until(async () => (await ask('id')) === 1);

    expect(await ask('id slug kind stage languages versionNumber publishedAt workload { academicHours }')).toBe(1);
    expect(await ask('title titleLocale summary workload { academicHours } languages')).toBe(1);
    expect(await ask('title description')).toBe(2);
  });

  it('is no statement where memory knows that nothing belongs to it', async () => {
    const academy = await newAcademy();

    await until(async () => (await statementsToList(academy, 'id')) === 0);
  });

  async function statementsToList(academy: Academy, fields: string): Promise<number> {
    const query = `query ($id: ID!) { courses(filter: { providerId: $id }) { edges { node { ${fields} } } } }`;
    return statementsOf(await client.send(query, { id: academy.id }));
  }
});
