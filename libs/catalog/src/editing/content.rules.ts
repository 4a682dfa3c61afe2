import type { CourseContent } from '../content/content.js';
import { TranslationRepeated } from './course.reasons.js';

/** Every language that comes twice in one list of texts, with the place where it does. */
export function repeatedTranslations(parts: Partial<CourseContent>): TranslationRepeated[] {
  const lists = [
    { path: ['translations'], texts: parts.translations ?? [] },
    ...(parts.outcomes ?? []).map(({ translations }, place) => ({
      path: ['outcomes', String(place), 'translations'],
      texts: translations,
    })),
  ];
  return lists.flatMap(({ path, texts }) =>
    repeated(texts.map(({ locale }) => locale)).map((locale) => new TranslationRepeated(locale, path)),
  );
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
