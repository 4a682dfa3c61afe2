import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { Organization } from './organization.entity.js';
import { OrganizationName } from './organization-name.entity.js';
import { OrganizationSector } from './organization-sector.entity.js';

export interface NewOrganization extends Omit<Partial<Organization>, 'sectors'> {
  kind: Organization['kind'];
  countryCode: string;
  timeZone: string;
  defaultLocale: string;
  /** At least one, by locale. */
  names: Record<string, string>;
  sectorCodes?: readonly string[];
}

/** Writes an organization with its names, its sectors and its place below its parents, who must exist. */
export async function insertOrganization(tx: EntityManager, given: NewOrganization): Promise<Organization> {
  const { names, sectorCodes = [], ...row } = given;
  const organization = tx.create(Organization, {
    id: newId(),
    subdivisionCode: null,
    sectoralParentId: null,
    territorialParentId: null,
    source: null,
    ...row,
  });
  const organizationId = organization.id;
  await tx.insert(Organization, organization);
  await tx.insert(
    OrganizationName,
    Object.entries(names).map(([locale, name]) => ({ organizationId, locale, name })),
  );
  if (sectorCodes.length > 0) {
    await tx.insert(
      OrganizationSector,
      sectorCodes.map((sectorCode) => ({ organizationId, sectorCode })),
    );
  }
  await tx.query(
    `INSERT INTO organization_closure (ancestor_id, descendant_id)
     SELECT $1::uuid, $1::uuid
     UNION SELECT ancestor_id, $1::uuid FROM organization_closure WHERE descendant_id IN ($2, $3)`,
    [organizationId, organization.sectoralParentId, organization.territorialParentId],
  );
  return organization;
}
