import { setImmediate as turn } from 'node:timers/promises';
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
import { ahead, openRows } from './row-batches.js';
import { readSheet } from './sheet/read-sheet.js';
import { FileFault, type Sheet, UnreadableFile } from './sheet/sheet.js';
import { type PreparedRow, prepareRow, stageRows } from './stage-rows.js';
import { type Table, TOP, tableOf } from './table.rules.js';

export const READ_MEMBERS = 'identity:read-members';

/** Of one file; a movement sends its members branch by branch. */
const MOST_ROWS = 500_000;

/** In one transaction. */
const ROWS_AT_ONCE = 1_000;

/** After so many the process attends to others, and to what the database answered. */
const ROWS_IN_A_GO = 50;

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
    let { lastRow, rowsDone } = list;
    for await (const rows of ahead(this.prepared(batches(ROWS_AT_ONCE), Math.max(lastRow, table.headerRow), ground))) {
      rowsDone += rows.length;
      if (rowsDone > MOST_ROWS) throw new UnreadableFile(FileFault.TOO_MANY_ROWS);
      if (!(await this.stage(list, lastRow, rows))) return;
      lastRow = (rows.at(-1) as PreparedRow).number;
    }
    if (rowsDone === 0) throw new UnreadableFile(FileFault.EMPTY);
    await this.finish(list, lastRow);
  }

  /** The rows after this one as they will be kept. */
  private async *prepared(sheet: Sheet, lastRow: number, ground: RowGround): AsyncGenerator<PreparedRow[]> {
    const { secretKeys } = this.settings;
    for await (const batch of sheet) {
      const rows: PreparedRow[] = [];
      for (const row of batch) {
        if (row.number <= lastRow) continue;
        rows.push(prepareRow(secretKeys, { number: row.number, ...readMemberRow(row, ground) }));
        if (rows.length % ROWS_IN_A_GO === 0) await turn();
      }
      if (rows.length > 0) yield rows;
    }
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
  private stage(list: MemberImport, lastRow: number, rows: readonly PreparedRow[]): Promise<boolean> {
    return this.transactions.run(async (tx, _after, withCommit) => {
      if (!(await stageRows(tx, list, lastRow, rows))) return false;
      withCommit(findKnown(tx, list, { from: lastRow + 1, to: (rows.at(-1) as PreparedRow).number }));
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
