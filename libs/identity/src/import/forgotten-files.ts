import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '#platform';

const HOURLY = '41 * * * *';

/** A day after it was applied nobody can undo it any more; what was never applied waits a week. */
const KEPT = `CASE WHEN applied_at IS NOT NULL THEN applied_at < now() - interval '1 day'
  ELSE created_at < now() - interval '7 days' END`;

/** Forgets lists of members when nobody needs their rows any more; that they were sent, and the counts, stay known. */
@Injectable()
export class ForgottenFiles implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define('identity:forget-files', () => this.forget(), HOURLY, 'long');
  }

  private async forget(): Promise<void> {
    const old: { id: string }[] = await this.database.query(
      `SELECT id FROM member_import WHERE ${KEPT} AND status NOT IN ('READING', 'APPLYING', 'UNDOING')
         AND (status IN ('AWAITING_FILE', 'READY', 'FAILED')
           OR EXISTS (SELECT FROM member_import_row WHERE import_id = member_import.id)
           OR EXISTS (SELECT FROM file_chunk WHERE file_chunk.file_id = member_import.file_id))`,
    );
    for (const { id } of old) await this.forgetOne(id);
    await this.database.query(`DELETE FROM failed_rows_download WHERE expires_at < now() - interval '1 day'`);
    // Files of other readers, and pieces of those that never became whole.
    await this.database.query(
      `DELETE FROM file_chunk USING uploaded_file file
       WHERE file.id = file_id AND file.created_at < now() - interval '8 days'`,
    );
  }

  /** In one transaction: an import that somebody applies at this moment keeps its rows. */
  private async forgetOne(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [[list]] = await tx.query(
        `UPDATE member_import SET fault = NULL, status = CASE WHEN status IN ('AWAITING_FILE', 'READY', 'FAILED')
           THEN 'EXPIRED' ELSE status END
         WHERE id = $1 AND status NOT IN ('READING', 'APPLYING', 'UNDOING') RETURNING file_id AS "fileId"`,
        [id],
      );
      if (!list) return;
      await tx.query('DELETE FROM member_import_row WHERE import_id = $1', [id]);
      await tx.query('DELETE FROM file_chunk WHERE file_id = $1', [list.fileId]);
    });
  }
}
