import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Jobs, Transactions } from '#platform';
import type { Stretch } from './find-known.js';
import { lockImport, nextStretch } from './member-import.applying.js';
import type { MemberImport } from './member-import.entity.js';
import { MemberImportStatus } from './member-import.enums.js';

export const UNDO_MEMBERS = 'identity:undo-members';

const ROWS_AT_ONCE = 500;

/** Takes out again whom an import brought in, but for those whom somebody uses meanwhile. */
@Injectable()
export class MemberImportUndoing implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define(UNDO_MEMBERS, ({ importId = '' }) => this.undo(importId), null, 'long');
  }

  private async undo(importId: string): Promise<void> {
    while (await this.transactions.run((tx) => this.undoStretch(tx, importId)));
  }

  private async undoStretch(tx: EntityManager, importId: string): Promise<boolean> {
    const list = await lockImport(tx, importId, MemberImportStatus.UNDOING);
    if (!list) return false;
    const stretch = await nextStretch(tx, list, ROWS_AT_ONCE);
    if (!stretch) {
      await tx.query(
        `UPDATE member_import SET status = 'UNDONE', undone_at = now(), rows_done = rows_total WHERE id = $1`,
        [list.id],
      );
      return false;
    }
    const kept = await takeOut(tx, list, stretch);
    await tx.query(
      `UPDATE member_import SET last_row = $2, rows_done = rows_done + $3, memberships_kept = memberships_kept + $4
       WHERE id = $1`,
      [list.id, stretch.to, stretch.count, kept],
    );
    return true;
  }
}

/** Answers with how many memberships stay. */
async function takeOut(tx: EntityManager, list: MemberImport, { from, to }: Stretch): Promise<number> {
  const stretch = [list.id, from, to];
  const rows = `member_import_row row WHERE row.import_id = $1 AND row.number BETWEEN $2 AND $3`;
  // Whoever begins to use such a person now waits, and then finds nobody.
  await tx.query(
    `SELECT id FROM person WHERE id IN (SELECT person_id FROM ${rows} AND outcome = 'NEW') ORDER BY id FOR UPDATE`,
    stretch,
  );
  const used = (await usesOfPersons(tx)).map((use) => `EXISTS (${use})`).join(' OR ');
  const unused: { personId: string }[] = await tx.query(
    `SELECT row.person_id AS "personId" FROM ${rows} AND outcome = 'NEW' AND NOT (${used})`,
    stretch,
  );
  const personIds = unused.map(({ personId }) => personId);
  // A known person loses just the membership; one that was ended meanwhile was acted on, and stays.
  await tx.query(
    `DELETE FROM membership USING member_import_row row
     WHERE row.import_id = $1 AND row.number BETWEEN $2 AND $3 AND membership.id = row.membership_id
       AND (row.person_id = ANY($4::uuid[]) OR row.outcome = 'MATCH' AND membership.ended_on IS NULL)`,
    [...stretch, personIds],
  );
  await tx.query('DELETE FROM national_number WHERE person_id = ANY($1::uuid[])', [personIds]);
  await tx.query('DELETE FROM person WHERE id = ANY($1::uuid[])', [personIds]);
  const [{ kept }] = await tx.query(
    `SELECT count(*)::int AS kept FROM membership WHERE id IN (SELECT membership_id FROM ${rows})`,
    stretch,
  );
  return kept;
}

/**
 * A query for each column anywhere that refers to a person: whatever library makes use of one, now or later, is seen
 * without being known here. What came in with the person itself is no use.
 */
async function usesOfPersons(tx: EntityManager): Promise<string[]> {
  const columns: { table: string; column: string }[] = await tx.query(
    `SELECT quote_ident(class.relname) AS "table", quote_ident(attribute.attname) AS "column"
     FROM pg_constraint, pg_class class, pg_attribute attribute, pg_attribute referenced
     WHERE contype = 'f' AND confrelid = 'person'::regclass AND class.oid = conrelid
       AND referenced.attrelid = confrelid AND referenced.attname = 'id'
       AND attribute.attrelid = conrelid AND attribute.attnum = conkey[array_position(confkey, referenced.attnum)]
     ORDER BY 1, 2`,
  );
  const ownRow: Record<string, string> = {
    membership: 'used.id <> row.membership_id OR used.ended_on IS NOT NULL',
    national_number: 'used.id IS DISTINCT FROM row.number_id',
  };
  return columns.map(
    ({ table, column }) =>
      `SELECT FROM ${table} used WHERE used.${column} = row.person_id AND (${ownRow[table] ?? 'true'})`,
  );
}
