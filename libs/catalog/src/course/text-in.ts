import { pickLocale } from '#platform';
import type { ContentRow, TextRow } from './course.rows.js';

/**
 * The text for a reader: in the first language wished for, else the provider’s, else the course’s first.
 * Null: there is none in any language.
 */
export function textIn<Text extends { locale: string }>(
  texts: readonly Text[],
  wishes: readonly string[],
  providerLocale: string,
): Text | null {
  if (texts.length === 0) return null;
  const locale = pickLocale(
    wishes,
    texts.map((text) => text.locale),
    [providerLocale],
  );
  return texts.find((text) => text.locale === locale) ?? null;
}

/** The title for a reader; never blank, because a course has at least one. */
export function titleIn(texts: readonly TextRow[], wishes: readonly string[], content: ContentRow): TextRow {
  const text = textIn(texts, wishes, content.providerLocale);
  if (!text) throw new Error(`course version ${content.versionId} has no title`);
  return text;
}
