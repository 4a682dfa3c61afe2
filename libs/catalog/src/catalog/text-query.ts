/** One way to match a text, the best first. Each is a PostgreSQL tsquery over one column of words. */
export interface Tier {
  /** Higher is better; part of the cursor. */
  score: number;
  column: 'title_words' | 'all_words';
  query: string;
  /** The tiers above whose rows were already shown. */
  except: Omit<Tier, 'except'>[];
}

/** A typed word in all its spellings, and the known words it may be a misspelling of. */
export interface SoughtWord {
  spellings: readonly string[];
  similar: readonly string[];
}

/**
 * Title before the rest; whole words before beginnings before misspellings. Every word must match somewhere.
 * No tier repeats a row of those above it.
 */
export function tiersOf(words: readonly SoughtWord[]): Tier[] {
  const whole = queryOf(words, ({ spellings }) => spellings.map(lexeme));
  const beginning = queryOf(words, ({ spellings }) => spellings.map((word) => `${lexeme(word)}:*`));
  const exactTitle = { score: 6, column: 'title_words', query: whole } as const;
  const startOfTitle = { score: 5, column: 'title_words', query: beginning } as const;
  const exactAnywhere = { score: 4, column: 'all_words', query: whole } as const;
  const startAnywhere = { score: 3, column: 'all_words', query: beginning } as const;
  const tiers: Tier[] = [
    { ...exactTitle, except: [] },
    { ...startOfTitle, except: [exactTitle] },
    { ...exactAnywhere, except: [startOfTitle] },
    { ...startAnywhere, except: [startOfTitle, exactAnywhere] },
  ];
  if (words.every(({ similar }) => similar.length === 0)) return tiers;

  const similarTitle = { score: 2, column: 'title_words', query: forgivingQuery(words) } as const;
  const similarAnywhere = { score: 1, column: 'all_words', query: forgivingQuery(words) } as const;
  return [
    ...tiers,
    { ...similarTitle, except: [startAnywhere] },
    { ...similarAnywhere, except: [startAnywhere, similarTitle] },
  ];
}

/** What any tier finds: for counts, facets, and orders other than relevance. */
export function forgivingQuery(words: readonly SoughtWord[]): string {
  return queryOf(words, ({ spellings, similar }) => [
    ...spellings.map((word) => `${lexeme(word)}:*`),
    ...similar.map(lexeme),
  ]);
}

function queryOf(words: readonly SoughtWord[], alternatives: (word: SoughtWord) => string[]): string {
  return words.map((word) => `(${alternatives(word).join(' | ')})`).join(' & ');
}

function lexeme(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '$&$&')}'`;
}
