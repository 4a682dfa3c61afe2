import { pickLocale } from '#platform';
import type { Organization } from './organization.entity.js';
import type { OrganizationName } from './organization-name.entity.js';

/** The name for a reader: in the first language wished for, else in the organization’s own, else in any. */
export function nameIn(
  organization: Organization,
  names: readonly OrganizationName[],
  wanted: readonly string[],
): OrganizationName {
  const locale = pickLocale(
    wanted,
    names.map((name) => name.locale),
    [organization.defaultLocale],
  );
  const name = names.find((candidate) => candidate.locale === locale);
  if (!name) throw new Error(`organization ${organization.id} has no name`);
  return name;
}
