import { textDirection } from '#platform';

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
const LETTER = /\p{L}/u;

/** Controls that would hide or turn round what follows them. */
const UNWANTED = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** A text of several lines as it may stand in a message: no control characters but line feeds. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNWANTED, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .trim();
}

/** The same on one line: what stands in a header can begin no other header. */
export function oneLine(text: string): string {
  return manyLines(text).replaceAll(/\s+/g, ' ');
}

/** Keeps a value that runs the other way from turning round the sentence it stands in. */
export function isolated(value: string, locale: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(value);
  const runsOtherWay = textDirection(locale) === 'rtl' ? !isRightToLeft && LETTER.test(value) : isRightToLeft;
  return runsOtherWay ? `\u2068${value}\u2069` : value;
}
