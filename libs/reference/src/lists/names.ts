import { pickLocale } from '#platform';
import type { Names } from '../sourced.columns.js';

export interface Chosen {
  text: string;
  locale: string;
}

/** The name for a reader: the first wish there is, then English. Never blank, because every record has English. */
export function chosenName(names: Names, wishes: readonly string[]): Chosen {
  const locale = pickLocale(wishes, Object.keys(names), ['en']);
  return { text: names[locale] as string, locale };
}

const nameBooks = new Map<string, Intl.DisplayNames>();

/** What a language is called in the reader’s language. Where that has no word for it, the next wish, then English. */
export function languageName(tag: string, wishes: readonly string[]): Chosen {
  for (const locale of [...wishes, 'en']) {
    const text = nameBook(locale)?.of(tag);
    if (text) return { text, locale };
  }
  return { text: tag, locale: 'en' };
}

/** Null for a language that has no words for languages here. Kept: making one costs a millisecond. */
function nameBook(locale: string): Intl.DisplayNames | null {
  const known = nameBooks.get(locale);
  if (known) return known;
  if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return null;
  const book = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  nameBooks.set(locale, book);
  return book;
}

/** What a list shows: what is in force, sorted by the names a reader sees; the code decides between equal names. */
export function byName<Item extends { code: string; names: Names; retiredAt: Date | null }>(
  items: Item[],
  wishes: readonly string[],
  includeRetired = false,
): Item[] {
  const { compare } = new Intl.Collator([...wishes, 'en']);
  return items
    .filter(({ retiredAt }) => includeRetired || !retiredAt)
    .map((item) => ({ item, name: chosenName(item.names, wishes).text }))
    .sort((one, other) => compare(one.name, other.name) || compare(one.item.code, other.item.code))
    .map(({ item }) => item);
}
