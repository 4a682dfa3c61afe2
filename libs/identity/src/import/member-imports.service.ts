import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Acts, Authority, enqueue, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { assertMayActIn } from '../access/assert-may-act.js';
import { mayIn } from '../access/may.js';
import { databaseNow } from '../database-now.js';
import { holdOpen } from '../organization/organization.locks.js';
import { type Ticket, Uploads } from './file/uploads.service.js';
import { APPLY_MEMBERS } from './member-import.applying.js';
import { MemberImport } from './member-import.entity.js';
import { MemberImportStatus } from './member-import.enums.js';
import type { ChooseImportColumnsInput, ImportMembersInput, OpenMemberImportInput } from './member-import.inputs.js';
import { READ_MEMBERS } from './member-import.reading.js';
import { MemberImportNotFound, MemberImportNotReady, MemberImportSettled } from './member-import.reasons.js';
import { undoableUntil } from './member-import.rules.js';
import { UNDO_MEMBERS } from './member-import.undoing.js';
import { RowFault } from './row-problem.js';

/** Lists of members, from the ticket to the undoing. The rows themselves are the work of jobs. */
@Injectable()
export class MemberImports {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly uploads: Uploads,
  ) {}

  /**
   * Allows a file to be sent. A ticket is shown once, so a repeated request needs a new one, and takes no key.
   * Refuses with OrganizationNotFound, OrganizationClosed; throws FORBIDDEN.
   */
  async open(
    asked: RequestContext,
    viewer: Viewer,
    input: OpenMemberImportInput,
  ): Promise<{ memberImport: MemberImport; ticket: Ticket }> {
    const { organizationId, columns, headerRow = null } = input;
    const right = { permission: 'member.manage' as const, organizationId };
    await assertMayActIn(this.database.manager, this.authority, viewer, right);
    let ticket: Ticket | undefined;
    const act = { name: 'openMemberImport', input, details: { organizationId } };
    const memberImport = await this.acts.perform({ ...asked, idempotencyKey: null }, act, async (tx) => {
      await holdOpen(tx, viewer, { id: organizationId, permission: 'member.manage' });
      const { fileId, ...shown } = await this.uploads.open(tx, viewer.accountId, READ_MEMBERS);
      ticket = shown;
      const id = newId();
      await tx.insert(MemberImport, {
        id,
        organizationId,
        accountId: viewer.accountId,
        fileId,
        status: MemberImportStatus.AWAITING_FILE,
        chosenColumns: columns,
        headerRow,
      });
      return tx.findOneByOrFail(MemberImport, { id });
    });
    return { memberImport, ticket: ticket as Ticket };
  }

  /**
   * Has the file read again, by other columns; what was read before is forgotten.
   * Refuses with MemberImportNotFound, MemberImportNotReady.
   */
  chooseColumns(asked: RequestContext, viewer: Viewer, input: ChooseImportColumnsInput): Promise<MemberImport> {
    const { importId, columns, headerRow = null } = input;
    return this.acts.perform(asked, { name: 'chooseImportColumns', input }, async (tx) => {
      const list = await this.locked(tx, viewer, importId);
      if (list.status !== MemberImportStatus.READY && list.fault !== 'NAMES_NOT_FOUND') {
        refuse(new MemberImportNotReady(list.status));
      }
      await tx.query('DELETE FROM member_import_row WHERE import_id = $1', [list.id]);
      await tx.query(
        `UPDATE member_import SET status = 'READING', fault = NULL, reading = reading + 1, last_row = 0, rows_done = 0,
           rows_total = NULL, new_count = 0, match_count = 0, duplicate_count = 0, error_count = 0,
           chosen_columns = $2, header_row = $3 WHERE id = $1`,
        [list.id, JSON.stringify(columns), headerRow],
      );
      await enqueue(tx, [{ name: READ_MEMBERS, payload: { fileId: list.fileId }, key: `read:${list.fileId}` }]);
      return tx.findOneByOrFail(MemberImport, { id: list.id });
    });
  }

  /**
   * Begins to add those whom the list names; valid rows go in though others do not.
   * Refuses with MemberImportNotFound, MemberImportNotReady, OrganizationClosed.
   */
  apply(asked: RequestContext, viewer: Viewer, input: ImportMembersInput): Promise<MemberImport> {
    const { importId, confirmDuplicates } = input;
    const act = { name: 'importMembers', input, details: { confirmed: confirmDuplicates.length } };
    return this.acts.perform(asked, act, async (tx) => {
      const list = await this.locked(tx, viewer, importId);
      if (list.status !== MemberImportStatus.READY) refuse(new MemberImportNotReady(list.status));
      await holdOpen(tx, viewer, { id: list.organizationId, permission: 'member.manage', path: ['importId'] });
      await tx.query(
        `UPDATE member_import_row SET outcome = 'NEW', is_confirmed = true, problems = '[]'
         WHERE import_id = $1 AND number = ANY($2::int[]) AND outcome = 'DUPLICATE' AND problems->0->>'fault' = $3`,
        [list.id, confirmDuplicates, RowFault.MAY_BE_KNOWN],
      );
      await tx.query(`UPDATE member_import SET status = 'APPLYING', account_id = $2 WHERE id = $1`, [
        list.id,
        viewer.accountId,
      ]);
      await enqueue(tx, [{ name: APPLY_MEMBERS, payload: { importId: list.id }, key: `apply:${list.id}` }]);
      return tx.findOneByOrFail(MemberImport, { id: list.id });
    });
  }

  /**
   * Begins to take out again whom the import brought in. People whom somebody uses meanwhile stay, with their
   * membership. Undoing twice is no error. Refuses with MemberImportNotFound, MemberImportNotReady, MemberImportSettled.
   */
  undo(asked: RequestContext, viewer: Viewer, importId: string): Promise<MemberImport> {
    return this.acts.perform(asked, { name: 'undoMemberImport', input: { importId } }, async (tx) => {
      const list = await this.locked(tx, viewer, importId);
      if (list.status === MemberImportStatus.UNDOING || list.status === MemberImportStatus.UNDONE) return list;
      if (list.status !== MemberImportStatus.APPLIED || !list.appliedAt) refuse(new MemberImportNotReady(list.status));
      const until = undoableUntil(list.appliedAt);
      if ((await databaseNow(tx)) >= until) refuse(new MemberImportSettled(until));
      await tx.query(`UPDATE member_import SET status = 'UNDOING', last_row = 0, rows_done = 0 WHERE id = $1`, [
        list.id,
      ]);
      await enqueue(tx, [{ name: UNDO_MEMBERS, payload: { importId: list.id }, key: `undo:${list.id}` }]);
      return tx.findOneByOrFail(MemberImport, { id: list.id });
    });
  }

  private async locked(tx: EntityManager, viewer: Viewer, id: string): Promise<MemberImport> {
    const list = await tx.findOne(MemberImport, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!list || !(await mayIn(tx, viewer, 'member.manage', list.organizationId))) refuse(new MemberImportNotFound());
    return list;
  }
}
