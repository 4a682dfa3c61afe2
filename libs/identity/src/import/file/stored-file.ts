import type { EntityManager } from 'typeorm';
import type { Settings } from '#platform';
import { openBytes, sealBytes } from '../../national-number/seal.js';

type Database = Pick<EntityManager, 'query'>;
type Keys = Settings['secretKeys'];

/** Small enough that a slow sender occupies little memory, large enough that a file is a few dozen rows. */
export const CHUNK_BYTES = 256 * 1024;

/** A whole file as it lies in the database; read in pieces, so that its size does not matter. */
export class StoredFile {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    readonly id: string,
    readonly byteCount: number,
  ) {}

  /** The bytes from `start` up to but not including `end`. */
  async *bytes(start = 0, end = this.byteCount): AsyncGenerator<Buffer> {
    for (let position = Math.floor(start / CHUNK_BYTES); position * CHUNK_BYTES < end; position += 1) {
      const [row] = await this.database.query(
        'SELECT sealed, key_version AS "keyVersion" FROM file_chunk WHERE file_id = $1 AND position = $2',
        [this.id, position],
      );
      if (!row) throw new Error(`file ${this.id} has lost its piece ${position}`);
      const bytes = openBytes(this.keys, placeOf(this.id, position), row);
      const offset = position * CHUNK_BYTES;
      yield bytes.subarray(Math.max(0, start - offset), end - offset);
    }
  }
}

/** The file, if it is whole and still there. */
export async function findStoredFile(database: Database, keys: Keys, id: string): Promise<StoredFile | null> {
  const [row] = await database.query(
    'SELECT byte_count AS "byteCount" FROM uploaded_file WHERE id = $1 AND kept_at IS NOT NULL',
    [id],
  );
  return row ? new StoredFile(database, keys, id, row.byteCount) : null;
}

export async function insertChunk(database: Database, keys: Keys, fileId: string, position: number, bytes: Buffer) {
  const { sealed, keyVersion } = sealBytes(keys, placeOf(fileId, position), bytes);
  await database.query('INSERT INTO file_chunk (file_id, position, sealed, key_version) VALUES ($1, $2, $3, $4)', [
    fileId,
    position,
    sealed,
    keyVersion,
  ]);
}

/** Forgets what the file holds; that it was sent stays known. */
export async function removeChunks(database: Database, fileId: string): Promise<void> {
  await database.query('DELETE FROM file_chunk WHERE file_id = $1', [fileId]);
}

function placeOf(fileId: string, position: number): string {
  return `file_chunk.sealed ${fileId} ${position}`;
}
