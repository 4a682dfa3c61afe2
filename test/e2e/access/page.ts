import { readFileSync, writeFileSync } from 'node:fs';
import { printed, type Row, read } from './matrix.rules.js';

const PAGE = 'schema/access-matrix.md';

/** Instead of comparing: the matrix is written anew, as it is answered now. */
export const isWriting = Boolean(process.env.WRITE_ACCESS_MATRIX);

export function readPage(): string {
  try {
    return readFileSync(PAGE, 'utf8');
  } catch {
    return '';
  }
}

/** Puts these rows in place of what the page says of the same fields. */
export function writeRows(rows: readonly Row[]): void {
  const all = read(readPage());
  for (const row of rows) all.set(row.field, row);
  writeFileSync(PAGE, printed([...all.values()].sort(byField)));
}

const KINDS = ['query', 'inside', 'mutation'];

function byField(one: Row, other: Row): number {
  const [kind = '', otherKind = ''] = [one, other].map(({ field }) => field.split(' ')[0]);
  return KINDS.indexOf(kind) - KINDS.indexOf(otherKind) || (one.field < other.field ? -1 : 1);
}
