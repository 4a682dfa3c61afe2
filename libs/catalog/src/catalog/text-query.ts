/** Stands before a word of a title, which is stored both with and without it. No folded word has it. */
export const OF_TITLE = '^';

/** One way to match a text: a PostgreSQL tsquery over the words of an entry. */
export interface Tier {
  /** Higher is better; part of the cursor. */
  score: number;
  query: string;
}

/** A typed word in all its spellings, and the known words it may be a misspelling of. */
export interface SoughtWord {
  spellings: readonly string[];
  similar: readonly string[];
}

/**
 * The best first: in the title before anywhere; whole words before beginnings before misspellings. Every word must
 * match. A tier says by itself that it is none of those above it, so that the index alone answers.
 */
export function tiersOf(words: readonly SoughtWord[]): Tier[] {
  const whole = (mark: string) => queryOf(words, ({ spellings }) => spellings.map((word) => lexeme(mark + word)));
  const begun = (mark: string) => queryOf(words, ({ spellings }) => spellings.map((word) => beginning(mark + word)));
  const similar = (mark: string) => forgivingQuery(words, mark);
  const tiers = [
    { score: 6, query: whole(OF_TITLE) },
    { score: 5, query: `${begun(OF_TITLE)} & ${not(whole(OF_TITLE))}` },
    { score: 4, query: `${whole('')} & ${not(begun(OF_TITLE))}` },
    { score: 3, query: `${begun('')} & ${not(whole(''))} & ${not(begun(OF_TITLE))}` },
  ];
  if (words.every((word) => word.similar.length === 0)) return tiers;
  return [
    ...tiers,
    { score: 2, query: `${similar(OF_TITLE)} & ${not(begun(''))}` },
    { score: 1, query: `${similar('')} & ${not(begun(''))} & ${not(similar(OF_TITLE))}` },
  ];
}

/** What any tier finds: for counts, facets, and orders other than relevance. */
export function forgivingQuery(words: readonly SoughtWord[], mark = ''): string {
  return queryOf(words, ({ spellings, similar }) => [
    ...spellings.map((word) => beginning(mark + word)),
    ...similar.map((word) => lexeme(mark + word)),
  ]);
}

function queryOf(words: readonly SoughtWord[], alternatives: (word: SoughtWord) => string[]): string {
  return words.map((word) => `(${alternatives(word).join(' | ')})`).join(' & ');
}

function not(query: string): string {
  return `!(${query})`;
}

function beginning(word: string): string {
  return `${lexeme(word)}:*`;
}

function lexeme(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '$&$&')}'`;
}
