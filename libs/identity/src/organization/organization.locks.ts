import type { EntityManager } from 'typeorm';
import { refuse, type Viewer } from '#platform';
import { mayIn } from '../access/may.js';
import type { Permission } from '../access/roles.js';
import { Organization } from './organization.entity.js';
import { OrganizationClosed, OrganizationNotFound } from './organization.reasons.js';

export interface WantedOrganization {
  id: string;
  permission: Permission;
  /** Where in the input it was named. */
  path?: string[];
}

/**
 * An organization at work that the viewer may act in, locked for change.
 * Refuses with OrganizationNotFound, OrganizationClosed.
 */
export function lockOrganization(tx: EntityManager, viewer: Viewer, wanted: WantedOrganization): Promise<Organization> {
  return find(tx, viewer, wanted, 'for_no_key_update');
}

/** The same for one that only must not be closed meanwhile: many may hold it so at once. */
export function holdOpen(tx: EntityManager, viewer: Viewer, wanted: WantedOrganization): Promise<Organization> {
  return find(tx, viewer, wanted, 'pessimistic_read');
}

async function find(
  tx: EntityManager,
  viewer: Viewer,
  { id, permission, path }: WantedOrganization,
  mode: 'for_no_key_update' | 'pessimistic_read',
): Promise<Organization> {
  const organization = await tx.findOne(Organization, { where: { id }, lock: { mode } });
  if (!organization || !(await mayIn(tx, viewer, permission, id))) refuse(new OrganizationNotFound(path));
  if (organization.closedAt) refuse(new OrganizationClosed(path));
  return organization;
}
