import { APOSTROPHES } from './latin.letters.js';

/** Longer words are cut, in the index and in the query alike. */
export const WORD_LIMIT = 64;

/** Spacing accents: NFKC would turn them into a space and tear oʻ apart. */
const ACCENTS_FOR_APOSTROPHES = /[\u00b4\u1fbd\u1fbf\u1fef\u1ffd\u1ffe]/gu;
const SIGNS_WITHOUT_SOUND = /[№™℠]/gu;
/** Soft hyphens, direction marks, NUL and the like; not the line breaks, and not the ZWNJ, which joins Persian words. */
const UNSEEN = /[[\p{Cc}\p{Cf}\u0640]--[\t\n\v\f\r\u0085\u200c]]/gv;
/** Unicode normalization takes quadratic time on endless stacks of marks. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu;
const EASTERN_DIGITS = /[٠-٩۰-۹]/gu;

const ARABIC = String.raw`[\p{Script=Arabic}&&\p{L}]`;
const OTHER = String.raw`[[\p{L}\p{Nd}]--\p{Script=Arabic}]`;
const WORD = new RegExp(
  String.raw`${ARABIC}[${ARABIC}\p{M}\u200c]*|${OTHER}[${OTHER}\p{M}\u200c${APOSTROPHES}]*`,
  'gv',
);

/** The words of a text in lower case and composed form, with their apostrophes and ZWNJ still in them. */
export function wordsOf(text: string): string[] {
  const clean = text
    .replace(UNSEEN, '')
    .replace(STACKED_MARKS, '$1')
    .replace(ACCENTS_FOR_APOSTROPHES, "'")
    .replace(SIGNS_WITHOUT_SOUND, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  return clean.match(WORD) ?? [];
}
