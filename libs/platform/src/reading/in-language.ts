/**
 * The order in which locales please a reader, as values for SQL: each wish, then the other wishes in its language,
 * then any locale of that language. It is the order of `pickLocale`; `ru-*` stands for all of Russian.
 */
export function readingOrder(wishes: readonly string[]): string[] {
  const order = wishes.flatMap((wish) => {
    const language = languageOf(wish);
    return [wish, ...wishes.filter((other) => languageOf(other) === language), `${language}-*`];
  });
  return [...new Set(order)];
}

/**
 * What to sort rows in several languages by, so that the first is the one for this reader: by a reading order bound at
 * `order`, then by what its owner’s people read. Where that leaves several, add which of them comes first.
 */
export function byReader(locale: string, order: string, fallback: string): string {
  const language = (of: string) => `split_part(${of}, '-', 1)`;
  const place = `least(array_position(${order}::text[], ${locale}), array_position(${order}::text[], ${language(locale)} || '-*'))`;
  return `${place} NULLS LAST, ${locale} = ${fallback} DESC, ${language(locale)} = ${language(fallback)} DESC`;
}

/** Where rows in several languages are read from, one of which is for this reader. */
export interface InLanguages {
  columns: string;
  /** What follows FROM, WHERE included; one row of each locale at most. */
  from: string;
  locale: string;
  order: string;
  fallback: string;
  /** What to sort by at last. */
  last: string;
}

/** The row for this reader, as a subselect. Most find their first wish, by the key, and then the others are not read. */
export function forReader({ columns, from, locale, order, fallback, last }: InLanguages): string {
  return `(SELECT ${columns} FROM ${from} AND ${locale} = (${order}::text[])[1])
    UNION ALL (SELECT ${columns} FROM ${from} ORDER BY ${byReader(locale, order, fallback)}, ${last} LIMIT 1) LIMIT 1`;
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? '';
}
