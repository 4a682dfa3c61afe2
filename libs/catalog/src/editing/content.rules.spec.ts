import { repeatedTranslations } from './content.rules.js';

const text = (locale: string) => ({ locale, title: 'A title', summary: null, description: null });
const outcome = (...locales: string[]) => ({ translations: locales.map((locale) => ({ locale, text: 'Can do it' })) });

describe('a language that comes twice', () => {
  it('is told once, with the list it is in', () => {
    const found = repeatedTranslations({
      translations: [text('ru'), text('uz'), text('ru'), text('ru')],
      outcomes: [outcome('ru', 'uz'), outcome('kk', 'kk')],
    });

    expect(found.map(({ locale, path }) => ({ locale, path }))).toEqual([
      { locale: 'ru', path: ['translations'] },
      { locale: 'kk', path: ['outcomes', '1', 'translations'] },
    ]);
  });

  it('is not found where each comes once, nor in what was left out', () => {
    expect(repeatedTranslations({ translations: [text('uz'), text('uz-Cyrl')], outcomes: [outcome('ru')] })).toEqual(
      [],
    );
    expect(repeatedTranslations({})).toEqual([]);
  });
});
