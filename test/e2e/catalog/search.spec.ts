import {
  type Academy,
  copiesOf,
  draftOf,
  idsOf,
  newAcademy,
  ownWord,
  publishedCourse,
  sendCourse,
  type Texts,
} from '../../support/catalog.world.js';
import { client } from '../../support/client.js';
import { statementsOf } from '../../support/query-count.js';
import { until } from '../../support/until.js';

let academy: Academy;
const ids: Record<string, string> = {};

/** One course for each language, each about something else. */
const COURSES: Record<string, { titles: Texts; summaries?: Texts; outcomes?: Texts[]; sectorCodes?: string[] }> = {
  ru: {
    titles: { ru: 'Учёт членских взносов для бухгалтеров' },
    summaries: { ru: 'Щадящий курс о съезде профсоюза' },
    outcomes: [{ ru: 'Составить смету и провести сверку' }],
  },
  uz: {
    titles: { uz: 'Boshlangʻich tashkilot raislari uchun oʻquv kursi' },
    summaries: { uz: 'Mehnat muhofazasi va jamoa shartnomasi' },
  },
  uzCyrl: {
    titles: { 'uz-Cyrl': 'Ёшлар етакчилари мактаби: ўзаро ёрдам' },
    summaries: { 'uz-Cyrl': 'Ҳуқуқий маслаҳат' },
  },
  kk: {
    titles: { kk: 'Кәсіподақ мүшелерінің еңбегін қорғау' },
    summaries: { kk: 'Өндірістегі қауіпсіздік ережелері' },
  },
  ky: { titles: { ky: 'Кесиптик кошуундун жаңы лидерлери' }, summaries: { ky: 'Өлкөлүк үйрөнүү жана эмгекти коргоо' } },
  tg: { titles: { tg: 'Ҳифзи меҳнат дар ҷойи кор' }, summaries: { tg: 'Омӯзиши раисони иттифоқи касаба' } },
  tk: {
    titles: { tk: 'Zähmeti goramak boýunça inspektorlar' },
    summaries: { tk: 'Kärdeşler arkalaşygynyň guramalary' },
  },
  az: {
    titles: { az: 'Həmkarlar ittifaqı təşkilatçıları üçün kurs' },
    summaries: { az: 'Əməyin mühafizəsi və şəhər' },
  },
  en: { titles: { en: 'Workplace accident investigation' }, summaries: { en: 'Witnesses, evidence and reporting' } },
  fa: { titles: { 'fa-AF': 'آموزش ایمنی برای کارگران' }, summaries: { 'fa-AF': 'کتاب‌های حقوق معلمان' } },
  sector: { titles: { en: 'Toolbox talks' }, sectorCodes: ['COAL'] },
};

beforeAll(async () => {
  academy = await newAcademy('ru');
  for (const [name, wish] of Object.entries(COURSES)) {
    const { sectorCodes = [], ...texts } = wish;
    ids[name] = (await publishedCourse(academy, { ...texts, sectorCodes })).id;
  }
}, 60_000);

