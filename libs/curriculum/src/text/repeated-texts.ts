import { TextRepeated } from '../law/law.reasons.js';

/** A reason for each language that comes more than once. */
export function repeatedTexts(texts: readonly { locale: string }[], path: string[]): TextRepeated[] {
  const locales = texts.map(({ locale }) => locale);
  return [...new Set(locales.filter((locale, place) => locales.indexOf(locale) !== place))].map(
    (locale) => new TextRepeated(locale, path),
  );
}
