import type { EntityManager } from 'typeorm';
import type { CalendarEvent } from '#notices';
import { prepared } from '#platform';
import type { Standing } from './notice.rules.js';

/** A place as it stands now, and whose it is. */
export interface ToldPlace extends Standing {
  id: string;
  offeringId: string;
  personId: string;
  personName: string;
  offerExpiresAt: Date | null;
  note: string | null;
  /** People before them in the queue; null: does not wait. */
  ahead: number | null;
  /** Whether somebody must decide before anything else happens. */
  isAsking: boolean;
}

/** What notices say of an offering. */
export interface ToldOffering {
  id: string;
  timeZone: string;
  language: string;
  startsAt: Date;
  defaultLocale: string;
  /** By locale. */
  titles: Record<string, string>;
  providerNames: Record<string, string>;
  /** Venue, street and town; null: online, or not yet known. */
  place: string | null;
  sessions: CalendarEvent[];
}

/** Those of one queue who stand together are counted together: all before them, and then one after the other. */
export function findPlaces(tx: EntityManager, enrollmentIds: readonly string[]): Promise<ToldPlace[]> {
  return prepared(
    tx,
    `WITH told AS (SELECT * FROM enrollment WHERE id = ANY($1)), stretch AS (
       SELECT offering_id, priority, min(queue_number) AS first, max(queue_number) AS last
       FROM told WHERE seat = 'WAITLISTED' GROUP BY offering_id, priority
     ), line AS (
       SELECT waiting.id, (preferred.count + earlier.count - 1 + rank()
         OVER (PARTITION BY waiting.offering_id, waiting.priority ORDER BY waiting.queue_number))::int AS ahead
       FROM stretch, LATERAL (
         SELECT count(*) FROM enrollment
         WHERE seat = 'WAITLISTED' AND offering_id = stretch.offering_id AND priority > stretch.priority
       ) preferred, LATERAL (
         SELECT count(*) FROM enrollment WHERE seat = 'WAITLISTED' AND offering_id = stretch.offering_id
           AND priority = stretch.priority AND queue_number < stretch.first
       ) earlier, enrollment waiting
       WHERE waiting.seat = 'WAITLISTED' AND waiting.offering_id = stretch.offering_id
         AND waiting.priority = stretch.priority AND waiting.queue_number BETWEEN stretch.first AND stretch.last
     )
     SELECT told.id, told.offering_id AS "offeringId", told.person_id AS "personId", told.seat,
       told.release_reason AS "releaseReason", told.confirmed_at AS "confirmedAt",
       told.recommended_by_id AS "recommendedById", told.offer_expires_at AS "offerExpiresAt", told.note, line.ahead,
       told.approval = 'PENDING' AND told.seat = 'REQUESTED' AS "isAsking",
       concat_ws(' ', person.family_name, person.given_name, person.patronymic) AS "personName"
     FROM told JOIN person ON person.id = told.person_id LEFT JOIN line ON line.id = told.id
     ORDER BY told.id`,
    [enrollmentIds],
  );
}

export async function findOfferings(tx: EntityManager, ids: readonly string[]): Promise<Map<string, ToldOffering>> {
  const rows = await prepared<ToldOffering>(
    tx,
    `SELECT offering.id, offering.time_zone AS "timeZone", offering.language, offering.starts_at AS "startsAt",
       provider.default_locale AS "defaultLocale",
       (SELECT jsonb_object_agg(locale, title) FROM course_translation
        WHERE version_id = offering.course_version_id) AS titles,
       (SELECT jsonb_object_agg(locale, name) FROM organization_name
        WHERE organization_id = offering.provider_id) AS "providerNames",
       (SELECT concat_ws(', ', name, address, locality) FROM venue WHERE venue.id = offering.venue_id) AS place,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'startsAt', starts_at, 'endsAt', ends_at)
          ORDER BY starts_at, id), '[]') FROM session WHERE offering_id = offering.id) AS sessions
     FROM offering JOIN organization provider ON provider.id = offering.provider_id
     WHERE offering.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An organization that must decide on some people of an offering since this transaction. */
export interface AskedOrganization {
  offeringId: string;
  organizationId: string;
  /** The first of the steps: it is asked of this organization only once. */
  stepId: string;
  /** Who ask. */
  personIds: string[];
}

/**
 * Steps that this transaction has put before an organization. Told by the row’s version (xmin), because times do not
 * tell: another transaction may have asked while we waited for the offering’s lock, and has told its own.
 */
export function findNewlyAsked(tx: EntityManager, enrollmentIds: readonly string[]): Promise<AskedOrganization[]> {
  return prepared(
    tx,
    `SELECT enrollment.offering_id AS "offeringId", step.organization_id AS "organizationId",
       min(step.id::text) AS "stepId", array_agg(enrollment.person_id) AS "personIds"
     FROM approval_step step JOIN enrollment ON enrollment.id = step.enrollment_id
     WHERE step.enrollment_id = ANY($1) AND step.state = 'PENDING' AND step.xmin = pg_current_xact_id()::xid
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [enrollmentIds],
  );
}

/** Organizations that were asked about a place before it ended, whether they had agreed or not yet decided. */
export function findOnceAsked(
  tx: EntityManager,
  enrollmentIds: readonly string[],
): Promise<{ enrollmentId: string; organizationId: string }[]> {
  return prepared(
    tx,
    `SELECT DISTINCT enrollment_id AS "enrollmentId", organization_id AS "organizationId" FROM approval_step
     WHERE enrollment_id = ANY($1) AND asked_at IS NOT NULL AND state IN ('VOID', 'APPROVED') ORDER BY 1, 2`,
    [enrollmentIds],
  );
}

/** People who hold one of these permissions in the organizations themselves, by organization and permission. */
export function findOfficers(
  tx: EntityManager,
  organizationIds: readonly string[],
  roles: readonly string[],
): Promise<{ organizationId: string; personId: string }[]> {
  return prepared(
    tx,
    `SELECT DISTINCT role_grant.organization_id AS "organizationId", account.person_id AS "personId"
     FROM role_grant JOIN account ON account.id = role_grant.account_id
     WHERE role_grant.organization_id = ANY($1) AND role_grant.role = ANY($2::role[])
       AND role_grant.revoked_at IS NULL AND role_grant.valid_from <= now()
       AND (role_grant.valid_to IS NULL OR role_grant.valid_to > now())`,
    [organizationIds, roles],
  );
}
