import type { PackedTexts } from './packed-texts.js';

const DAY_0 = { from1900: '1899-12-30', from1904: '1904-01-01' };
const LAST_DAY = 2_958_465;

/** Column number from 0 of a cell named like `AB12`. */
export function columnOf(cell: string): number {
  let column = 0;
  for (const letter of cell) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** The letters of a column number from 0: A, …, Z, AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** Whether a number in this format is shown as a day: one of those that have no code of their own, or by its code. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[dy]/i.test(bare);
}

/** What a cell shows. Numbers that are whole come whole, without the E of long ones. */
export function cellText(
  raw: string,
  { type, style }: { type: string; style: number },
  look: { texts: PackedTexts; dates: ReadonlySet<number>; countsFrom1904: boolean },
): string {
  if (type === 's') return (look.texts.at(Number(raw)) ?? '').trim();
  if (type === 'd') return raw.slice(0, 10);
  if (type !== 'n') return raw.trim();
  if (raw === '') return '';
  const number = Number(raw);
  if (look.dates.has(style)) return dayOf(number, look.countsFrom1904) ?? raw;
  return Number.isSafeInteger(number) ? BigInt(number).toString() : raw;
}

/** The ISO day of a day’s number; null: there is no such day. */
function dayOf(number: number, countsFrom1904: boolean): string | null {
  if (!(number >= 1 && number <= LAST_DAY)) return null;
  const start = countsFrom1904 ? DAY_0.from1904 : DAY_0.from1900;
  return Temporal.PlainDate.from(start)
    .add({ days: Math.floor(number) })
    .toString();
}
