import { decodeCursor, faults, isId } from '#platform';
import type { Parameters } from './rows.js';

const READS = { timestamptz: isInstant, uuid: isId };

/** As PostgreSQL writes one. What it would not read back, such as a 30th of February, is none either. */
function isInstant(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-5])(:\d\d)?$/.test(value)) return false;
  try {
    return Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
}

export interface SortedColumn {
  column: string;
  /** Its PostgreSQL type, so that a cursor is read back as it was written. */
  type: keyof typeof READS;
}

/** A total order and the SQL that reads a list in it from any place on. */
export class Keyset {
  constructor(private readonly columns: readonly SortedColumn[]) {}

  orderBy(alias: string): string {
    return this.columns.map(({ column }) => `${alias}.${column}`).join(', ');
  }

  /** Select expression of a row’s position; goes into a cursor. */
  position(alias: string): string {
    return `ARRAY[${this.columns.map(({ column }) => `${alias}.${column}::text`).join(', ')}]`;
  }

  /** Condition for what comes after the cursor. Throws BAD_USER_INPUT when it is not one of such a list. */
  beyond(alias: string, after: string | null | undefined, { bind }: Parameters): string {
    if (!after) return 'true';
    const values = decodeCursor(after, this.columns.length);
    const bound = this.columns.map(({ type }, place) => {
      const value = values[place] ?? '';
      if (!READS[type](value)) throw faults.badInput('This cursor is not one of this list.');
      return `${bind(value)}::${type}`;
    });
    return `(${this.orderBy(alias)}) > (${bound.join(', ')})`;
  }
}
