import type { DataSource } from 'typeorm';
import { foldQuery, readRows } from '#platform';
import { isMisspelling } from './misspelling.rules.js';
import { isGuessable } from './organization-words.js';

/** What a typed text seeks, as PostgreSQL tsqueries over the words of names: from strict to forgiving. */
export interface SoughtText {
  whole: string;
  begun: string;
  similar: string;
}

const MOST_SIMILAR = 40;

/** Null: there is no word in the text, so it finds nothing. Misspellings are looked up among the words of all names. */
export async function soughtText(database: DataSource, text: string): Promise<SoughtText | null> {
  const words = foldQuery(text);
  if (words.length === 0) return null;
  const known = await similarWords(database, words.flat().filter(isGuessable));
  const queryOf = (alternatives: (spelling: string) => string[]) =>
    words.map((spellings) => `(${spellings.flatMap(alternatives).join(' | ')})`).join(' & ');
  return {
    whole: queryOf((word) => [lexeme(word)]),
    begun: queryOf((word) => [`${lexeme(word)}:*`]),
    similar: queryOf((word) => [`${lexeme(word)}:*`, ...(known.get(word) ?? []).map(lexeme)]),
  };
}

async function similarWords(database: DataSource, words: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (words.length === 0) return found;
  const rows: { typed: string; known: string }[] = await readRows(
    database,
    `SELECT typed, near.word AS known FROM unnest($1::text[]) AS typed CROSS JOIN LATERAL (
       SELECT word FROM organization_word WHERE word % typed ORDER BY similarity(word, typed) DESC, word LIMIT ${MOST_SIMILAR}
     ) AS near`,
    [[...new Set(words)]],
  );
  for (const { typed, known } of rows) {
    if (isMisspelling(typed, known)) found.set(typed, [...(found.get(typed) ?? []), known]);
  }
  return found;
}

function lexeme(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '$&$&')}'`;
}
