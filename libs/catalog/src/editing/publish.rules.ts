import type { Reason } from '#platform';
import type { CourseContent } from '../content/content.js';
import {
  LanguageMissing,
  OutcomeMissing,
  OutcomeTranslationMissing,
  PrerequisiteNotPublished,
  TranslationMissing,
  WorkloadMissing,
} from './publish.reasons.js';

/**
 * Everything a reader would miss if this were published, in the order of an editor’s form; empty: it may be published.
 * `taught` are those of its prerequisites that are in the catalog.
 */
export function obstaclesToPublish(content: CourseContent, taught: readonly string[]): Reason[] {
  return [
    ...(content.languages.length === 0 ? [new LanguageMissing()] : []),
    ...missing(content.languages, content.translations).map((locale) => new TranslationMissing(locale)),
    ...(content.workload ? [] : [new WorkloadMissing()]),
    ...(content.outcomes.length === 0 ? [new OutcomeMissing()] : []),
    ...content.outcomes.flatMap(({ translations }, place) =>
      missing(content.languages, translations).map((locale) => new OutcomeTranslationMissing(place + 1, locale)),
    ),
    ...content.prerequisiteIds.filter((id) => !taught.includes(id)).map((id) => new PrerequisiteNotPublished(id)),
  ];
}

function missing(languages: readonly string[], texts: readonly { locale: string }[]): string[] {
  const written = new Set(texts.map(({ locale }) => locale));
  return languages.filter((language) => !written.has(language));
}
