import type { DataSource } from 'typeorm';
import { rolesWith } from '#identity';
import { notYetTold } from '#notices';
import { DutyStatus } from './duty.enums.js';
import { IN_FORCE, STANDS } from './duty.rules.js';

/** Names told of each sort; the others are counted. */
const MOST_NAMES = 10;
const SOON_DAYS = 30;

/** One officer as one of one organization, with what they answer for. */
export interface Digest {
  organizationId: string;
  personId: string;
  /** ISO year and week. */
  week: string;
  locale: string;
  provider: Record<string, string>;
  late: number;
  soon: number;
  /** A line each, those due first coming first. */
  lateNames: string | null;
  soonNames: string | null;
}

/** In force now, for `role_grant AS $name`. */
const inForce = (name: string) => `${name}.role = ANY($1::role[]) AND ${name}.revoked_at IS NULL
  AND ${name}.valid_from <= now() AND (${name}.valid_to IS NULL OR ${name}.valid_to > now())`;

const WEEK = `to_char(now(), 'IYYY-IW')`;
const KEY = `officer.organization_id || ':' || officer.person_id || ':TRAINING_DIGEST:' || ${WEEK}`;

/** One a week for each officer of an organization. The same as `KEY`. */
export function digestKey({ organizationId, personId, week }: Digest): string {
  return `${organizationId}:${personId}:TRAINING_DIGEST:${week}`;
}

/** The names of one sort, as lines. */
const names = (sort: string) => `(SELECT string_agg(line, E'\\n' ORDER BY place) FROM (
  SELECT concat(concat_ws(' ', person.family_name, person.given_name, person.patronymic), ', ', open.due_on) AS line,
    row_number() OVER (ORDER BY open.due_at, open.id) AS place
  FROM open JOIN person ON person.id = open.person_id WHERE open.is_late = ${sort}
  ORDER BY open.due_at, open.id LIMIT ${MOST_NAMES}) AS lines)`;

/**
 * The officers who come next after one, at most so many, who have something to be told this week. Everybody answers
 * for the organization they act for, and, where their grant reaches down, for all below it that has no nearer officer.
 */
export function digestsAfter(
  database: DataSource,
  last: Pick<Digest, 'organizationId' | 'personId'> | null,
  most: number,
): Promise<Digest[]> {
  return database.query(
    `WITH officer AS (
       SELECT role_grant.organization_id, account.person_id, bool_or(role_grant.scope = 'SUBTREE') AS reaches_down
       FROM role_grant JOIN account ON account.id = role_grant.account_id AND account.disabled_at IS NULL
       WHERE ${inForce('role_grant')}
         AND ($2::uuid IS NULL OR (role_grant.organization_id, account.person_id) > ($2::uuid, $3::uuid))
       GROUP BY 1, 2
     )
     SELECT officer.organization_id AS "organizationId", officer.person_id AS "personId", ${WEEK} AS week,
       organization.default_locale AS locale, told.late, told.soon, told."lateNames", told."soonNames",
       (SELECT jsonb_object_agg(locale, name) FROM organization_name WHERE organization_id = organization.id) AS provider
     FROM officer JOIN organization ON organization.id = officer.organization_id
     CROSS JOIN LATERAL (
       WITH open AS MATERIALIZED (
         SELECT duty.id, duty.person_id, duty.due_on, duty.due_at, duty.due_at <= now() AS is_late
         FROM organization_closure below
         JOIN training_duty duty ON duty.organization_id = below.descendant_id
         JOIN mandate ON mandate.id = duty.mandate_id AND mandate.started_on <= current_date
         WHERE below.ancestor_id = officer.organization_id AND ${IN_FORCE}
           AND (officer.reaches_down OR below.descendant_id = officer.organization_id)
           AND ((${STANDS[DutyStatus.LATE]})
             OR (${STANDS[DutyStatus.DUE]} AND duty.due_at <= now() + make_interval(days => ${SOON_DAYS})))
           AND NOT EXISTS (
             SELECT FROM organization_closure above
             JOIN organization_closure between_them ON between_them.descendant_id = above.ancestor_id
               AND between_them.ancestor_id = officer.organization_id
             JOIN role_grant nearer ON nearer.organization_id = above.ancestor_id AND ${inForce('nearer')}
               AND (nearer.scope = 'SUBTREE' OR above.ancestor_id = above.descendant_id)
             JOIN account ON account.id = nearer.account_id AND account.disabled_at IS NULL
             WHERE above.descendant_id = duty.organization_id AND above.ancestor_id <> officer.organization_id)
       )
       SELECT count(*) FILTER (WHERE is_late)::int AS late, count(*) FILTER (WHERE NOT is_late)::int AS soon,
         ${names('true')} AS "lateNames", ${names('false')} AS "soonNames"
       FROM open
     ) told
     WHERE told.late + told.soon > 0 AND ${notYetTold(KEY)}
     ORDER BY officer.organization_id, officer.person_id LIMIT $4`,
    [rolesWith('training.read'), last?.organizationId ?? null, last?.personId ?? null, most],
  );
}
