import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs, SETTINGS, type Settings, Transactions } from '#platform';
import { databaseNow } from '../database-now.js';
import { Organization } from '../organization/organization.entity.js';
import { todayIn } from '../organization/today.js';
import { namePeople } from './columns.rules.js';
import { findStoredFile, type StoredFile } from './file/stored-file.js';
import { findKnown, findRepeats } from './find-known.js';
import { MemberField } from './member-field.js';
import { MemberImport } from './member-import.entity.js';
import { type RowGround, readMemberRow } from './member-row.rules.js';
import { organizationsNamed } from './organizations-named.js';
import { openRows } from './row-batches.js';
import { readSheet } from './sheet/read-sheet.js';
import { FileFault, type SheetRow, UnreadableFile } from './sheet/sheet.js';
import { stageRows } from './stage-rows.js';
import { type Table, TOP, tableOf } from './table.rules.js';

export const READ_MEMBERS = 'identity:read-members';

/** Of one file; a movement sends its members branch by branch. */
const MOST_ROWS = 500_000;

/** Few enough that other requests of the process wait a few dozen milliseconds at most. */
const ROWS_AT_ONCE = 500;

/** For the one look over all rows at the end. */
const LONGEST_STATEMENT = '10min';

/** Reads lists of members that were sent, row by row, into rows that can be looked at. */
@Injectable()
export class MemberImportReading implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.define(READ_MEMBERS, ({ fileId = '' }) => this.read(fileId), null, 'long');
  }

  /** Reads a file from where a worker that died left off. Whoever comes second, or reads by old columns, stops. */
  private async read(fileId: string): Promise<void> {
    const begun = await this.begin(fileId);
    const file = begun && (await findStoredFile(this.database, this.settings.secretKeys, fileId));
    if (!begun || !file) return;
    try {
      await this.readRows(begun, file);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await this.fail(begun, error.fault);
    }
  }

  private async begin(fileId: string): Promise<MemberImport | null> {
    const { manager } = this.database;
    await manager.query(`UPDATE member_import SET status = 'READING' WHERE file_id = $1 AND status = 'AWAITING_FILE'`, [
      fileId,
    ]);
    const found = await manager.findOneBy(MemberImport, { fileId });
    return found?.status === 'READING' ? found : null;
  }

  private async readRows(list: MemberImport, file: StoredFile): Promise<void> {
    const { top, batches } = await openRows(await readSheet(file), TOP);
    if (top.length === 0) throw new UnreadableFile(FileFault.EMPTY);
    const table = tableOf(top, list);
    await this.database.query('UPDATE member_import SET columns = $3 WHERE id = $1 AND reading = $2', [
      list.id,
      list.reading,
      JSON.stringify(table.columns),
    ]);
    if (!namePeople(table.columns)) throw new UnreadableFile(FileFault.NAMES_NOT_FOUND);

    const ground = await this.groundOf(list, table);
    let [lastRow, rowsDone] = [list.lastRow, list.rowsDone];
    for await (const batch of batches(ROWS_AT_ONCE)) {
      const fresh = batch.filter(({ number }) => number > lastRow && number > table.headerRow);
      if (fresh.length === 0) continue;
      if (rowsDone + fresh.length > MOST_ROWS) throw new UnreadableFile(FileFault.TOO_MANY_ROWS);
      if (!(await this.stage(list, ground, { lastRow, fresh }))) return;
      lastRow = (fresh.at(-1) as SheetRow).number;
      rowsDone += fresh.length;
    }
    if (rowsDone === 0) throw new UnreadableFile(FileFault.EMPTY);
    await this.finish(list, lastRow);
  }

  private async groundOf(list: MemberImport, { columns }: Table): Promise<RowGround> {
    const { manager } = this.database;
    const organization = await manager.findOneByOrFail(Organization, { id: list.organizationId });
    const countries: { code: string }[] = await manager.query('SELECT code FROM country');
    const hasOrganizations = columns.some(({ field }) => field === MemberField.ORGANIZATION);
    return {
      columns,
      countryCode: organization.countryCode,
      countries: new Set(countries.map(({ code }) => code)),
      today: todayIn(organization, await databaseNow(manager)),
      organizationId: organization.id,
      organizationsNamed: hasOrganizations ? await organizationsNamed(manager, list) : () => [],
    };
  }

  /** False: somebody else is at it. */
  private async stage(
    list: MemberImport,
    ground: RowGround,
    { lastRow, fresh }: { lastRow: number; fresh: readonly SheetRow[] },
  ): Promise<boolean> {
    const read = fresh.map((row) => ({ number: row.number, ...readMemberRow(row, ground) }));
    const stretch = { from: lastRow + 1, to: (read.at(-1) as { number: number }).number };
    return this.transactions.run(async (tx) => {
      const [moved] = await tx.query(
        `UPDATE member_import SET last_row = $4, rows_done = rows_done + $5
         WHERE id = $1 AND status = 'READING' AND reading = $2 AND last_row = $3 RETURNING id`,
        [list.id, list.reading, lastRow, stretch.to, read.length],
      );
      if (moved.length === 0) return false;
      await stageRows(tx, this.settings.secretKeys, list.id, read);
      await findKnown(tx, list, stretch);
      return true;
    });
  }

  private async finish(list: MemberImport, lastRow: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [mine] = await tx.query(
        `SELECT id FROM member_import WHERE id = $1 AND status = 'READING' AND reading = $2 AND last_row = $3
         FOR NO KEY UPDATE`,
        [list.id, list.reading, lastRow],
      );
      if (!mine) return;
      await tx.query(`SET LOCAL statement_timeout = '${LONGEST_STATEMENT}'`);
      await findRepeats(tx, list.id);
      await tx.query(
        `UPDATE member_import SET status = 'READY', rows_total = rows_done, last_row = 0, rows_done = 0, ${COUNTED}
         WHERE member_import.id = $1`,
        [list.id],
      );
    });
  }

  private async fail(list: MemberImport, fault: FileFault): Promise<void> {
    await this.database.query(
      `UPDATE member_import SET status = 'FAILED', fault = $3 WHERE id = $1 AND reading = $2 AND status = 'READING'`,
      [list.id, list.reading, fault],
    );
  }
}

/** SQL: the counts as the rows are now. */
export const COUNTED = `(new_count, match_count, duplicate_count, error_count) = (
  SELECT count(*) FILTER (WHERE outcome = 'NEW'), count(*) FILTER (WHERE outcome = 'MATCH'),
    count(*) FILTER (WHERE outcome = 'DUPLICATE'), count(*) FILTER (WHERE outcome = 'ERROR')
  FROM member_import_row WHERE import_id = member_import.id)`;