describe('a person finds the course', () => {
  it.each([
    ['ru', 'учет взносов', 'without ё'],
    ['ru', 'бухгалтер', 'by the beginning of a word'],
    ['ru', 'бугалтеров', 'with a letter lost'],
    ['ru', 'uchet vznosov', 'in Latin letters'],
    ['ru', 'сьезд', 'with the soft sign instead of the hard one'],
    ['ru', 'взнос смета', 'by other endings, of words in different places'],
    ['uz', "boshlang'ich", 'with a plain apostrophe'],
    ['uz', 'boshlangich tashkilot', 'without the apostrophe'],
    ['uz', 'бошланғич ташкилот', 'in Cyrillic letters'],
    ['uz', 'ўқув курси', 'in Cyrillic letters, a short word'],
    ['uz', 'меҳнат муҳофазаси', 'in Cyrillic letters, in the summary'],
    ['uz', 'tashkiolt', 'with two letters swapped'],
    ['uz', 'shartnom', 'by the beginning of a word'],
    ['uzCyrl', 'yoshlar', 'in Latin letters'],
    ['uzCyrl', 'yetakchilari maktabi', 'in Latin letters, two words'],
    ['uzCyrl', 'oʻzaro yordam', 'in Latin letters with the turned comma'],
    ['uzCyrl', 'узаро ердам', 'on a Russian keyboard'],
    ['uzCyrl', 'huquqiy maslahat', 'in Latin letters, in the summary'],
    ['kk', 'касиподак', 'on a Russian keyboard'],
    ['kk', 'kasipodaq', 'in Latin letters'],
    ['kk', 'еңбегін қорғау', 'as it is written'],
    ['kk', 'енбегин коргау', 'without the Kazakh letters'],
    ['kk', 'qauıpsızdık', 'in new Latin letters'],
    ['kk', 'кәсіподк', 'with a letter lost'],
    ['ky', 'жаны лидер', 'without ң'],
    ['ky', 'uyronuu', 'in Latin letters'],
    ['ky', 'олколук', 'without ө and ү'],
    ['ky', 'кесиптик кошун', 'with a long vowel cut short'],
    ['ky', 'эмгкети', 'with two letters swapped'],
    ['tg', 'хифзи мехнат', 'on a Russian keyboard'],
    ['tg', 'hifzi mehnat', 'in Latin letters'],
    ['tg', 'омузиш', 'without ӯ, by the beginning'],
    ['tg', 'ittifoki kasaba', 'in Latin letters, in the summary'],
    ['tg', 'чойи', 'with the neighbor of ҷ, misspelt'],
    ['tk', 'zahmeti goramak', 'without ä'],
    ['tk', 'kardesler', 'without ä and ş, by the beginning'],
    ['tk', 'arkalashygy', 'with sh for ş'],
    ['tk', 'inspektor', 'by the beginning of a word'],
    ['tk', 'inspketorlar', 'with two letters swapped'],
    ['az', 'hemkarlar', 'without ə'],
    ['az', 'HƏMKARLAR İTTİFAQI', 'in capital letters'],
    ['az', 'teskilatcilari', 'without ş, ç and ı'],
    ['az', 'muhafizesi seher', 'without marks, in the summary'],
    ['az', 'hamkralar', 'with slips'],
    ['en', 'ACCIDENT', 'in capital letters'],
    ['en', 'invest', 'by the beginning of a word'],
    ['en', 'acident', 'with a letter lost'],
    ['en', 'witness report', 'by beginnings of words in the summary'],
    ['fa', 'اموزش', 'without the madda'],
    ['fa', 'كارگران', 'on an Arabic keyboard'],
    ['fa', 'ايمني', 'with Arabic yeh'],
    ['fa', 'کتابهای', 'without the half space'],
    ['fa', 'معلم', 'by the beginning of a word'],
    ['fa', 'آموزشش', 'with a letter too many'],
    ['sector', 'mining', 'by the name of its sector'],
    ['sector', 'угольная', 'by the name of its sector in another language'],
  ])('%s: %s (%s)', async (course, text) => {
    expect(await idsOf({ text, providerId: academy.id })).toEqual([ids[course]]);
  });

  it.each([
    ['бухгалтер аварии', 'when one of the words is nowhere'],
    ['сварка', 'when the word is nowhere'],
    ['!!! ???', 'when there is no word at all'],
    ['зщж', 'when it is no word'],
  ])('not: %s (%s)', async (text) => {
    expect(await idsOf({ text, providerId: academy.id })).toEqual([]);
  });

  it('by a word with ё as by the same word with е, and no further', async () => {
    const other = await newAcademy('ru');
    await publishedCourse(other, { titles: { ru: 'Отдыхай и учись' } });
    const accounting = await publishedCourse(other, { titles: { ru: 'Учёт взносов' } });

    expect(await idsOf({ text: 'учет', providerId: other.id })).toEqual([accounting.id]);
    expect(await idsOf({ text: 'учёт', providerId: other.id })).toEqual([accounting.id]);
  });

  it('with a blank box, as if there were none', async () => {
    expect(await idsOf({ text: '  ', providerId: academy.id })).toHaveLength(Object.keys(COURSES).length);
  });
});

