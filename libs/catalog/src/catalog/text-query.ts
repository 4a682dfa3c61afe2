/** Stands before a word of a title, which is stored both with and without it. No folded word has it. */
export const OF_TITLE = '^';

/** One way to match a text: a PostgreSQL tsquery over the words of an entry. */
export interface Tier {
  /** Higher is better; part of the cursor. */
  score: number;
  query: string;
}

/** A typed word in all its spellings, and the known words it may be the beginning of, or a misspelling of. */
export interface SoughtWord {
  spellings: readonly string[];
  /** Null: too many to be named. */
  begun: readonly string[] | null;
  similar: readonly string[];
}

/**
 * The best first: in the title before anywhere; whole words before beginnings before misspellings. Every word must
 * match. A tier says by itself that it is none of those above it, so that the index alone answers.
 */
export function tiersOf(words: readonly SoughtWord[]): Tier[] {
  const whole = (mark: string) => queryOf(words, ({ spellings }) => spellings.map((word) => lexeme(mark + word)));
  const begun = (mark: string) => queryOf(words, (word) => begunWith(word, mark));
  const similar = (mark: string) => forgivingQuery(words, mark);
  if (!isFindable(words)) return [];
  if (isMissing(words)) {
    return [
      { score: 2, query: similar(OF_TITLE) },
      { score: 1, query: `${similar('')} & ${not(similar(OF_TITLE))}` },
    ];
  }
  const unlessWhole = (mark: string) => (canBeWhole(words) ? ` & ${not(whole(mark))}` : '');
  const asTyped = [
    ...(canBeWhole(words) ? [{ score: 6, query: whole(OF_TITLE) }] : []),
    ...(canGoOn(words) ? [{ score: 5, query: `${begun(OF_TITLE)}${unlessWhole(OF_TITLE)}` }] : []),
    ...(canBeWhole(words) ? [{ score: 4, query: `${whole('')} & ${not(begun(OF_TITLE))}` }] : []),
    ...(canGoOn(words) ? [{ score: 3, query: `${begun('')}${unlessWhole('')} & ${not(begun(OF_TITLE))}` }] : []),
  ];
  if (!isForgiving(words)) return asTyped;
  return [
    ...asTyped,
    { score: 2, query: `${similar(OF_TITLE)} & ${not(begun(''))}` },
    { score: 1, query: `${similar('')} & ${not(begun(''))} & ${not(similar(OF_TITLE))}` },
  ];
}

/** Every entry holds its words in this reading too, so a guess from another one would find more for ё than for е. */
export function plainReading({ spellings }: Pick<SoughtWord, 'spellings'>): string {
  return spellings[0] ?? '';
}

/** Whether one of them may be a misspelling. */
export function isForgiving(words: readonly SoughtWord[]): boolean {
  return words.some(({ similar }) => similar.length > 0);
}

/** The same words, each of which may be a misspelling of what it may be with others, too. */
export function united(words: readonly SoughtWord[], others: readonly SoughtWord[]): SoughtWord[] {
  return words.map((word, place) => ({
    ...word,
    similar: [...new Set([...word.similar, ...(others[place]?.similar ?? [])])],
  }));
}

/** Whether one of them is nowhere as it was typed, not even as a beginning. */
export function isMissing(words: readonly SoughtWord[]): boolean {
  return words.some(({ begun }) => begun?.length === 0);
}

/** Whether there are any, and each of them is somewhere, as it was typed or misspelt. */
export function isFindable(words: readonly SoughtWord[]): boolean {
  return words.length > 0 && words.every(({ begun, similar }) => begun?.length !== 0 || similar.length > 0);
}

/** Whether each of them is a known word. */
function canBeWhole(words: readonly SoughtWord[]): boolean {
  return words.every(({ spellings, begun }) => !begun || spellings.some((word) => begun.includes(word)));
}

/** Whether one of them is the beginning of a longer known word. */
function canGoOn(words: readonly SoughtWord[]): boolean {
  return words.some(({ spellings, begun }) => !begun?.every((word) => spellings.includes(word)));
}

/** What any tier finds, of words of which each is somewhere: for counts, facets, and orders other than relevance. */
export function forgivingQuery(words: readonly SoughtWord[], mark = ''): string {
  return queryOf(words, (word) => [...begunWith(word, mark), ...word.similar.map((similar) => lexeme(mark + similar))]);
}

/** Named one by one, for the index finds words sooner than beginnings. */
function begunWith({ spellings, begun }: SoughtWord, mark: string): string[] {
  return begun ? begun.map((word) => lexeme(mark + word)) : spellings.map((word) => `${lexeme(mark + word)}:*`);
}

function queryOf(words: readonly SoughtWord[], alternatives: (word: SoughtWord) => string[]): string {
  return words.map((word) => `(${alternatives(word).join(' | ')})`).join(' & ');
}

function not(query: string): string {
  return `!(${query})`;
}

function lexeme(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '$&$&')}'`;
}
