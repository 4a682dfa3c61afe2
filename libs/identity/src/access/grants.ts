import { ofAnyLength, type Viewer } from '#platform';
import { rolesWith } from './roles.js';

/** All that counts of a viewer here. */
export type Grantee = Pick<Viewer, 'accountId'>;

export interface Predicate {
  sql: string;
  parameters: Record<string, unknown>;
}

/** Condition on `role_grant` rows named `role_grant`: of this account, with this permission, in force now. */
export function grantInForce(viewer: Grantee, permission: string): Predicate {
  return {
    sql: `role_grant.account_id = :grantAccount AND role_grant.role = ANY(${ofAnyLength(':grantRoles', 'role')})
      AND role_grant.revoked_at IS NULL AND role_grant.valid_from <= now()
      AND (role_grant.valid_to IS NULL OR role_grant.valid_to > now())`,
    parameters: { grantAccount: viewer.accountId, grantRoles: rolesWith(permission) },
  };
}

/** Condition for any list: the viewer holds the permission in the organization that this column names. */
export function allowedIn(organizationColumn: string, viewer: Grantee, permission: string): Predicate {
  const { sql, parameters } = grantsAbove(organizationColumn, viewer, permission, HERE);
  return { sql: `EXISTS (SELECT 1 ${sql})`, parameters };
}

/** The same, with a grant that reaches everything below it. */
export function allowedBelow(organizationColumn: string, viewer: Grantee, permission: string): Predicate {
  const { sql, parameters } = grantsAbove(organizationColumn, viewer, permission, BELOW);
  return { sql: `EXISTS (SELECT 1 ${sql})`, parameters };
}

/**
 * The same as `allowedIn`, asked of each row by itself. For rows that are few already: the planner takes a grant for
 * one that few stand below, and would begin with the million members below that of a federation.
 */
export function eachAllowedIn(organizationColumn: string, viewer: Grantee, permission: string): Predicate {
  const { sql, parameters } = grantsAbove(organizationColumn, viewer, permission, HERE);
  return { sql: `coalesce((SELECT true ${sql} LIMIT 1), false)`, parameters };
}

/**
 * Ids of those organizations of a list with the column `id` in which the viewer holds the permission. The grants are
 * looked up once, and without one the list is not read.
 */
export function allowedAmong(list: string, viewer: Grantee, permission: string): Predicate {
  const inForce = grantInForce(viewer, permission);
  return {
    sql: `SELECT ${list}.id FROM role_grant CROSS JOIN ${list} WHERE ${inForce.sql}
      AND coalesce((SELECT true FROM organization_closure WHERE organization_closure.ancestor_id = role_grant.organization_id
        AND organization_closure.descendant_id = ${list}.id AND ${HERE} LIMIT 1), false)`,
    parameters: inForce.parameters,
  };
}

/** Ids of all organizations in which the viewer holds the permission, as a subquery that looks at no row outside it. */
export function organizationsAllowed(viewer: Grantee, permission: string): Predicate {
  const inForce = grantInForce(viewer, permission);
  return {
    sql: `(SELECT organization_closure.descendant_id FROM role_grant
      JOIN organization_closure ON organization_closure.ancestor_id = role_grant.organization_id
      WHERE ${HERE} AND ${inForce.sql})`,
    parameters: inForce.parameters,
  };
}

/** The same condition under parameter names of its own, so that it can stand beside one for another permission. */
export function apart({ sql, parameters }: Predicate, name: string): Predicate {
  const renamed = Object.entries(parameters).map(([key, value]) => [`${key}_${name}`, value]);
  return { sql: sql.replaceAll(/(?<!:):(\w+)/g, `:$1_${name}`), parameters: Object.fromEntries(renamed) };
}

const BELOW = `role_grant.scope = 'SUBTREE'`;
const HERE = `(${BELOW} OR organization_closure.ancestor_id = organization_closure.descendant_id)`;

function grantsAbove(organizationColumn: string, viewer: Grantee, permission: string, reaches: string): Predicate {
  const inForce = grantInForce(viewer, permission);
  return {
    sql: `FROM role_grant
      JOIN organization_closure ON organization_closure.ancestor_id = role_grant.organization_id
      WHERE organization_closure.descendant_id = ${organizationColumn} AND ${reaches} AND ${inForce.sql}`,
    parameters: inForce.parameters,
  };
}
