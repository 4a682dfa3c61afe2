import fc from 'fast-check';
import { pickLocale } from '../text/index.js';
import { readingOrder } from './in-language.js';

const locale = fc.constantFrom('ru', 'uz', 'uz-Cyrl', 'uz-Arab', 'kk', 'kk-Latn', 'en', 'tg');
const several = fc.uniqueArray(locale, { maxLength: 5 });

describe('the reading order', () => {
  it('chooses what pickLocale chooses, whatever is wished for and there', () => {
    fc.assert(
      fc.property(several, fc.uniqueArray(locale, { minLength: 1 }), locale, (wishes, available, owner) => {
        expect(firstBy(readingOrder(wishes), available, owner)).toBe(pickLocale(wishes, available, [owner]));
      }),
    );
  });
});

/** What `byReader` sorts first. */
function firstBy(order: string[], available: string[], owner: string): string | undefined {
  const languageOf = (of: string) => of.split('-', 1)[0];
  const placeOf = (of: string) =>
    Math.min(...[of, `${languageOf(of)}-*`].map((slot) => order.indexOf(slot)).filter((place) => place >= 0));
  const keys = (of: string) => [placeOf(of), of === owner ? 0 : 1, languageOf(of) === languageOf(owner) ? 0 : 1];
  return available.toSorted((one, other) => {
    const [a, b] = [keys(one), keys(other)];
    const differing = a.findIndex((key, place) => key !== b[place]);
    return differing === -1 ? 0 : (a[differing] ?? 0) < (b[differing] ?? 0) ? -1 : 1;
  })[0];
}
