import type { EntityManager } from 'typeorm';
import { prepared } from '#platform';

/**
 * What the rules ask of the holders of these offices: those of the organization and of all above it that name the
 * office. Nothing is asked any more where office or rule is over, or the organization of the rule is closed.
 */
const WANTED = `
  SELECT rule.id AS rule_id, mandate.id AS mandate_id, mandate.person_id, mandate.organization_id, mandate.role_code,
    greatest(mandate.started_on, rule.valid_from) + rule.within_days AS first_due_on,
    mandate.started_on - rule.accepted_days_before AS counts_from,
    least(mandate.ended_on, rule.valid_to)::timestamp AT TIME ZONE organization.time_zone AS ends_at,
    organization.time_zone
  FROM mandate
  JOIN organization ON organization.id = mandate.organization_id
  JOIN organization_closure above ON above.descendant_id = mandate.organization_id
  JOIN training_rule rule ON rule.organization_id = above.ancestor_id AND rule.role_code = mandate.role_code
  JOIN organization owner ON owner.id = rule.organization_id AND owner.closed_at IS NULL
  WHERE mandate.id = ANY($1) AND (rule.kinds = '{}' OR organization.kind = ANY(rule.kinds))
    AND (rule.valid_to IS NULL OR rule.valid_to > mandate.started_on)
    AND (mandate.ended_on IS NULL OR mandate.ended_on > greatest(rule.valid_from, mandate.started_on))
    AND (least(mandate.ended_on, rule.valid_to) IS NULL
      OR least(mandate.ended_on, rule.valid_to)::timestamp AT TIME ZONE organization.time_zone > now())`;

/** Makes the duties of these offices what the rules say now. Doing it twice changes nothing. */
export async function writeDuties(tx: EntityManager, mandateIds: readonly string[]): Promise<void> {
  await tx.query(
    `WITH wanted AS (${WANTED}), gone AS (
       DELETE FROM training_duty duty WHERE duty.mandate_id = ANY($1) AND NOT EXISTS (
         SELECT FROM wanted WHERE wanted.mandate_id = duty.mandate_id AND wanted.rule_id = duty.rule_id)
     )
     INSERT INTO training_duty AS duty (id, rule_id, mandate_id, person_id, organization_id, role_code,
       first_due_on, counts_from, ends_at, due_on, due_at)
     SELECT gen_random_uuid(), rule_id, mandate_id, person_id, organization_id, role_code,
       first_due_on, counts_from, ends_at, first_due_on, (first_due_on + 1)::timestamp AT TIME ZONE time_zone
     FROM wanted
     ON CONFLICT (mandate_id, rule_id) DO UPDATE SET
       first_due_on = excluded.first_due_on, counts_from = excluded.counts_from, ends_at = excluded.ends_at
     WHERE (duty.first_due_on, duty.counts_from, duty.ends_at)
       IS DISTINCT FROM (excluded.first_due_on, excluded.counts_from, excluded.ends_at)`,
    [mandateIds],
  );
  await refresh(tx, 'mandate_id', mandateIds);
}

/** Looks anew at what these people have learned and booked; part of every transaction that changes their places. */
export function refreshStandings(tx: EntityManager, personIds: readonly string[]): Promise<void> {
  return refresh(tx, 'person_id', personIds);
}

/** One statement, however many they are; in one order, so that two of them do not wait for each other. */
async function refresh(tx: EntityManager, column: 'mandate_id' | 'person_id', ids: readonly string[]): Promise<void> {
  await prepared(
    tx,
    `UPDATE training_duty duty SET learned_on = fresh.learned_on, learned_enrollment_id = fresh.learned_enrollment_id,
       booked_enrollment_id = fresh.booked_enrollment_id, due_on = fresh.due_on, due_at = fresh.due_at,
       relearn_at = fresh.relearn_at
     FROM (
       SELECT held.id, learned.completed_on AS learned_on, learned.id AS learned_enrollment_id,
         booked.id AS booked_enrollment_id, deadline.due_on,
         (deadline.due_on + 1)::timestamp AT TIME ZONE organization.time_zone AS due_at,
         CASE WHEN learned.id IS NOT NULL AND rule.refresh_months IS NOT NULL
           THEN (deadline.due_on - rule.within_days)::timestamp AT TIME ZONE organization.time_zone END AS relearn_at
       FROM training_duty held
       JOIN training_rule rule ON rule.id = held.rule_id
       JOIN organization ON organization.id = held.organization_id
       LEFT JOIN LATERAL (
         SELECT enrollment.id, enrollment.completed_on FROM enrollment
         JOIN offering ON offering.id = enrollment.offering_id
         JOIN training_rule_course enough ON enough.rule_id = held.rule_id AND enough.course_id = offering.course_id
         WHERE enrollment.person_id = held.person_id AND enrollment.completion = 'COMPLETED'
           AND (held.counts_from IS NULL OR enrollment.completed_on >= held.counts_from)
         ORDER BY enrollment.completed_on DESC, enrollment.id LIMIT 1
       ) learned ON true
       LEFT JOIN LATERAL (
         SELECT enrollment.id FROM enrollment
         JOIN offering ON offering.id = enrollment.offering_id
         JOIN training_rule_course enough ON enough.rule_id = held.rule_id AND enough.course_id = offering.course_id
         WHERE enrollment.person_id = held.person_id AND enrollment.seat <> 'RELEASED' AND enrollment.completion IS NULL
         ORDER BY array_position('{CONFIRMED,OFFERED,REQUESTED,WAITLISTED}'::seat_state[], enrollment.seat),
           offering.starts_at, enrollment.id LIMIT 1
       ) booked ON true
       CROSS JOIN LATERAL (
         SELECT coalesce((learned.completed_on + make_interval(months => rule.refresh_months))::date,
           held.first_due_on) AS due_on
       ) deadline
       WHERE held.${column} = ANY($1)
       ORDER BY held.id FOR NO KEY UPDATE OF held
     ) fresh
     WHERE duty.id = fresh.id
       AND (duty.learned_on, duty.learned_enrollment_id, duty.booked_enrollment_id, duty.due_on, duty.due_at,
         duty.relearn_at) IS DISTINCT FROM (fresh.learned_on, fresh.learned_enrollment_id, fresh.booked_enrollment_id,
         fresh.due_on, fresh.due_at, fresh.relearn_at)`,
    [ids],
  );
}
