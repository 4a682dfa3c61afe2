import type { EntityManager } from 'typeorm';
import { todaySql } from '#identity';

const TODAY = todaySql('membership.organization_id');

/** SQL: the membership is in force, by the day of its organization. */
export const IN_FORCE = `membership.started_on <= ${TODAY} AND (membership.ended_on IS NULL OR membership.ended_on > ${TODAY})`;

/** What stands above a person: their own organization and the kinds of those above it. */
export interface Home {
  organizationId: string;
  /** By kind, the nearest of each; their own is among them. */
  above: Map<string, string>;
}

/**
 * Where each of these people belongs, by person id; who belongs nowhere is left out. Of several memberships the one in
 * a primary organization counts, the oldest first.
 */
export async function homesOf(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, Home>> {
  const rows: { personId: string; homeId: string; kind: string; organizationId: string }[] = await tx.query(
    `SELECT DISTINCT ON (given.id, above.kind) given.id AS "personId", home.organization_id AS "homeId",
       above.kind, above.id AS "organizationId"
     FROM unnest($1::uuid[]) AS given (id)
     CROSS JOIN LATERAL (
       SELECT membership.organization_id FROM membership JOIN organization ON organization.id = membership.organization_id
       WHERE membership.person_id = given.id AND ${IN_FORCE}
       ORDER BY organization.kind = 'PRIMARY_ORGANIZATION' DESC, membership.started_on, membership.id LIMIT 1
     ) home
     JOIN organization_closure line ON line.descendant_id = home.organization_id
     JOIN organization above ON above.id = line.ancestor_id
     ORDER BY given.id, above.kind,
       (SELECT count(*) FROM organization_closure up WHERE up.descendant_id = above.id) DESC, above.id`,
    [personIds],
  );
  const homes = new Map<string, Home>();
  for (const { personId, homeId, kind, organizationId } of rows) {
    const home = homes.get(personId) ?? { organizationId: homeId, above: new Map() };
    home.above.set(kind, organizationId);
    homes.set(personId, home);
  }
  return homes;
}

/** Those of the people who belong to the organization, or to one below it. */
export async function peopleOf(
  database: Pick<EntityManager, 'query'>,
  organizationId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await database.query(
    `SELECT DISTINCT membership.person_id AS id FROM membership
     JOIN organization_closure ON organization_closure.descendant_id = membership.organization_id
       AND organization_closure.ancestor_id = $1
     WHERE membership.person_id = ANY($2::uuid[]) AND ${IN_FORCE}`,
    [organizationId, personIds],
  );
  return new Set(rows.map(({ id }) => id));
}
