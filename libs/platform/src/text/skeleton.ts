import { ARABIC_LETTERS } from './arabic.letters.js';
import { CYRILLIC_SPELLINGS, LOOKALIKES } from './cyrillic.letters.js';
import { LATIN_SPELLINGS } from './latin.letters.js';
import { PLAIN_READING, type Reading } from './readings.js';
import { settle } from './skeleton.rules.js';
import { WORD_LIMIT } from './words.js';

const ARABIC_WORD = /^\p{Script=Arabic}/u;
const MARKS = /\p{M}/gu;
const SPELLINGS = [...LATIN_SPELLINGS, ...CYRILLIC_SPELLINGS];
const CYRILLIC_AND_LOOKALIKES = /^(?=.*\p{Script=Cyrillic})[\p{Script=Cyrillic}\p{M}acehikmoptxyə]+$/u;

/** The skeletons of one word of wordsOf, without repetition, in the order of the readings. */
export function skeletonsOf(word: string, readings: readonly Reading[]): string[] {
  if (ARABIC_WORD.test(word)) return [arabicSkeleton(word)].filter(Boolean);
  const letters = asLetters(word);
  const drafts = new Set(readings.map((reading) => draft(letters, reading)));
  return [...new Set([...drafts].map(settle))].filter(Boolean);
}

/** Persian and Pashto keep their script: vowels are not written, so no Latin spelling could meet them. */
function arabicSkeleton(word: string): string {
  const bare = word.normalize('NFD').replace(MARKS, '').replaceAll('\u200c', '');
  return Array.from(bare.slice(0, WORD_LIMIT), (letter) => ARABIC_LETTERS[letter] ?? letter).join('');
}

/** One sign per sound-bearing letter; an apostrophe stays only as part of õ. */
function asLetters(word: string): string {
  let letters = CYRILLIC_AND_LOOKALIKES.test(word)
    ? word.replace(/[cpxyə]/gu, (sign) => LOOKALIKES[sign] ?? sign)
    : word;
  for (const [spelling, letter] of SPELLINGS) letters = letters.replace(spelling, letter);
  return letters.replace(/[^\p{L}\p{Nd}]|\p{Lm}/gu, '').slice(0, WORD_LIMIT);
}

function draft(letters: string, reading: Reading): string {
  let sounds = '';
  for (let place = 0; place < letters.length; place += 1) {
    const code = letters.charCodeAt(place);
    sounds += reading[code] ?? PLAIN_READING[baseOf(code)] ?? '';
  }
  return sounds;
}

/** The letter without its marks. */
function baseOf(code: number): number {
  return String.fromCharCode(code).normalize('NFD').charCodeAt(0);
}
