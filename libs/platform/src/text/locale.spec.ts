import fc from 'fast-check';
import { canonicalLocale, pickLocale, readingChain, textDirection } from './locale.js';

describe('a language tag', () => {
  it.each([
    ['uz', 'uz'],
    ['UZ', 'uz'],
    ['uz-Latn', 'uz'],
    ['uz-Latn-UZ', 'uz'],
    ['uzb', 'uz'],
    ['uz-cyrl', 'uz-Cyrl'],
    ['uz-Cyrl-UZ', 'uz-Cyrl'],
    ['uz-Arab', 'uz-Arab'],
    ['uz-AF', 'uz-Arab'],
    ['kk', 'kk'],
    ['kk-Cyrl', 'kk'],
    ['kk-KZ', 'kk'],
    ['kk-Latn', 'kk-Latn'],
    ['kk-CN', 'kk-Arab'],
    ['ky-Cyrl', 'ky'],
    ['tg-Cyrl-TJ', 'tg'],
    ['tk-Latn', 'tk'],
    ['az-Latn-AZ', 'az'],
    ['ru-RU', 'ru'],
    ['ru-KZ', 'ru'],
    ['en-GB', 'en'],
    ['en-GB-u-ca-gregory', 'en'],
    ['prs', 'fa-AF'],
    ['fa', 'fa-AF'],
    ['fa-AF', 'fa-AF'],
    ['fa-Arab-AF', 'fa-AF'],
    ['ps-AF', 'ps'],
    ['kaa', 'kaa'],
    ['kaa-Latn-UZ', 'kaa'],
    ['kaa-UZ', 'kaa'],
    ['kaa-Cyrl', 'kaa-Cyrl'],
    ['mn', 'mn'],
    ['mn-Cyrl-MN', 'mn'],
    ['mn-Mong', 'mn-Mong'],
    ['zh-TW', 'zh-Hant'],
  ])('%s is kept as %s', (tag, canonical) => {
    expect(canonicalLocale(tag)).toBe(canonical);
  });

  it.each([
    '',
    '*',
    'und',
    'und-UZ',
    'x-odaq',
    'nonsense',
    'xq',
    'kz',
    'uz-Blah',
    'uz_UZ',
    'u z',
    'уз',
    '-uz',
    `uz-${'x'.repeat(40)}`,
    `uz-u-ca-gregory-nu-latn-hc-h23-cu-uzs`,
  ])('%j names no language', (tag) => {
    expect(canonicalLocale(tag)).toBeNull();
  });

  it('stays as it is once it is canonical, whatever was sent', () => {
    const parts = fc.constantFrom(
      'uz',
      'fa',
      'kaa',
      'prs',
      'Cyrl',
      'Latn',
      'Arab',
      'UZ',
      'AF',
      'u',
      '-',
      '1',
      'é',
      '*',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((list) => list.join('-')),
        ),
        (tag) => {
          const canonical = canonicalLocale(tag);
          if (canonical !== null) expect(canonicalLocale(canonical)).toBe(canonical);
        },
      ),
    );
  });
});

describe('what a browser asks for', () => {
  it.each([
    ['kk-KZ,kk;q=0.9,ru-RU;q=0.8,ru;q=0.7,en;q=0.6', ['kk', 'ru', 'en']],
    ['en;q=0.5, ru;q=0.9, uz-Latn', ['uz', 'ru', 'en']],
    ['ru;q=0.8, kk;q=0.8', ['ru', 'kk']],
    ['*, uz;q=0.4, *;q=0.1', ['uz']],
    ['prs, ps-AF;Q=0.9', ['fa-AF', 'ps']],
    ['uz ; q=0.5 , ru ; q=0.6', ['ru', 'uz']],
    ['uz;q=0, ru;q=0.001, en;q=0.000', ['ru']],
    ['uz;q=2, ru;q=abc, en;q=-1, kk;q=0.1234, ky;level=1, tg;q=0.1;x=1, az', ['az']],
    [',,;,q=1,uz', ['uz']],
    ['', []],
    [undefined, []],
  ])('%j is %j', (header, chain) => {
    expect(readingChain(header)).toEqual(chain);
  });

  it('is read for its first twenty wishes and thousand characters', () => {
    expect(readingChain(`${'xx,'.repeat(19)}uz,ru`)).toEqual(['uz']);
    expect(readingChain(`uz,${' '.repeat(2_000)},ru`)).toEqual(['uz']);
    expect(readingChain(`uz,${' '.repeat(995)}kaa`)).toEqual(['uz']);
    expect(readingChain(' '.repeat(2_000))).toEqual([]);
  });

  it('never breaks the answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (header) => Array.isArray(readingChain(header))),
    );
  });
});

describe('the text a reader gets', () => {
  it.each([
    ['the first wish that is there', ['tg', 'ru', 'uz'], ['uz', 'ru'], ['uz'], 'ru'],
    ['Uzbek in the other script before Russian', ['uz', 'ru'], ['ru', 'uz-Cyrl'], ['ru'], 'uz-Cyrl'],
    ['Uzbek as asked, if both scripts are there', ['uz', 'uz-Cyrl'], ['uz-Cyrl', 'uz'], [], 'uz'],
    ['the other script that was also asked for', ['uz', 'uz-Cyrl'], ['uz-Arab', 'uz-Cyrl'], [], 'uz-Cyrl'],
    ['Dari for Dari', ['fa-AF', 'en'], ['en', 'fa-AF'], [], 'fa-AF'],
    ['the first fallback that is there', ['en'], ['uz', 'kk', 'ru'], ['ky', 'ru', 'kk'], 'ru'],
    ['a fallback in the other script', ['en'], ['ru', 'uz-Cyrl'], ['uz', 'ru'], 'uz-Cyrl'],
    ['the first there is, when nothing fits', ['en'], ['tg', 'kk'], ['ru'], 'tg'],
    ['the first there is, when nothing is asked', [], ['tg'], [], 'tg'],
  ])('is %s', (_, wanted, available, fallbacks, picked) => {
    expect(pickLocale(wanted, available, fallbacks)).toBe(picked);
  });

  it('must exist in some language', () => {
    expect(() => pickLocale(['uz'], [], ['ru'])).toThrow(RangeError);
  });
});

describe('the direction of lines', () => {
  it.each([
    ['fa-AF', 'rtl'],
    ['ps', 'rtl'],
    ['uz-Arab', 'rtl'],
    ['kk-Arab', 'rtl'],
    ['uz', 'ltr'],
    ['ru', 'ltr'],
    ['kaa', 'ltr'],
    ['no locale', 'ltr'],
  ])('in %s is %s', (locale, direction) => {
    expect(textDirection(locale)).toBe(direction);
  });
});
