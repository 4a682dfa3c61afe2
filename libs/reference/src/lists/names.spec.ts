import { byName, chosenName, languageName } from './names.js';

const UZBEKISTAN = { en: 'Uzbekistan', ru: 'Узбекистан', uz: 'Oʻzbekiston', 'uz-Cyrl': 'Ўзбекистон' };

describe('the name a reader sees', () => {
  it.each([
    [['ru'], 'Узбекистан', 'ru'],
    [['uz-Cyrl', 'ru'], 'Ўзбекистон', 'uz-Cyrl'],
    [['kk', 'uz'], 'Oʻzbekiston', 'uz'],
    [['kk'], 'Uzbekistan', 'en'],
    [[], 'Uzbekistan', 'en'],
  ])('for somebody who wants %j is %s', (wishes, text, locale) => {
    expect(chosenName(UZBEKISTAN, wishes)).toEqual({ text, locale });
  });

  it.each([
    ['uz', ['ru'], 'узбекский', 'ru'],
    ['ru', ['kk'], 'орыс тілі', 'kk'],
    ['kaa', ['en'], 'Kara-Kalpak', 'en'],
    ['fa-AF', ['en'], 'Dari', 'en'],
    ['kk', [], 'Kazakh', 'en'],
    ['kk', ['kaa', 'ru'], 'казахский', 'ru'],
  ])('of the language %s, in %j, is %s', (tag, wishes, text, locale) => {
    expect(languageName(tag, wishes)).toEqual({ text, locale });
  });
});

describe('a list', () => {
  const now = new Date();
  const record = (code: string, en: string, ru: string, retiredAt: Date | null = null) => ({
    code,
    names: { en, ru },
    retiredAt,
  });
  const items = [
    record('AA', 'Road', 'Автодороги'),
    record('BB', 'Coal', 'Уголь'),
    record('CC', 'Gone', 'Бывшая', now),
    record('AC', 'Coal', 'Ёлки'),
  ];
  const codes = (sorted: typeof items) => sorted.map(({ code }) => code);

  it('is sorted by what is read, and by code where names are equal', () => {
    expect(codes(byName(items, ['en']))).toEqual(['AC', 'BB', 'AA']);
    expect(codes(byName(items, ['ru']))).toEqual(['AA', 'AC', 'BB']);
  });

  it('shows what is retired only to those who ask for it', () => {
    expect(codes(byName(items, ['ru'], true))).toEqual(['AA', 'CC', 'AC', 'BB']);
  });
});
