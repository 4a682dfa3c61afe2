import type { EntityManager } from 'typeorm';
import { enqueue, recordActs } from '#platform';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { announce } from '../notices/announce.js';
import type { Offering } from '../offering/offering.entity.js';
import { ApprovalLayer } from './approval.enums.js';
import { dueAt } from './approval.rules.js';
import { ApprovalStep } from './approval-step.entity.js';
import { PASS_ON } from './approval-steps.js';
import { decidingRoles, hasDecider } from './deciders.js';

interface Overdue {
  id: string;
  enrollmentId: string;
  from: string;
  /** The nearest above where somebody may decide; null: there is none. */
  above: string | null;
}

/**
 * Hands every step whose time is up to the nearest organization above where somebody may decide, and where there is
 * none, to the provider: silence never approves. The caller holds the offering’s lock. Answers with how many passed on.
 */
export async function passOnOverdue(tx: EntityManager, offering: Offering): Promise<number> {
  const overdue: Overdue[] = await tx.query(
    `SELECT step.id, step.enrollment_id AS "enrollmentId", step.organization_id AS "from", (
       SELECT line.ancestor_id FROM organization_closure line
       WHERE line.descendant_id = step.organization_id AND line.ancestor_id <> step.organization_id
         AND ${hasDecider('line.ancestor_id', 'enrollment.person_id', '$2')}
       ORDER BY (SELECT count(*) FROM organization_closure up WHERE up.descendant_id = line.ancestor_id) DESC,
         line.ancestor_id LIMIT 1) AS above
     FROM approval_step step JOIN enrollment ON enrollment.id = step.enrollment_id
     WHERE enrollment.offering_id = $1 AND step.state = 'PENDING' AND step.due_at <= clock_timestamp()
     ORDER BY step.asked_at, step.id`,
    [offering.id, decidingRoles()],
  );
  if (overdue.length === 0) return 0;
  const again = dueAt(ApprovalLayer.FEDERATION, await databaseNow(tx));
  const passed = overdue.map(({ id, from, above }) => ({
    id,
    from,
    to: above ?? offering.providerId,
    dueAt: above ? again : null,
  }));
  await tx.query(
    `UPDATE approval_step SET organization_id = passed.organization_id, due_at = passed.due_at,
       passed_on_at = clock_timestamp()
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS passed (id, organization_id, due_at)
     WHERE approval_step.id = passed.id`,
    [passed.map(({ id }) => id), passed.map(({ to }) => to), passed.map((step) => step.dueAt)],
  );
  if (again && passed.some((step) => step.dueAt)) {
    await enqueue(tx, [{ name: PASS_ON, payload: { offeringId: offering.id }, runAt: again }]);
  }
  await announce(
    tx,
    overdue.map(({ enrollmentId }) => enrollmentId),
  );
  await recordActs(
    tx,
    passed.map(({ id, from, to }) => ({
      accountId: null,
      act: { name: 'passApprovalOn', details: { from, to } },
      subject: Object.assign(new ApprovalStep(), { id }),
    })),
  );
  return passed.length;
}
