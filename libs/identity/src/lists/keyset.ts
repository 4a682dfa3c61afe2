import { decodeCursor, faults, isId } from '#platform';
import type { Binds } from './binds.js';

const READS = {
  timestamptz: (value: string) =>
    /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  date: (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  text: (value: string) => !value.includes('\u0000') && value.isWellFormed(),
  int: (value: string) => /^-?\d{1,9}$/.test(value),
  uuid: isId,
};

export interface SortedBy {
  /** With its table, for example `membership.sort_name`; never null in the rows. */
  column: string;
  /** Its PostgreSQL type, so that a cursor is read back as it was written. */
  type: keyof typeof READS;
}

/** A total order, id last, and the SQL that reads a list in it from any place on. */
export class Keyset {
  constructor(
    private readonly columns: readonly SortedBy[],
    private readonly direction: 'ASC' | 'DESC' = 'ASC',
  ) {}

  get orderBy(): string {
    return this.columns.map(({ column }) => `${column} ${this.direction}`).join(', ');
  }

  /** Select expression of a row’s place; goes into a cursor. */
  get position(): string {
    return `ARRAY[${this.columns.map(({ column }) => `${column}::text`).join(', ')}]`;
  }

  /** Condition for what comes after the cursor. Throws BAD_USER_INPUT when it is not one of such a list. */
  beyond(after: string | null | undefined, binds: Binds): string {
    if (!after) return 'true';
    const values = decodeCursor(after, this.columns.length);
    const bound = this.columns.map(({ type }, place) => {
      const value = values[place] ?? '';
      if (!READS[type](value)) throw faults.badInput('This cursor is not one of this list.');
      return `${binds.of(value)}::${type}`;
    });
    const beyond = this.direction === 'ASC' ? '>' : '<';
    return `(${this.columns.map(({ column }) => column).join(', ')}) ${beyond} (${bound.join(', ')})`;
  }
}
