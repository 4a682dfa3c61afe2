import type { DataSource } from 'typeorm';
import { Binds, foldQuery, readRows } from '#platform';
import { IN_SAMPLE } from './catalog.conditions.js';
import { forgives } from './forgiveness.js';
import { forgivingQuery, type SoughtWord } from './text-query.js';

/** Known words a misspelling may stand for; the nearest ones. */
const MOST_SIMILAR = 40;

/** From so many courses on that hold the words as typed, or words that begin so, nobody is thought to have misspelt. */
const PLENTY = 50;

/**
 * The words of a text as they are sought among the entries of a condition. The vocabulary holds each word of the
 * catalog once, so a misspelling is looked up among some thousand words, not in every title, and only where little is
 * found without. Empty: there is nothing to seek in this text.
 */
export async function soughtWords(
  database: DataSource,
  text: string,
  among: (binds: Binds) => string,
): Promise<SoughtWord[]> {
  const words = foldQuery(text);
  const guessable = [...new Set(words.flatMap(plainOf))].filter(isGuessable);
  const known = guessable.length > 0 ? await knownLike(database, words, guessable, among) : [];
  const similar = new Map<string, string[]>();
  for (const { typed, known: word } of known) {
    if (forgives(typed, word)) similar.set(typed, [...(similar.get(typed) ?? []), word]);
  }
  return words.map((spellings) => ({
    spellings,
    similar: plainOf(spellings).flatMap((word) => similar.get(word) ?? []),
  }));
}

/** Known words that are like those; none where plenty is found without. */
function knownLike(
  database: DataSource,
  words: readonly (readonly string[])[],
  guessable: readonly string[],
  among: (binds: Binds) => string,
): Promise<{ typed: string; known: string }[]> {
  const binds = new Binds();
  const asTyped = binds.of(forgivingQuery(words.map((spellings) => ({ spellings, similar: [] }))));
  const holding = `${among(binds)} AND entry.words @@ (SELECT ${asTyped}::tsquery)`;
  return readRows(
    database,
    `WITH sample AS (SELECT FROM catalog_entry entry WHERE ${IN_SAMPLE} AND ${holding} LIMIT ${PLENTY}),
     found AS (SELECT FROM catalog_entry entry
       WHERE (SELECT count(*) FROM sample) < ${PLENTY} AND ${holding} LIMIT ${PLENTY}),
     doubted AS (SELECT unnest(${binds.of(guessable)}::text[]) AS typed
       WHERE (SELECT count(*) FROM sample) < ${PLENTY} AND (SELECT count(*) FROM found) < ${PLENTY})
     SELECT typed, alike.known FROM doubted CROSS JOIN LATERAL (
       SELECT word AS known FROM catalog_word WHERE word % typed AND word <> typed
       ORDER BY similarity(word, typed) DESC, word LIMIT ${MOST_SIMILAR}) alike`,
    binds.values,
  );
}

/** Every entry holds its words in the plain reading too, so a guess from another one would find more for ё than for е. */
function plainOf(spellings: readonly string[]): readonly string[] {
  return spellings.slice(0, 1);
}

/** Whether a folded word belongs in the vocabulary: long enough to be misspelt, and no number or code. */
export function isGuessable(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word);
}
