import { faults } from '../errors/faults.js';
import { decodeCursor } from '../graphql/cursor.js';
import { isId } from '../ids.js';

/** What a value of each type looks like in a cursor: as PostgreSQL writes it, and would read it back. */
const READS = { timestamptz: isInstant, date: isDay, text: isText, int: isInt, uuid: isId };

/** PostgreSQL types that lists are sorted by. */
export type SortedType = keyof typeof READS;

/** The values a cursor stands at. Throws BAD_USER_INPUT when it is not one of a list sorted by such columns. */
export function positionOf(cursor: string, types: readonly SortedType[]): string[] {
  const values = decodeCursor(cursor, types.length);
  const position = types.map((_, place) => String(values[place] ?? ''));
  if (!types.every((type, place) => READS[type](position[place] ?? ''))) {
    throw faults.badInput('This cursor is not one of this list.');
  }
  return position;
}

function isInstant(value: string): boolean {
  return (
    /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-5])(:\d\d)?$/.test(value) &&
    exists(() => Temporal.Instant.from(value))
  );
}

function isDay(value: string): boolean {
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) && exists(() => Temporal.PlainDate.from(value));
}

function isText(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

function isInt(value: string): boolean {
  return /^-?\d{1,9}$/.test(value);
}

/** There is no 30th of February, nor a 25th hour. */
function exists(read: () => unknown): boolean {
  try {
    return Boolean(read());
  } catch {
    return false;
  }
}
