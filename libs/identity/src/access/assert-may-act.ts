import type { EntityManager } from 'typeorm';
import { type Authority, faults, refuse, type Viewer } from '#platform';
import { OrganizationNotFound } from '../organization/organization.reasons.js';

/**
 * Organizations are seen by everybody, so acting in one without the permission is forbidden rather than not found.
 * Refuses with OrganizationNotFound when there is none; throws FORBIDDEN.
 */
export async function assertMayActIn(
  database: Pick<EntityManager, 'query'>,
  authority: Authority,
  viewer: Viewer,
  { permission, organizationId }: { permission: string; organizationId: string },
): Promise<void> {
  const [known] = await database.query('SELECT 1 FROM organization WHERE id = $1', [organizationId]);
  if (!known) refuse(new OrganizationNotFound());
  if (!(await authority.holdsIn(viewer, permission, organizationId))) throw faults.forbidden();
}
