import { rolesWith } from '#identity';

/**
 * SQL: whether somebody may decide in the organization itself, other than this person. A grant from above does not
 * count: those above step in when the time is up. `roles` names the parameter that holds `decidingRoles()`.
 */
export function hasDecider(organization: string, person: string, roles: string): string {
  return `EXISTS (SELECT FROM role_grant JOIN account ON account.id = role_grant.account_id
    WHERE role_grant.organization_id = ${organization} AND account.person_id <> ${person}
      AND role_grant.role = ANY(${roles}::role[]) AND role_grant.revoked_at IS NULL
      AND role_grant.valid_from <= now() AND (role_grant.valid_to IS NULL OR role_grant.valid_to > now()))`;
}

export const decidingRoles = () => rolesWith('enrollment.decide');
