import type { EntityManager } from 'typeorm';
import { Account, hashPassword, insertGrant, insertOrganization, Person } from '#identity';
import { accounts, DEMO_PASSWORD } from './accounts.js';
import { type DemoOrganization, readOrganizations } from './data.js';
import { demoId } from './demo-id.js';

/** Writes the organizations, those above first. */
export async function writeOrganizations(tx: EntityManager, organizations: readonly DemoOrganization[]): Promise<void> {
  const written = new Set<string>();
  const isReady = ({ sectoralParent, territorialParent }: DemoOrganization) =>
    [sectoralParent, territorialParent].every((parent) => parent === null || written.has(parent));
  let waiting = [...organizations];
  while (waiting.length > 0) {
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error(`organizations in a circle: ${waiting.map(({ key }) => key).join(', ')}`);
    for (const organization of ready) {
      await writeOrganization(tx, organization);
      written.add(organization.key);
    }
    waiting = waiting.filter(({ key }) => !written.has(key));
  }
}

async function writeOrganization(tx: EntityManager, { key, type, ...given }: DemoOrganization): Promise<void> {
  await insertOrganization(tx, {
    id: organizationId(key),
    kind: type,
    countryCode: given.countryCode,
    subdivisionCode: given.subdivisionCode,
    timeZone: given.timeZone,
    defaultLocale: given.defaultLocale,
    sectoralParentId: given.sectoralParent && organizationId(given.sectoralParent),
    territorialParentId: given.territorialParent && organizationId(given.territorialParent),
    names: given.names,
    sectorCodes: given.sectorCodes,
    source: given.verification === 'verified' ? given.source : `${given.source} (${given.verification})`,
  });
}

export async function writeAccounts(tx: EntityManager): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { email, familyName, givenName, grant } of accounts) {
    const personId = demoId(`person ${email}`);
    const accountId = accountIdOf(email);
    await tx.insert(Person, { id: personId, familyName, givenName, patronymic: null });
    await tx.insert(Account, { id: accountId, personId, email, passwordHash });
    if (!grant) continue;
    const { organization, role, scope } = grant;
    await insertGrant(tx, { accountId, organizationId: organizationId(organization), role, scope });
  }
}

export const organizationId = (key: string) => demoId(`organization ${key}`);
export const accountIdOf = (email: string) => demoId(`account ${email}`);
export const personIdOf = (email: string) => demoId(`person ${email}`);

/** Who acts for an organization in the demo world: its own admin, or the one of an organization above it; null: nobody. */
export function adminOf(key: string, organizations = readOrganizations()): string | null {
  const own = accounts.find(({ grant }) => grant?.organization === key)?.email;
  const parent = organizations.find((organization) => organization.key === key)?.sectoralParent;
  return own ?? (parent ? adminOf(parent, organizations) : null);
}
