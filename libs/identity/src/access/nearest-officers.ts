import type { EntityManager } from 'typeorm';
import { grouped, prepared } from '#platform';
import { type Permission, rolesWith } from './roles.js';

/**
 * Who is to be told of what concerns an organization, by organization: people who hold the permission in itself, or,
 * where nobody does, in the nearest above it with a grant that reaches down. One query, however many organizations.
 */
export async function nearestOfficers(
  tx: EntityManager,
  organizationIds: readonly string[],
  permission: Permission,
): Promise<Map<string, string[]>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await prepared<{ organizationId: string; personId: string }>(
    tx,
    `WITH officer AS (
       SELECT closure.descendant_id AS organization_id, closure.ancestor_id AS holds_in, account.person_id
       FROM organization_closure closure
       JOIN role_grant ON role_grant.organization_id = closure.ancestor_id
       JOIN account ON account.id = role_grant.account_id AND account.disabled_at IS NULL
       WHERE closure.descendant_id = ANY($1::uuid[]) AND role_grant.role = ANY($2::role[])
         AND (role_grant.scope = 'SUBTREE' OR closure.ancestor_id = closure.descendant_id)
         AND role_grant.revoked_at IS NULL AND role_grant.valid_from <= now()
         AND (role_grant.valid_to IS NULL OR role_grant.valid_to > now())
     )
     SELECT DISTINCT organization_id AS "organizationId", person_id AS "personId" FROM officer
     WHERE NOT EXISTS (SELECT FROM officer nearer
       JOIN organization_closure between_them ON between_them.ancestor_id = officer.holds_in
         AND between_them.descendant_id = nearer.holds_in
       WHERE nearer.organization_id = officer.organization_id AND nearer.holds_in <> officer.holds_in)
     ORDER BY 1, 2`,
    [organizationIds, rolesWith(permission)],
  );
  const groups = grouped(rows, ({ organizationId }) => organizationId);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ personId }) => personId)]));
}
