import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Binds, Jobs, Transactions } from '#platform';
import { eachAllowedIn } from '../access/grants.js';
import { databaseNow } from '../database-now.js';
import { lockAllLikes } from '../membership/duplicates.js';
import { Organization } from '../organization/organization.entity.js';
import { todayIn } from '../organization/today.js';
import { bound, findKnown, type Stretch } from './find-known.js';
import { MemberImport } from './member-import.entity.js';
import { MemberImportStatus } from './member-import.enums.js';
import { COUNTED } from './member-import.reading.js';
import { RowFault } from './row-problem.js';

export const APPLY_MEMBERS = 'identity:apply-members';

/** A transaction each, during which nobody else adds members: short enough that an officer who does feels nothing. */
const ROWS_AT_ONCE = 1_000;

/** Adds those whom a list names, stretch by stretch; a worker that dies loses one stretch, which the next one does. */
@Injectable()
export class MemberImportApplying implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define(APPLY_MEMBERS, ({ importId = '' }) => this.apply(importId), null, 'long');
  }

  private async apply(importId: string): Promise<void> {
    while (await this.transactions.run((tx) => this.applyStretch(tx, importId)));
  }

  /** False: nothing is left to do. */
  private async applyStretch(tx: EntityManager, importId: string): Promise<boolean> {
    const list = await lockImport(tx, importId, MemberImportStatus.APPLYING);
    if (!list) return false;
    const stretch = await nextStretch(tx, list, ROWS_AT_ONCE);
    if (!stretch) {
      await tx.query(
        `UPDATE member_import SET status = 'APPLIED', applied_at = now(), last_row = 0, rows_done = rows_total, ${COUNTED}
         WHERE member_import.id = $1`,
        [list.id],
      );
      return false;
    }
    await lockAllLikes(tx);
    await keepOutWhereClosed(tx, list, stretch);
    await findKnown(tx, list, stretch);
    const { people, memberships } = await copyIn(tx, list, stretch);
    await tx.query(
      `UPDATE member_import SET last_row = $2, rows_done = rows_done + $3, people_added = people_added + $4,
         memberships_added = memberships_added + $5 WHERE id = $1`,
      [list.id, stretch.to, stretch.count, people, memberships],
    );
    return true;
  }
}

/** The import, locked, if it is at this stage; a worker whose work another has done finds that it is not. */
export function lockImport(tx: EntityManager, id: string, status: MemberImportStatus): Promise<MemberImport | null> {
  return tx.findOne(MemberImport, { where: { id, status }, lock: { mode: 'for_no_key_update' } });
}

/** The rows that come next, at most so many. Null: there are no more. */
export async function nextStretch(
  tx: EntityManager,
  { id, lastRow }: MemberImport,
  size: number,
): Promise<(Stretch & { count: number }) | null> {
  const [next] = await tx.query(
    `SELECT min(number) AS "from", max(number) AS "to", count(*)::int AS count FROM (
       SELECT number FROM member_import_row WHERE import_id = $1 AND number > $2 ORDER BY number LIMIT $3
     ) next`,
    [id, lastRow, size],
  );
  return next.count > 0 ? next : null;
}

/** Rows of organizations that closed, or that the importer lost the right in, since the file was read. */
async function keepOutWhereClosed(tx: EntityManager, { id, accountId }: MemberImport, { from, to }: Stretch) {
  const named = `organization.id IN (SELECT organization_id FROM member_import_row
    WHERE import_id = $1 AND number BETWEEN $2 AND $3 AND outcome IN ('NEW', 'MATCH'))`;
  // Held, so that none closes before its new members are in.
  await tx.query(`SELECT id FROM organization WHERE ${named} ORDER BY id FOR SHARE`, [id, from, to]);
  const binds = new Binds();
  binds.values.push(id, from, to);
  const allowed = bound(eachAllowedIn('organization.id', { accountId }, 'member.manage'), binds);
  await tx.query(
    `UPDATE member_import_row AS row SET outcome = 'ERROR', known_person_id = NULL,
       problems = jsonb_build_array(jsonb_build_object('column', null, 'fault', ${binds.of(RowFault.ORGANIZATION_UNKNOWN)}::text))
     FROM organization WHERE ${named} AND (closed_at IS NOT NULL OR NOT ${allowed})
       AND row.import_id = $1 AND row.number BETWEEN $2 AND $3 AND row.organization_id = organization.id
       AND row.outcome IN ('NEW', 'MATCH')`,
    binds.values,
  );
}

/** Copies rows to where members are. All ids are those of the rows, so that undoing finds what came in. */
async function copyIn(tx: EntityManager, list: MemberImport, { from, to }: Stretch) {
  const organization = await tx.findOneByOrFail(Organization, { id: list.organizationId });
  const today = todayIn(organization, await databaseNow(tx));
  const rows = `FROM member_import_row row WHERE row.import_id = $1 AND row.number BETWEEN $2 AND $3`;
  const stretch = [list.id, from, to];
  const people = await count(
    tx,
    `INSERT INTO person (id, family_name, given_name, patronymic, other_family_name, other_given_name,
       other_patronymic, born_on, email, name_keys)
     SELECT person_id, family_name, given_name, patronymic, other_family_name, other_given_name, other_patronymic,
       born_on, email, name_keys ${rows} AND outcome = 'NEW'`,
    stretch,
  );
  await tx.query(
    `INSERT INTO national_number (id, person_id, type, country_code, sealed, key_version, look_up)
     SELECT number_id, person_id, number_type, number_country, sealed, key_version, look_up
     ${rows} AND outcome = 'NEW' AND number_id IS NOT NULL`,
    stretch,
  );
  const memberships = await count(
    tx,
    `INSERT INTO membership (id, organization_id, person_id, started_on, added_by_account_id)
     SELECT membership_id, organization_id, coalesce(known_person_id, person_id), coalesce(started_on, $4), $5
     ${rows} AND outcome IN ('NEW', 'MATCH')
     ON CONFLICT (organization_id, person_id) WHERE ended_on IS NULL DO NOTHING`,
    [...stretch, today, list.accountId],
  );
  return { people, memberships };
}

/** How many rows the statement wrote. */
async function count(tx: EntityManager, sql: string, values: unknown[]): Promise<number> {
  const [row] = await tx.query(
    `WITH written AS (${sql} RETURNING id) SELECT count(*)::int AS count FROM written`,
    values,
  );
  return row.count;
}
