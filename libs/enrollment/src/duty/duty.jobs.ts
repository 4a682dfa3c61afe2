import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MANDATES_CHANGED } from '#identity';
import { enqueue, Jobs, Transactions } from '#platform';
import { writeDuties } from './duty.rows.js';

const RULE_CHANGED = 'enrollment:training-rule-changed';
const EVERY_NIGHT = '40 20 * * *';
const AT_ONCE = 2_000;

/** Which offices to look at; nothing: all. */
export type DutyScope = { mandateId?: string; ruleId?: string; organizationId?: string };

/** Has the duties of a rule worked out anew, once, after the commit. */
export function ruleChanged(tx: EntityManager, ruleId: string): Promise<void> {
  return enqueue(tx, [{ name: RULE_CHANGED, payload: { ruleId }, key: `${RULE_CHANGED}:${ruleId}` }]);
}

/** Keeps duties what rules, offices and the tree say. */
@Injectable()
export class DutyJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define(MANDATES_CHANGED, (changed) => this.bringUpToDate(changed));
    this.jobs.define(RULE_CHANGED, (changed) => this.bringUpToDate(changed));
    // The net under all of them, and what takes away what time has ended.
    this.jobs.define('enrollment:training-duties', () => this.bringUpToDate({}), EVERY_NIGHT);
  }

  /** In parts, so that a worker that is killed loses little and nobody waits long; begun again, it changes nothing twice. */
  async bringUpToDate(scope: DutyScope): Promise<void> {
    for (let last: string | null = null; ; ) {
      const mandateIds = await this.mandatesAfter(last, scope);
      if (mandateIds.length === 0) return;
      await this.transactions.run(async (tx) => {
        // One at a time: whoever read the tree or a rule before it changed must not write after who read it later.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtext('training_duty'))`);
        await writeDuties(tx, mandateIds);
      });
      last = mandateIds.at(-1) ?? null;
    }
  }

  private async mandatesAfter(
    last: string | null,
    { mandateId, ruleId, organizationId }: DutyScope,
  ): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT mandate.id FROM mandate
       WHERE ($1::uuid IS NULL OR mandate.id > $1) AND ($2::uuid IS NULL OR mandate.id = $2)
         AND ($3::uuid IS NULL OR mandate.role_code = (SELECT role_code FROM training_rule WHERE id = $3))
         AND ($4::uuid IS NULL OR mandate.organization_id IN (
           SELECT descendant_id FROM organization_closure WHERE ancestor_id = $4))
       ORDER BY mandate.id LIMIT $5`,
      [last, mandateId ?? null, ruleId ?? null, organizationId ?? null, AT_ONCE],
    );
    return rows.map(({ id }) => id);
  }
}
