import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { Organization } from './organization.entity.js';
import { type Contact, writeContacts, writeLanguages, writeNames, writeSectors } from './organization.writer.js';
import { addToTree, shareTree } from './tree.js';

export interface NewOrganization extends Partial<Omit<Organization, 'status'>> {
  kind: Organization['kind'];
  countryCode: string;
  timeZone: string;
  defaultLocale: string;
  /** At least one, by locale. */
  names: Record<string, string>;
  sectorCodes?: readonly string[];
  /** Languages it works in, the most used first. */
  languages?: readonly string[];
  contacts?: readonly Contact[];
}

/** Writes an organization with all that belongs to it and its place below its parents, who must exist. */
export async function insertOrganization(tx: EntityManager, given: NewOrganization): Promise<Organization> {
  const { names, sectorCodes = [], languages = [], contacts = [], ...row } = given;
  await shareTree(tx);
  const organization = tx.create(Organization, {
    id: newId(),
    subdivisionCode: null,
    sectoralParentId: null,
    territorialParentId: null,
    source: null,
    closedAt: null,
    successorId: null,
    ...row,
  });
  const organizationId = organization.id;
  await tx.insert(Organization, organization);
  await writeNames(tx, organizationId, names);
  await writeSectors(tx, organizationId, sectorCodes);
  await writeLanguages(tx, organizationId, languages);
  await writeContacts(tx, organizationId, contacts);
  await addToTree(tx, organizationId, [organization.sectoralParentId, organization.territorialParentId]);
  return organization;
}