describe('what is found first', () => {
  it('is in titles before summaries, whole before begun before misspelt, then the newest', async () => {
    const word = ownWord();
    const slip = `${word.slice(0, 5)}${word.slice(6)}`;
    const make = async (title: string, summary?: string) =>
      (await publishedCourse(academy, { titles: { en: title }, summaries: summary ? { en: summary } : {} })).id;
    const similarInSummary = await make('Plain', `About ${slip} and more`);
    const similarInTitle = await make(`Title with ${slip}`);
    const begunInSummary = await make('Plain', `About ${word}lar`);
    const wholeInSummary = await make('Plain', `About ${word}`);
    const begunInTitle = await make(`Title with ${word}lar`);
    const olderWhole = await make(`Title with ${word}`);
    const newerWhole = await make(`${word} as a title`);

    expect(await idsOf({ text: word })).toEqual([
      newerWhole,
      olderWhole,
      begunInTitle,
      wholeInSummary,
      begunInSummary,
      similarInTitle,
      similarInSummary,
    ]);
  });

  it('holds no misspelling where published courses and drafts together hold the word often', async () => {
    const own = await newAcademy('en');
    const word = ownWord();
    const slip = `${word.slice(0, 5)}${word.slice(6)}`;
    for (const make of [publishedCourse, draftOf]) {
      const { id } = await make(own, { titles: { en: word } });
      await copiesOf(id, own.id, `${word}-${make.name.toLowerCase()}`, 29);
      await make(own, { titles: { en: slip } });
    }
    const counts = async (stages: string[]) => {
      const { data } = await client.as(own.editor).send(
        `query ($filter: CourseFilter) { courses(filter: $filter, first: 100) {
          totalCount edges { node { id } } facets { kinds { count } } } }`,
        { filter: { text: word, stages } },
      );
      const { totalCount, edges, facets } = data.courses;
      return [totalCount, edges.length, ...facets.kinds.map(({ count }: { count: number }) => count)];
    };

    expect(await counts(['PUBLISHED'])).toEqual([31, 31, 31]);
    expect(await counts(['DRAFT'])).toEqual([31, 31, 31]);
    expect(await counts(['DRAFT', 'PUBLISHED'])).toEqual([60, 60, 60]);
  });

  it('may be misspelt as published courses have it, though drafts hold many words that are nearer', async () => {
    const own = await newAcademy('en');
    const typed = ownWord();
    const changed = (place: number, letter: string) => typed.slice(0, place) + letter + typed.slice(place + 1);
    const letters = (place: number) => [...'bdfglmnprtvzaeou'].filter((letter) => letter !== typed[place]);
    const nearer = [11, 12, 13].flatMap((place) => letters(place).map((letter) => changed(place, letter)));
    const far = changed(4, letters(4)[0] ?? '').slice(0, 8) + changed(8, letters(8)[0] ?? '').slice(8);
    const draft = await draftOf(own, { titles: { en: 'Nearer' }, summaries: { en: nearer.join(' ') } });
    const published = await publishedCourse(own, { titles: { en: far } });

    for (const orderBy of ['RELEVANCE', 'NEWEST', 'TITLE']) {
      const found = await idsOf({ text: typed, stages: ['DRAFT', 'PUBLISHED'] }, { orderBy }, own.editor);
      expect(found.sort()).toEqual([draft.id, published.id].sort());
    }
  });

  it('is never guessed for numbers: convention 154 is not convention 155', async () => {
    const [one, other] = [`${ownWord()}154`, `${ownWord()}155`];
    const { id } = await publishedCourse(academy, { titles: { en: `Convention ${one}` } });
    await publishedCourse(academy, { titles: { en: `Convention ${other}` } });

    expect(await idsOf({ text: one })).toEqual([id]);
    expect(await idsOf({ text: `${one.slice(0, -1)}5` })).toEqual([]);
  });
});

describe('who searches again', () => {
  const FOUND = `query ($filter: CourseFilter!, $after: String) { courses(filter: $filter, first: 1, after: $after) {
    totalCount facets { isWhole kinds { value count } } edges { cursor node { id title } } pageInfo { hasNextPage endCursor } } }`;
  const find = (filter: object, after?: string) => client.send(FOUND, { filter, after });

  it('finds at once what was published since, and not what was retired', async () => {
    const word = ownWord();
    for (let time = 1; time <= 5; time += 1) {
      expect(await idsOf({ text: word })).toEqual([]);
      const { id } = await publishedCourse(academy, { titles: { ru: word } });
      expect(await idsOf({ text: word })).toEqual([id]);
      expect(await sendCourse(academy.admin, 'retireCourse', { courseId: id, reason: 'Over' })).toSucceed();
    }
    expect(await idsOf({ text: word })).toEqual([]);
  });

  it('gets the same page, counts and cursors for one statement, in their own language', async () => {
    const word = ownWord();
    await publishedCourse(academy, { titles: { ru: `${word} первый`, en: `${word} first` } });
    const { id } = await publishedCourse(academy, { titles: { ru: `${word} второй`, en: `${word} second` } });
    const first = await find({ text: word });
    // Other specs publish meanwhile, and then all is searched anew.
    await until(async () => {
      const again = await find({ text: word });
      expect(again.data).toEqual(first.data);
      return statementsOf(again) === 1;
    });
    const { totalCount, facets, edges, pageInfo } = first.data.courses;
    expect({ totalCount, facets, id: edges[0].node.id, more: pageInfo.hasNextPage }).toEqual({
      totalCount: 2,
      facets: { isWhole: true, kinds: [{ value: 'SEMINAR', count: 2 }] },
      id,
      more: true,
    });
    const second = await find({ text: word }, pageInfo.endCursor);
    expect(second.data.courses.edges[0].node.title).toMatch(/первый|first/);
    const inRussian = await client.send(FOUND, { filter: { text: word } }, { 'accept-language': 'ru' });
    expect(inRussian.data.courses.edges[0].node.title).toBe(`${word} второй`);
  });
});
