import fc from 'fast-check';
import { foldForIndex, foldQuery } from './fold.js';

const LOCALES = [
  'kk',
  'kk-Latn',
  'uz',
  'uz-Cyrl',
  'uz-Arab',
  'ru',
  'ky',
  'tg',
  'tk',
  'az',
  'kaa',
  'kaa-Cyrl',
  'en',
].concat(['fa-AF', 'ps', 'mn', 'nonsense', '']);

const REGION = Array.from(
  "abcdefghijklmnopqrstuvwxyzşçžğöüəıýñäíǵćабвгдежзийклмнопрстуфхцчшщъыьэюяёәіңғүұқөһўҳӯӣҷҹ'ʻ’´ابپکكگيیئةۀټ۱٣5 -\u0301\u200c",
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...REGION, ...REGION.map((letter) => letter.toUpperCase())), maxLength: 60 }),
);
const locales = fc.constantFrom(...LOCALES);

describe('what a person typed', () => {
  it.each([
    ['ёшлар', [['eshlar', 'yoshlar']]],
    ['касиподак', [['kasipodak']]],
    ["o'quv kursi", [['okuv', 'ukuv'], ['kursi']]],
    ['Maxim', [['mahim', 'maksim']]],
    ['həmkarlar', [['hemkarlar', 'hamkarlar']]],
    ['№5, 2003 йил!', [['5'], ['2003'], ['il']]],
    ['کارگران ۱۴۰۵', [['کارکران'], ['1405']]],
    ['a\u0000b\tc\u00ad\u200fd', [['ab'], ['kd']]],
    [' — … ', []],
    ['漢字', []],
  ])('%j becomes %j', (typed, words) => {
    expect(foldQuery(typed)).toEqual(words);
  });

  it('is looked at for twelve words of 64 letters', () => {
    expect(foldQuery('ab '.repeat(500))).toEqual(Array(12).fill(['ab']));
    expect(foldQuery('ab'.repeat(500))).toEqual([['ab'.repeat(32)]]);
  });
});

describe('a text to be searched', () => {
  it.each([
    ['ёшлар', 'uz-Cyrl', 'yoshlar eshlar'],
    ['Учёт и отчётность', 'ru', 'uchet uchiot i otchetnost otchiotnost'],
    ['Oʻzbekiston', 'uz', 'ozbekiston uzbekiston'],
    ['Azərbaycan', 'az', 'azerbaikan azerbaijan azarbaikan'],
    ['жаңа', 'kk', 'jana janga'],
    ['Тоҷикистон', 'tg', 'tojikiston tochikiston'],
    ['döwlet', 'tk', 'doulet dovlet'],
    ['کتاب‌ها', 'fa-AF', 'کتابها کتاب ها'],
    ['ISO 45001:2018', 'en', 'iso 45001 2018'],
  ])('%s in %s is stored as %s', (text, locale, stored) => {
    expect(foldForIndex(text, locale)).toBe(stored);
  });

  it('keeps to lower-case Latin and Arabic letters, digits and single spaces', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        expect(foldForIndex(text, locale)).toMatch(/^(?:[a-z0-9\p{Script=Arabic}]+(?: (?!$)|$))*$/u);
      }),
    );
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        const once = foldForIndex(text, locale);
        expect(foldForIndex(once, locale)).toBe(once);
        expect(foldQuery(once)).toEqual(once.split(' ', 12).flatMap((word) => (word ? [[word]] : [])));
      }),
    );
  });

  it('is found by its own words in every locale', () => {
    fc.assert(
      fc.property(texts, locales, (text, locale) => {
        const stored = new Set(foldForIndex(text, locale).split(' '));
        expect(foldQuery(text).filter((skeletons) => !skeletons.some((skeleton) => stored.has(skeleton)))).toEqual([]);
      }),
    );
  });

  it.each([
    ['one letter', 'a'.repeat(100_000)],
    ['one glide', 'iy'.repeat(50_000)],
    ['stacked marks', 'a\u0301\u0316'.concat('\u0301\u0316'.repeat(50_000))],
    ['apostrophes', "o'".repeat(50_000)],
    ['ligatures that unfold to eighteen letters', '\ufdfa'.repeat(100_000)],
    ['joiners', 'ک\u200c'.repeat(50_000)],
    ['words that never repeat', Array.from({ length: 12_000 }, (_, index) => `şəқyo${index}`).join(' ')],
  ])('of 100 kB of %s is folded, and does not hang the server', (_, text) => {
    expect(foldForIndex(text, 'az')).toMatch(/^[a-z0-9\u0600-\u06ff ]*$/);
    expect(foldQuery(text).length).toBeLessThanOrEqual(12);
  });
});
