import { createHash } from 'node:crypto';

/** The same id for the same record of the data files on every machine (UUID version 8), so that loading finds it again. */
export function stableId(record: string): string {
  const hash = createHash('sha256').update(`odaq legal register: ${record}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
