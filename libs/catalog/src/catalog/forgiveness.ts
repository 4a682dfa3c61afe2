const SHORTEST_WORD = 4;
/** Shorter words are too alike to forgive them a whole ending. */
const LONG_WORD = 6;

/** Known words a misspelling may stand for; the nearest ones. */
export const MOST_SIMILAR = 40;

/** Whether a folded word can be misspelt: long enough, and no number or code. */
export function isGuessable(word: string): boolean {
  return word.length >= SHORTEST_WORD && !/\d/.test(word);
}

/**
 * Whether a folded word that somebody typed may stand for a known one: the same stem with another ending, or a slip
 * of the keyboard. Numbers and codes are never guessed: C154 is not C155.
 */
export function forgives(typed: string, known: string): boolean {
  const shorter = Math.min(typed.length, known.length);
  if (shorter < SHORTEST_WORD || /\d/.test(typed + known)) return false;
  return isSameStem(typed, known, shorter) || slips(typed, known, shorter) <= allowedSlips(shorter);
}

/** Letters a word may end with beyond the other: a case, a plural, a possessive. */
function endingOf(shorter: number): number {
  return shorter < LONG_WORD ? shorter - 3 : 4;
}

function allowedSlips(shorter: number): number {
  if (shorter <= 6) return 1;
  return shorter <= 10 ? 2 : 3;
}

function isSameStem(typed: string, known: string, shorter: number): boolean {
  let stem = 0;
  while (stem < shorter && typed[stem] === known[stem]) stem += 1;
  const rest = Math.max(typed.length, known.length) - stem;
  return stem >= SHORTEST_WORD && stem * 3 >= shorter * 2 && rest <= endingOf(shorter);
}

/** Fewest letters changed, lost, added or swapped, the ending of the longer word forgiven. */
function slips(typed: string, known: string, shorter: number): number {
  // Of four letters, another one makes another word.
  const [ending, change] = shorter === SHORTEST_WORD ? [0, 2] : [endingOf(shorter), 1];
  let beforeLast: number[] = [];
  let last = Array.from({ length: known.length + 1 }, (_, column) => column);
  let fewest = Number.POSITIVE_INFINITY;
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    const lines = { line, last, beforeLast, change };
    for (let column = 1; column <= known.length; column += 1) line.push(stepCost(typed, known, row, column, lines));
    if (typed.length - row <= ending) fewest = Math.min(fewest, at(line, known.length));
    [beforeLast, last] = [last, line];
  }
  return Math.min(fewest, ...last.slice(Math.max(0, known.length - ending)));
}

type Lines = { line: number[]; last: number[]; beforeLast: number[]; change: number };

function stepCost(typed: string, known: string, row: number, column: number, lines: Lines): number {
  const { line, last, beforeLast, change } = lines;
  const isSame = typed[row - 1] === known[column - 1];
  const changed = at(last, column - 1) + (isSame ? 0 : change);
  const lostOrAdded = 1 + Math.min(at(last, column), at(line, column - 1));
  const isSwapped = row > 1 && typed[row - 1] === known[column - 2] && typed[row - 2] === known[column - 1];
  return Math.min(changed, lostOrAdded, isSwapped ? at(beforeLast, column - 2) + 1 : changed);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}
