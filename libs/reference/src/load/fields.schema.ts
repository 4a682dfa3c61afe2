import { z } from 'zod';
import { canonicalLocale, isPlainText } from '#platform';
import { Verification } from '../sourced.columns.js';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 2_000;

const plainText = (most: number) =>
  z.string().refine((value) => isPlainText(value, most), `must be 1 to ${most} characters of plain text`);

export const text = plainText(LONGEST_TEXT);
export const optionalText = text.nullish().transform((value) => value ?? null);

export const matching = (pattern: RegExp, like: string) => z.string().regex(pattern, `must look like ${like}`);

/** A value of the enum, written in lower case in the files. */
export const oneOf = <E extends Record<string, string>>(values: E) =>
  z
    .enum(Object.keys(values).map((key) => key.toLowerCase()))
    .transform((value) => values[value.toUpperCase()] as E[keyof E]);

/** Any spelling of a language tag; comes out canonical. */
export const languageTag = z.string().transform((tag, { addIssue }) => {
  const canonical = canonicalLocale(tag);
  if (canonical) return canonical;
  addIssue({ code: 'custom', message: `“${tag}” is not a language tag` });
  return z.NEVER;
});

/** Names by language: canonical tags, each language once, English always. */
export const names = z.record(z.string(), plainText(LONGEST_NAME)).transform((given, { addIssue }) => {
  const kept: Record<string, string> = {};
  for (const [tag, name] of Object.entries(given)) {
    const locale = canonicalLocale(tag);
    if (!locale) addIssue({ code: 'custom', path: [tag], message: `“${tag}” is not a language tag` });
    else if (kept[locale])
      addIssue({ code: 'custom', path: [tag], message: `is the language ${locale} a second time` });
    else kept[locale] = name;
  }
  if (!kept.en) addIssue({ code: 'custom', path: ['en'], message: 'an English name is required' });
  return kept;
});

/** What every record says about where it comes from. */
export const sourced = {
  source: text,
  verification: oneOf(Verification),
  verification_note: optionalText,
  field_sources: z
    .record(z.string(), text)
    .default({})
    .transform((origins) => Object.entries(origins).map(([field, source]) => ({ field, source }))),
};

/** Refuses a second record with the same key. */
export function eachOnce<Item>(keyOf: (item: Item) => string, key: string) {
  return (items: readonly Item[], context: z.RefinementCtx) => {
    const seen = new Set<string>();
    items.forEach((item, place) => {
      if (seen.has(keyOf(item))) {
        context.addIssue({ code: 'custom', path: [place, key], message: `${keyOf(item)} is there a second time` });
      }
      seen.add(keyOf(item));
    });
  };
}

/** `meta` is for people. */
export const meta = z.record(z.string(), z.unknown());
