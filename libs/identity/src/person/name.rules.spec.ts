import { type Names, nameKeysOf, scriptOf, shortName, writtenName } from './name.rules.js';

const named = (familyName: string, givenName: string, patronymic: string | null = null): Names => ({
  familyName,
  givenName,
  patronymic,
});
const GULNORA = [named('Yusupova', 'Gulnora', 'Baxtiyor qizi'), named('Юсупова', 'Гулнора', 'Бахтиёр кизи')] as const;

describe('a name', () => {
  it.each([
    ['uz', 'Yusupova Gulnora Baxtiyor qizi'],
    ['uz-Cyrl', 'Юсупова Гулнора Бахтиёр кизи'],
    ['ru', 'Юсупова Гулнора Бахтиёр кизи'],
    ['kk', 'Юсупова Гулнора Бахтиёр кизи'],
    ['az', 'Yusupova Gulnora Baxtiyor qizi'],
    ['en', 'Gulnora Baxtiyor qizi Yusupova'],
    ['fa-AF', 'Gulnora Baxtiyor qizi Yusupova'],
  ])('is written in the order and script of %s', (locale, name) => {
    expect(writtenName(GULNORA, locale)).toBe(name);
  });

  it('stays in its one script where there is no other', () => {
    expect(writtenName([named('Сапаров', 'Ерлан')], 'en')).toBe('Ерлан Сапаров');
    expect(writtenName([named('رحیمی', 'فرید')], 'fa-AF')).toBe('فرید رحیمی');
  });

  it.each([
    [named('Касымов', 'Тимур', 'Зейнурович'), 'ru', 'Касымов Т.З.'],
    [named('Сапаров', 'Ерлан'), 'kk', 'Сапаров Е.'],
    [named('Karimov', 'Sherzod', 'Oʻktam oʻgʻli'), 'uz', 'Karimov Sh.Oʻ.'],
    [named('Karimov', 'Gʻayrat', 'Chori oʻgʻli'), 'uz', 'Karimov Gʻ.Ch.'],
    [named('Karimov', 'Timur'), 'en', 'T. Karimov'],
    [named('رحیمی', 'فرید'), 'ps', 'فرید رحیمی'],
  ])('is shortened as minutes write it: %j in %s is %s', (names, locale, short) => {
    expect(shortName([names], locale)).toBe(short);
  });

  it.each([
    [named('Юсупова', 'Гулнора'), 'CYRILLIC'],
    [named('Gʻulomova', 'Oʻgʻiloy', 'Isʼhoq qizi'), 'LATIN'],
    [named('Петрова-Водкина', 'Анна Мария'), 'CYRILLIC'],
    [named('رحیمی', 'فرید'), 'ARABIC'],
    [named('Юсупова', 'Gulnora'), null],
    [named('-', '...'), null],
  ])('%j is in %s letters', (names, script) => {
    expect(scriptOf(names)).toBe(script);
  });
});

describe('two spellings', () => {
  const meet = (one: Names, other: Names) => nameKeysOf([one]).some((key) => nameKeysOf([other]).includes(key));

  it.each([
    [named('Касымжанов', 'Тимур'), named('Kasimzhanov', 'Timur')],
    [named('Қасымжанов', 'Жандос'), named('Qasymjanov', 'Jandos')],
    [named('Ходжиев', 'Ўктам'), named('Xojiyev', "O'ktam")],
    [named('Щербакова', 'Алёна'), named('Shcherbakova', 'Alena')],
    [named('Ерлан', 'Сапаров'), named('Сапаров', 'Yerlan')],
    [named('Петрова-Водкина', 'Анна'), named('Петрова Водкина', 'АННА')],
  ])('%j and %j may be one human', (one, other) => {
    expect(meet(one, other)).toBe(true);
  });

  it.each([
    [named('Касымжанов', 'Тимур'), named('Касымжанов', 'Марат')],
    [named('Касымов', 'Тимур'), named('Касымжанов', 'Тимур')],
  ])('%j and %j are two', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('meet in a third: each has its keys from both scripts', () => {
    expect(nameKeysOf(GULNORA)).toEqual(['gulnora yusupova']);
  });
});
