import type { DataSource } from 'typeorm';
import { rolesWith, todaySql } from '#identity';
import { notYetTold } from '#notices';
import { DutyStatus } from './duty.enums.js';
import { IN_FORCE, STANDS } from './duty.rules.js';

/** Names told of each sort; the others are counted. */
const MOST_NAMES = 10;
const SOON_DAYS = 30;

/** Somebody who answers for an organization, and for what is below it where their grant reaches down. */
export interface Officer {
  organizationId: string;
  personId: string;
  reachesDown: boolean;
  /** ISO year and week. */
  week: string;
}

/** What an officer is to be told. */
export interface Digest extends Officer {
  locale: string;
  provider: Record<string, string>;
  late: number;
  soon: number;
  /** A line each, those due first coming first; null: nobody. */
  lateNames: string | null;
  soonNames: string | null;
}

/** In force now; for `role_grant` under this name. */
const inForce = (name: string) => `${name}.role = ANY($1::role[]) AND ${name}.revoked_at IS NULL
  AND ${name}.valid_from <= now() AND (${name}.valid_to IS NULL OR ${name}.valid_to > now())`;

const ROLES = rolesWith('training.read');
const WEEK = `to_char(now(), 'IYYY-IW')`;
const KEY = `role_grant.organization_id || ':' || account.person_id || ':TRAINING_DIGEST:' || ${WEEK}`;

/** One a week for each officer of an organization. The same as `KEY`. */
export function digestKey({ organizationId, personId, week }: Officer): string {
  return `${organizationId}:${personId}:TRAINING_DIGEST:${week}`;
}

/** The officers who come next, at most so many, and were told nothing this week. */
export function officersAfter(database: DataSource, last: Officer | null, most: number): Promise<Officer[]> {
  return database.query(
    `SELECT role_grant.organization_id AS "organizationId", account.person_id AS "personId", ${WEEK} AS week,
       bool_or(role_grant.scope = 'SUBTREE') AS "reachesDown"
     FROM role_grant JOIN account ON account.id = role_grant.account_id AND account.disabled_at IS NULL
     WHERE ${inForce('role_grant')} AND ${notYetTold(KEY)}
       AND ($2::uuid IS NULL OR (role_grant.organization_id, account.person_id) > ($2::uuid, $3::uuid))
     GROUP BY 1, 2 ORDER BY 1, 2 LIMIT $4`,
    [ROLES, last?.organizationId ?? null, last?.personId ?? null, most],
  );
}

/** The names of one sort, as lines. */
const names = (sort: string) => `(SELECT string_agg(line, E'\\n' ORDER BY place) FROM (
  SELECT concat(concat_ws(' ', person.family_name, person.given_name, person.patronymic), ', ', open.due_on) AS line,
    row_number() OVER (ORDER BY open.due_at, open.id) AS place
  FROM open JOIN person ON person.id = open.person_id WHERE open.is_late = ${sort}
  ORDER BY open.due_at, open.id LIMIT ${MOST_NAMES}) AS lines)`;

/** Organizations below this officer’s that others, further down, answer for. */
const ANSWERED_BY_NEARER = `
  SELECT reached.descendant_id FROM organization_closure below
  JOIN role_grant nearer ON nearer.organization_id = below.descendant_id AND ${inForce('nearer')}
  JOIN account ON account.id = nearer.account_id AND account.disabled_at IS NULL
  JOIN organization_closure reached ON reached.ancestor_id = nearer.organization_id
    AND (nearer.scope = 'SUBTREE' OR reached.descendant_id = nearer.organization_id)
  WHERE officer.reaches_down AND below.ancestor_id = officer.organization_id
    AND below.descendant_id <> officer.organization_id`;

/** What these officers are to be told; those who have nobody late or soon due are left out. */
export function digestsOf(database: DataSource, officers: readonly Officer[]): Promise<Digest[]> {
  return database.query(
    `SELECT officer.organization_id AS "organizationId", officer.person_id AS "personId", officer.week,
       organization.default_locale AS locale, told.late, told.soon, told."lateNames", told."soonNames",
       (SELECT jsonb_object_agg(locale, name) FROM organization_name WHERE organization_id = organization.id) AS provider
     FROM unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[])
       AS officer (organization_id, person_id, reaches_down, week)
     JOIN organization ON organization.id = officer.organization_id
     CROSS JOIN LATERAL (
       WITH place AS MATERIALIZED (
         SELECT descendant_id FROM organization_closure WHERE ancestor_id = officer.organization_id
           AND (officer.reaches_down OR descendant_id = officer.organization_id)
         EXCEPT ${ANSWERED_BY_NEARER}
       ), open AS MATERIALIZED (
         SELECT duty.id, duty.person_id, duty.due_on, duty.due_at, duty.due_at <= now() AS is_late
         FROM place JOIN training_duty duty ON duty.organization_id = place.descendant_id
         JOIN mandate ON mandate.id = duty.mandate_id AND mandate.started_on <= ${todaySql('mandate.organization_id')}
         WHERE ${IN_FORCE} AND ((${STANDS[DutyStatus.LATE]})
           OR (${STANDS[DutyStatus.DUE]} AND duty.due_at <= now() + make_interval(days => ${SOON_DAYS})))
       )
       SELECT count(*) FILTER (WHERE is_late)::int AS late, count(*) FILTER (WHERE NOT is_late)::int AS soon,
         ${names('true')} AS "lateNames", ${names('false')} AS "soonNames"
       FROM open
     ) told
     WHERE told.late + told.soon > 0`,
    [
      ROLES,
      officers.map(({ organizationId }) => organizationId),
      officers.map(({ personId }) => personId),
      officers.map(({ reachesDown }) => reachesDown),
      officers.map(({ week }) => week),
    ],
  );
}
