import { indexReadings, QUERY_READINGS } from './readings.js';
import { skeletonsOf } from './skeleton.js';
import { wordsOf } from './words.js';

const ZWNJ = '\u200c';
const QUERY_WORDS = 12;
/** UTF-16 units of a query that are looked at: room for twelve of the longest words, with marks. */
const QUERY_LENGTH = 4_096;

/**
 * Turns a text into the words to store for search: [a-z0-9], Arabic letters, one space between words.
 * A word that people spell in several ways is stored in each of them, the likeliest for the locale first.
 */
export function foldForIndex(text: string, locale: string): string {
  const readings = indexReadings(locale);
  const folded = new Map<string, string[]>();
  return wordsOf(text)
    .flatMap((word) => {
      const forms = folded.get(word) ?? spacings(word).flatMap((part) => skeletonsOf(part, readings));
      folded.set(word, forms);
      return forms;
    })
    .join(' ');
}

/** A ZWNJ stands inside کتاب‌ها; others write it in one piece, or with a space. */
function spacings(word: string): string[] {
  return word.includes(ZWNJ) ? [word, ...word.split(ZWNJ)] : [word];
}

/**
 * Turns what a person typed into words, each with its alternative skeletons (one for most words, three at most).
 * A text matches when it holds one skeleton of every word. Looks at twelve words, 64 letters each; never throws.
 */
export function foldQuery(text: string): string[][] {
  return wordsOf(text.slice(0, QUERY_LENGTH))
    .map((word) => skeletonsOf(word, QUERY_READINGS))
    .filter((skeletons) => skeletons.length > 0)
    .slice(0, QUERY_WORDS);
}
