import { randomUUID } from 'node:crypto';
import { type Academy, newAcademy } from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import {
  align,
  newAct,
  newCurriculum,
  newModule,
  newVariant,
  publish,
  publishedCurriculum,
} from '../../support/curriculum.world.js';
import { readPage } from '../../support/page.js';
import { statementsOf } from '../../support/query-count.js';

const HOURS = { code: 'min-hours', kind: 'MIN_HOURS', value: 40, unit: 'ACADEMIC_HOURS' };

let academy: Academy;
beforeAll(async () => {
  academy = await newAcademy();
});

const pathOf = (id: string, query = '', number = 1) => `/curricula/${id}/versions/${number}/document${query}`;
const matrixOf = (id: string, query = '', number = 1) => `/curricula/${id}/versions/${number}/matrix.csv${query}`;

/** A published curriculum that meets 24 of 40 hours of an act of Kazakhstan. */
async function shortCurriculum() {
  const act = await newAct('KZ', [{ ...HOURS, roleCodes: ['YOUTH'] }], { inForceFrom: '2020-01-01' });
  const law = await newModule(academy, {
    titles: { en: 'Labor law', ru: 'Трудовое право', uz: 'Mehnat huquqi' },
    hours: { lecture: 20, practice: 4 },
    outcomes: [{ en: 'Reads an agreement.', ru: 'Читает договор.' }],
  });
  const elective = await newModule(academy, { titles: { en: 'Speaking', ru: 'Речь' }, hours: { practice: 6 } });
  const id = await publishedCurriculum(academy, {
    titles: { en: 'Youth leaders', ru: 'Молодые лидеры', uz: 'Yosh yetakchilar' },
    modules: [law, { moduleId: elective, isElective: true, requiredModuleIds: [law] }],
    roleCodes: ['YOUTH'],
  });
  await align(academy, id, law, act.requirements['min-hours']);
  return { id, law, act };
}

