import { createHash } from 'node:crypto';

/** The same id for the same thing on every machine (UUID version 8), so that loading again finds what is there. */
export function demoId(thing: string): string {
  const hash = createHash('sha256').update(`odaq demo world: ${thing}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
