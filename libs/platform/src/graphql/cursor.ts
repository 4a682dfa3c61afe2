import { faults } from '../errors/faults.js';

/** Where a row stands in its order: the values it is sorted by, id last, each as PostgreSQL writes it. */
export type Position = readonly string[];

export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor of a list sorted by so many values. Throws BAD_USER_INPUT when it is not one of ours. */
export function decodeCursor(cursor: string, size: number): Position {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.length === size && position.every((part) => typeof part === 'string')) {
      return position;
    }
  } catch {
    // Falls through: not base64url, or not JSON.
  }
  throw faults.badInput('This cursor is not one of this list.');
}
