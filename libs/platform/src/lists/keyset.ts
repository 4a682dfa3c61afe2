import type { Binds } from './binds.js';
import { positionOf, type SortedType } from './position.js';

export interface SortedBy {
  /** With its table, for example `membership.sort_name`; never null in the rows. */
  column: string;
  /** Its PostgreSQL type, so that a cursor is read back as it was written. */
  type: SortedType;
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
  beyond(after: string | null | undefined, binds: Pick<Binds, 'of'>): string {
    if (!after) return 'true';
    const types = this.columns.map(({ type }) => type);
    const bound = positionOf(after, types).map((value, place) => `${binds.of(value)}::${types[place]}`);
    const beyond = this.direction === 'ASC' ? '>' : '<';
    return `(${this.columns.map(({ column }) => column).join(', ')}) ${beyond} (${bound.join(', ')})`;
  }
}
