import { type Binds, decodeCursor, faults, isId } from '#platform';
import type { CourseOrder } from '../courses.args.js';

/**
 * One page of course ids in a list, as SQL for a CTE with the columns `id`, `position` (the cursor’s values as text)
 * and those named by `order`.
 */
export interface PageSql {
  /** CTEs the page is made of, if any. */
  before: string;
  page: string;
  order: string;
}

/** The newest of `catalog_entry entry` first. */
export const MOMENT = 'entry.shown_at DESC, entry.course_id DESC';

/** A value of a cursor as PostgreSQL writes it, and would read it again. */
type Reads = (value: string) => boolean;

export const isScore: Reads = (value) => /^[1-6]$/.test(value);
export const isTag: Reads = (value) => /^[\w-]+$/.test(value);
export const isText: Reads = (value) => !value.includes('\0');
export const isMoment: Reads = (value) => {
  try {
    return /^[12]\d{3}-.{5} .*[+-](0\d|1[0-4])(:?\d{2})?$/.test(value) && Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
};

/** The cursor’s values: the order, the sorted columns, the id. */
export function position(order: CourseOrder, ...columns: string[]): string {
  const values = columns.map((column) => `(${column})::text`);
  return `ARRAY['${order}', ${values.join(', ')}, entry.course_id::text] AS position`;
}

/** Reads a cursor of this order. Throws BAD_USER_INPUT when it is of another list, or nobody’s. */
export function positionIn(cursor: string, order: CourseOrder, shapes: readonly Reads[]): string[] {
  const [given, ...values] = decodeCursor(cursor, shapes.length + 2);
  const id = values.at(-1) ?? '';
  if (given !== order || !isId(id) || !shapes.every((reads, place) => reads(values[place] ?? ''))) {
    throw faults.badInput('This cursor is not one of this list.');
  }
  return values;
}

/** Condition: beyond the moment and id of a cursor. */
export function newerThan([moment, id]: readonly string[], binds: Binds): string {
  return `(entry.shown_at, entry.course_id) < (${binds.of(moment)}::timestamptz, ${binds.of(id)}::uuid)`;
}
