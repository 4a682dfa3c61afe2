import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue, newId, recordActs, SETTINGS, type Settings, Transactions } from '#platform';
import { hashOfToken, newToken } from '../../account/tokens.js';
import { CHUNK_BYTES, insertChunk, removeChunks } from './stored-file.js';
import { UploadedFile } from './uploaded-file.entity.js';

export const MOST_BYTES = 50 * 1024 * 1024;

/** Of a ticket, in minutes. */
const LIFE = 60;

/** After so many minutes an upload that neither ended nor broke off died with its server. */
const LONGEST_UPLOAD = 15;

/** Why a file is not taken: the ticket is nobody’s, spent or too old; or the file is too large. */
export class UploadRefused extends Error {
  constructor(readonly why: 'UNKNOWN' | 'SPENT' | 'TOO_LARGE') {
    super(why);
  }
}

export interface Ticket {
  /** Shown once; only its hash is kept. */
  ticket: string;
  expiresAt: Date;
}

/** Files that come by HTTP `PUT` with a one-time ticket, without any other sign of who sends them. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Allows one file to be sent; `reader` is the job that gets its id as `fileId` once it is whole. */
  async open(tx: EntityManager, accountId: string, reader: string): Promise<Ticket & { fileId: string }> {
    const [ticket, fileId] = [newToken(), newId()];
    const [{ expiresAt }] = await tx.query(
      `INSERT INTO uploaded_file (id, account_id, ticket_hash, expires_at, reader)
       VALUES ($1, $2, $3, now() + make_interval(mins => $4), $5) RETURNING expires_at AS "expiresAt"`,
      [fileId, accountId, hashOfToken(ticket), LIFE, reader],
    );
    return { ticket, fileId, expiresAt };
  }

  /**
   * Keeps what the stream brings, piece by piece, each in a statement of its own: a slow sender holds no connection.
   * Broken off, nothing is kept and the ticket is good for another try. Throws UploadRefused.
   */
  async receive(ticket: string, content: Readable): Promise<{ byteCount: number }> {
    const file = await this.take(ticket);
    try {
      const byteCount = await this.keep(file.id, content);
      await this.finish(file, byteCount);
      return { byteCount };
    } catch (error) {
      await removeChunks(this.database, file.id);
      await this.database.query('UPDATE uploaded_file SET taken_at = NULL WHERE id = $1 AND kept_at IS NULL', [
        file.id,
      ]);
      throw error;
    }
  }

  /** Of two who send with one ticket at the same time, one has it. */
  private async take(ticket: string): Promise<UploadedFile> {
    const hash = hashOfToken(ticket);
    const [[taken]]: [UploadedFile[]] = await this.database.query(
      `UPDATE uploaded_file SET taken_at = now() FROM account
       WHERE ticket_hash = $1 AND expires_at > now() AND kept_at IS NULL
         AND (taken_at IS NULL OR taken_at < now() - make_interval(mins => $2))
         AND account.id = account_id AND disabled_at IS NULL
       RETURNING uploaded_file.id, account_id AS "accountId", reader`,
      [hash, LONGEST_UPLOAD],
    );
    if (taken) {
      await removeChunks(this.database, taken.id);
      return taken;
    }
    const known = await this.database.manager.existsBy(UploadedFile, { ticketHash: hash });
    throw new UploadRefused(known ? 'SPENT' : 'UNKNOWN');
  }

  private async keep(fileId: string, content: Readable): Promise<number> {
    let [position, byteCount] = [0, 0];
    let pending: Buffer[] = [];
    let size = 0;
    const flush = async (bytes: Buffer) => {
      await insertChunk(this.database, this.settings.secretKeys, fileId, position, bytes);
      position += 1;
    };
    for await (const piece of content as AsyncIterable<Buffer>) {
      byteCount += piece.length;
      if (byteCount > MOST_BYTES) throw new UploadRefused('TOO_LARGE');
      pending.push(piece);
      size += piece.length;
      if (size < CHUNK_BYTES) continue;
      let rest = Buffer.concat(pending);
      for (; rest.length >= CHUNK_BYTES; rest = rest.subarray(CHUNK_BYTES)) await flush(rest.subarray(0, CHUNK_BYTES));
      [pending, size] = [[rest], rest.length];
    }
    if (size > 0) await flush(Buffer.concat(pending));
    return byteCount;
  }

  private async finish({ id, accountId, reader }: UploadedFile, byteCount: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('UPDATE uploaded_file SET kept_at = now(), byte_count = $2 WHERE id = $1', [id, byteCount]);
      const subject = tx.create(UploadedFile, { id });
      await recordActs(tx, [{ accountId, act: { name: 'uploadFile', details: { byteCount } }, subject }]);
      await enqueue(tx, [{ name: reader, payload: { fileId: id }, key: `read:${id}` }]);
    });
  }
}