describe('the document for an approving body', () => {
  it('tells a jurist in Russian what is taught, what the act asks, and what is missing', async () => {
    const { id } = await shortCurriculum();

    const page = await readPage(pathOf(id, '?country=KZ&language=ru'));

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<html lang="ru" dir="ltr">');
    const shown = wordsOf(page.text);
    expect(shown).toContain('Молодые лидеры');
    expect(shown).toContain('1 Трудовое право 20 4 – – 24');
    expect(shown).toContain('2 Речь ( по выбору ) – 6 – – 6 1');
    expect(shown).toContain('Обязательные 20 4 – – 24');
    expect(shown).toContain('Читает договор.');
    expect(shown).toContain('Засчитано часов: 24, требуется: 40, не хватает: 16.');
    expect(shown).toContain('У страны нет варианта');
    expect(shown).toContain('Редакция 1');
  });

  it('is in the language that the browser wishes when the address names none', async () => {
    const { id } = await shortCurriculum();
    const page = await readPage(pathOf(id), null, { 'accept-language': 'uz' });
    expect(page.text).toContain('<html lang="uz" dir="ltr">');
    expect(wordsOf(page.text)).toContain('Yosh yetakchilar');
    expect(wordsOf(page.text)).toContain('Oʻquv rejasi');
  });

  it('runs from right to left in Dari, with our words marked as the language they are in', async () => {
    const id = await publishedCurriculum(academy, { titles: { en: 'Safety', 'fa-AF': 'ایمنی کار' } });
    const page = await readPage(pathOf(id, '?language=prs'));
    expect(page.text).toContain('<html lang="fa-AF" dir="rtl">');
    expect(page.text).toContain('<span lang="en" dir="ltr">Plan of study</span>');
  });

  it('shows the variant that follows the version, and refuses to show it for another country', async () => {
    const module = await newModule(academy, { titles: { en: 'Kept' }, hours: { lecture: 8 } });
    const id = await publishedCurriculum(academy, { modules: [module] });
    const variant = await newVariant(academy, id, 'UZ');
    await publish(academy, variant);

    const byBase = wordsOf((await readPage(pathOf(id, '?country=UZ&language=en'))).text);
    expect(byBase).toContain(variant);
    expect(byBase).toContain('Follows version of the base 1');

    const refused = await readPage(pathOf(variant, '?country=KZ'));
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text).errors).toEqual([
      { message: 'country: this is the variant for UZ', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('lets nothing run that an editor wrote', async () => {
    const id = await publishedCurriculum(academy, {
      titles: { en: `</style><script>alert("1")</script><img src=x onerror='alert(1)'>` },
    });
    const page = await readPage(pathOf(id, '?language=en'));
    expect(page.text).not.toMatch(/<script|<img/);
    expect(page.text).toContain('&#60;script&#62;');
    expect(page.text.match(/<\/style>/g)).toHaveLength(1);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/);
  });

  it('is kept by caches for everybody, and not sent again to who has it', async () => {
    const { id } = await shortCurriculum();
    const page = await readPage(pathOf(id));
    expect(page.headers.get('cache-control')).toBe('public, max-age=300');
    expect(page.headers.get('vary')).toContain('Accept-Language');
    const again = await readPage(pathOf(id), null, { 'if-none-match': page.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('is of a draft for its editors alone, and then kept by nobody on the way', async () => {
    const id = await newCurriculum(academy, { modules: [await newModule(academy)] });
    const stranger = await newAcademy();
    for (const who of [null, stranger.admin]) expect((await readPage(pathOf(id), who)).status).toBe(404);

    const page = await readPage(pathOf(id, '?language=en'), academy.admin);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    expect(wordsOf(page.text)).toContain('Draft, not published');
  });

  it.each([
    ['a made-up curriculum', () => pathOf(randomUUID())],
    ['what is no id', () => pathOf('nobody')],
  ])('is not there for %s, and says nothing of the inside', async (_, path) => {
    const page = await readPage(path());
    expect(page.status).toBe(404);
    expect(JSON.parse(page.text).errors).toEqual([
      { message: 'Nothing is here; the API is at /graphql.', extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  it.each([
    ['?country=kz', 'country: give a country by two capital letters (ISO 3166-1)'],
    ['?country=ZZ', 'country: no country of the list has this code'],
    ['?country=KZ&country=UZ', 'country: give it once'],
    ['?language=tralala-lala', 'language: give a language tag such as ru or uz'],
    ['?on=2026-02-30', 'on: give a day as YYYY-MM-DD'],
  ])('is refused clearly with %s', async (query, message) => {
    const { id } = await shortCurriculum();
    const page = await readPage(pathOf(id, query));
    expect(page.status).toBe(400);
    expect(JSON.parse(page.text).errors[0].message).toBe(message);
  });

  it('costs the same number of queries for twenty modules as for one', async () => {
    const [one, twenty] = [await publishedCurriculum(academy), await bigCurriculum(20)];
    const [few, many] = [await readPage(pathOf(one, '?country=KZ')), await readPage(pathOf(twenty, '?country=KZ'))];
    expect(statementsOf(few)).toBeGreaterThan(0);
    expect(statementsOf(many)).toBe(statementsOf(few));
  });

  it('is found through the API, with its table', async () => {
    const { id } = await shortCurriculum();
    const answer = await client.send(
      `query ($id: ID!) { curriculum(id: $id) { version { documentUrl(countryCode: "KZ", locale: "ru") matrixUrl } } }`,
      { id },
    );
    const { documentUrl, matrixUrl } = answer.data.curriculum.version;
    expect(new URL(documentUrl).pathname + new URL(documentUrl).search).toBe(pathOf(id, '?country=KZ&language=ru'));
    expect(new URL(matrixUrl).pathname).toBe(matrixOf(id));
  });
});

describe('the table of alignment', () => {
  it('opens in a spreadsheet: its mark, one row per requirement, the numbers on both sides', async () => {
    const { id, act } = await shortCurriculum();
    const page = await readPage(matrixOf(id, '?country=KZ&language=en'));
    expect(page.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    // A text decoder drops the mark, so the bytes are not asked of the text.
    const rows = page.text
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .filter((row) => row.includes(act.code));
    expect(rows).toEqual([
      `"KZ","${act.code}","Act ${act.code}",,1,"2020-01-01","min-hours",,"What it asks.","VERIFIED","PARTLY_MET",` +
        `"Partly met",24,40,,,true,false,"Labor law","24 hours count, 40 are asked for: 16 are missing."`,
    ]);
  });

  it('never lets a spreadsheet calculate what an editor wrote', async () => {
    const act = await newAct('KZ', [{ ...HOURS, roleCodes: ['YOUTH'] }]);
    const module = await newModule(academy, { titles: { en: '=HYPERLINK("http://example.org";"x")' } });
    const id = await publishedCurriculum(academy, { modules: [module], roleCodes: ['YOUTH'] });
    await align(academy, id, module, act.requirements['min-hours']);
    const { text } = await readPage(matrixOf(id, '?country=KZ'));
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"";""x"")"`);
  });

  it('holds all countries of a base, and those modules that each teaches', async () => {
    const { id, act } = await shortCurriculum();
    const other = await newAct('UZ', [{ ...HOURS, roleCodes: ['YOUTH'] }]);
    const { text } = await readPage(matrixOf(id, '?language=en'));
    expect(text.split('\r\n').filter((row) => row.includes(act.code) || row.includes(other.code))).toHaveLength(2);
  });
});

async function bigCurriculum(size: number): Promise<string> {
  const modules: string[] = [];
  for (let place = 0; place < size; place += 1) modules.push(await newModule(academy));
  return publishedCurriculum(academy, { modules });
}

/** What a reader sees: the text without its marks, each piece set apart by one space. */
function wordsOf(page: string): string {
  return page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
