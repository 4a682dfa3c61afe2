import { randomUUIDv7 } from 'node:crypto';

/** A fresh identifier: UUID version 7, so that rows made later sort later. */
export function newId(): string {
  return randomUUIDv7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text could be one of our identifiers; a look-up by anything else finds nothing. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
