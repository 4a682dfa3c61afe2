import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readNamedMembers, UnreadableFile } from '#identity';
import { Jobs, SETTINGS, type Settings, Transactions } from '#platform';
import { NominationFile } from './nomination-file.entity.js';

export const READ_NOMINEES = 'enrollment:read-nominees';

/** One letter locks its offering while all of its lines are decided. */
const MOST_ROWS = 1_000;

/** Finds the people whom a file names. */
@Injectable()
export class NominationFileReading implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.define(READ_NOMINEES, ({ fileId = '' }) => this.read(fileId), null, 'long');
  }

  private async read(fileId: string): Promise<void> {
    const file = await this.database.manager.findOneBy(NominationFile, { fileId });
    if (!file) return;
    try {
      const found = await readNamedMembers(this.database.manager, this.settings.secretKeys, {
        ...file,
        mostRows: MOST_ROWS,
      });
      if (found) await this.keep(file.id, found);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await this.database.query(
        `UPDATE nomination_file SET status = 'FAILED', fault = $2 WHERE id = $1 AND status = 'AWAITING_FILE'`,
        [file.id, error.fault],
      );
    }
    // Who is named is known now; the file itself holds more than that.
    await this.database.query('DELETE FROM file_chunk WHERE file_id = $1', [fileId]);
  }

  private async keep(id: string, { columns, rows }: NonNullable<Awaited<ReturnType<typeof readNamedMembers>>>) {
    await this.transactions.run(async (tx) => {
      const [[mine]] = await tx.query(
        `UPDATE nomination_file SET status = 'READY', columns = $2 WHERE id = $1 AND status = 'AWAITING_FILE' RETURNING id`,
        [id, JSON.stringify(columns)],
      );
      if (!mine) return;
      await tx.query(
        `INSERT INTO nomination_file_row (nomination_file_id, number, family_name, given_name, patronymic, person_id, problems)
         SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])`,
        [
          id,
          rows.map(({ number }) => number),
          rows.map(({ names }) => names.familyName),
          rows.map(({ names }) => names.givenName),
          rows.map(({ names }) => names.patronymic),
          rows.map(({ personId }) => personId),
          rows.map(({ problems }) => JSON.stringify(problems)),
        ],
      );
    });
  }
}
