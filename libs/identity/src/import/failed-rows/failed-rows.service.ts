import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Acts, newId, type RequestContext, refuse, SETTINGS, type Settings, type Viewer } from '#platform';
import { mayIn } from '../../access/may.js';
import { hashOfToken, newToken } from '../../account/tokens.js';
import type { Ticket } from '../file/uploads.service.js';
import { MemberImport } from '../member-import.entity.js';
import { MemberImportStatus } from '../member-import.enums.js';
import { MemberImportNotFound, MemberImportNotReady } from '../member-import.reasons.js';
import { csvOf } from '../sheet/write-csv.js';
import { xlsxOf } from '../sheet/write-xlsx.js';
import { failedRowsOf } from './failed-rows.js';
import { FailedRowsDownload } from './failed-rows-download.entity.js';
import { FileFormat } from './file-format.js';

/** Of a ticket, in minutes. */
const LIFE = 5;

const WITH_ROWS = [MemberImportStatus.READY, MemberImportStatus.APPLYING, MemberImportStatus.APPLIED];

/** The rows of a list that stay out, to be put right and sent again. */
@Injectable()
export class FailedRows {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Allows the failed rows to be fetched once: they hold personal numbers, so who fetched them is kept.
   * Refuses with MemberImportNotFound, MemberImportNotReady.
   */
  async allow(
    asked: RequestContext,
    viewer: Viewer,
    { importId, format }: { importId: string; format: FileFormat },
  ): Promise<Ticket> {
    const ticket = newToken();
    const act = { name: 'exportFailedRows', input: { importId, format }, details: { importId, format } };
    const download = await this.acts.perform({ ...asked, idempotencyKey: null }, act, async (tx) => {
      const list = await tx.findOneBy(MemberImport, { id: importId });
      if (!list || !(await mayIn(tx, viewer, 'member.manage', list.organizationId))) refuse(new MemberImportNotFound());
      const [row] = await tx.query('SELECT FROM member_import_row WHERE import_id = $1 LIMIT 1', [list.id]);
      if (!WITH_ROWS.includes(list.status) || !row) refuse(new MemberImportNotReady(list.status));
      const id = newId();
      await tx.query(
        `INSERT INTO failed_rows_download (id, import_id, account_id, format, locales, ticket_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
        [id, list.id, viewer.accountId, format, asked.locales, hashOfToken(ticket), LIFE],
      );
      return tx.findOneByOrFail(FailedRowsDownload, { id });
    });
    return { ticket, expiresAt: download.expiresAt };
  }

  /** The file, while it is being written. Null: the ticket is nobody’s, spent or too old. */
  async fetch(ticket: string): Promise<{ format: FileFormat; content: Readable } | null> {
    const [[download]]: [FailedRowsDownload[]] = await this.database.query(
      `UPDATE failed_rows_download SET taken_at = now() FROM account
       WHERE ticket_hash = $1 AND taken_at IS NULL AND expires_at > now()
         AND account.id = account_id AND disabled_at IS NULL
       RETURNING import_id AS "importId", format, locales`,
      [hashOfToken(ticket)],
    );
    if (!download) return null;
    const { importId, format, locales } = download;
    const list = await this.database.manager.findOneByOrFail(MemberImport, { id: importId });
    const rows = failedRowsOf(this.database, this.settings.secretKeys, list, locales);
    return { format, content: format === FileFormat.CSV ? Readable.from(csvOf(rows)) : xlsxOf(rows) };
  }
}
