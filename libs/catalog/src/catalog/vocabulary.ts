import { foldQuery } from '#platform';
import { forgives } from './forgiveness.js';
import type { SoughtWord } from './text-query.js';

interface Runs {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Known words a misspelling may stand for; the nearest ones. */
const MOST_SIMILAR = 40;

/**
 * The words of a text as they are sought. The vocabulary holds each word of the catalog once, so a misspelling is
 * looked up among some thousand words, not in every title. Empty: there is nothing to seek in this text.
 */
export async function soughtWords(database: Runs, text: string): Promise<SoughtWord[]> {
  const words = foldQuery(text);
  const guessable = [...new Set(words.flatMap(plainOf))].filter(isGuessable);
  const similar = new Map<string, string[]>();
  if (guessable.length > 0) {
    const rows = (await database.query(SIMILAR, [guessable])) as { typed: string; known: string }[];
    for (const { typed, known } of rows) {
      if (forgives(typed, known)) similar.set(typed, [...(similar.get(typed) ?? []), known]);
    }
  }
  return words.map((spellings) => ({
    spellings,
    similar: plainOf(spellings).flatMap((word) => similar.get(word) ?? []),
  }));
}

/** Every entry holds its words in the plain reading too, so a guess from another one would find more for ё than for е. */
function plainOf(spellings: readonly string[]): readonly string[] {
  return spellings.slice(0, 1);
}

/** Whether a folded word belongs in the vocabulary: long enough to be misspelt, and no number or code. */
export function isGuessable(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}

const SIMILAR = `
  SELECT typed, near.known FROM unnest($1::text[]) typed CROSS JOIN LATERAL (
    SELECT word AS known FROM catalog_word WHERE word % typed AND word <> typed
    ORDER BY similarity(word, typed) DESC, word LIMIT ${MOST_SIMILAR}) near`;
