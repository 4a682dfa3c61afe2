import type { EntityManager } from 'typeorm';
import { OrganizationContact } from './organization-contact.entity.js';
import { OrganizationLanguage } from './organization-language.entity.js';
import { OrganizationName } from './organization-name.entity.js';
import { OrganizationSector } from './organization-sector.entity.js';
import { writeWords } from './search/organization-words.js';

export type Contact = Pick<OrganizationContact, 'kind' | 'value'>;

/** Each of these puts a whole list in the place of the one there was. */

export async function writeNames(
  tx: EntityManager,
  organizationId: string,
  names: Record<string, string>,
): Promise<void> {
  await tx.delete(OrganizationName, { organizationId });
  const rows = Object.entries(names).map(([locale, name]) => ({ organizationId, locale, name }));
  await tx.insert(OrganizationName, rows);
  await writeWords(tx, organizationId, names);
}

export async function writeSectors(tx: EntityManager, organizationId: string, codes: readonly string[]): Promise<void> {
  await tx.delete(OrganizationSector, { organizationId });
  await tx.insert(
    OrganizationSector,
    [...new Set(codes)].map((sectorCode) => ({ organizationId, sectorCode })),
  );
}

export async function writeLanguages(
  tx: EntityManager,
  organizationId: string,
  locales: readonly string[],
): Promise<void> {
  await tx.delete(OrganizationLanguage, { organizationId });
  await tx.insert(
    OrganizationLanguage,
    [...new Set(locales)].map((locale, position) => ({ organizationId, locale, position })),
  );
}

export async function writeContacts(
  tx: EntityManager,
  organizationId: string,
  contacts: readonly Contact[],
): Promise<void> {
  await tx.delete(OrganizationContact, { organizationId });
  await tx.insert(
    OrganizationContact,
    contacts.map(({ kind, value }, position) => ({ organizationId, position, kind, value })),
  );
}
