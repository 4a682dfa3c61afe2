import { newId } from '../../libs/platform/src/ids.js';
import { workerDatabase } from './database.js';
import { type Human, world } from './enrollment.world.js';
import { newHolder, newOrganization } from './identity.world.js';

/** A line of the movement, from the federation down to two primary organizations of one branch. */
export interface Tree {
  federation: string;
  territory: string;
  union: string;
  branch: string;
  primary: string;
  sibling: string;
}

/** A regional branch has two parents: its union and its territorial association. */
export async function newTree(): Promise<Tree> {
  const federation = await newOrganization({ kind: 'FEDERATION' });
  const territory = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
  const union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  const branch = await newOrganization({
    kind: 'REGIONAL_BRANCH',
    sectoralParentId: union,
    territorialParentId: territory,
  });
  const [primary, sibling] = [
    await newOrganization({ sectoralParentId: branch }),
    await newOrganization({ sectoralParentId: branch }),
  ];
  return { federation, territory, union, branch, primary, sibling };
}

/** Somebody who nominates and decides for an organization, and for it alone. */
export function officerOf(organizationId: string, scope: 'SELF' | 'SUBTREE' = 'SELF'): Promise<Human> {
  return newHolder('ENROLLMENT_OFFICER', organizationId, { scope });
}

/** So many people, signed in, who belong to the organization. */
export async function membersOf(organizationId: string, count: number): Promise<Human[]> {
  const people = await world.people(count);
  await belong(people, organizationId);
  return people;
}

export async function memberOf(organizationId: string): Promise<Human> {
  const [member] = await membersOf(organizationId, 1);
  return member as Human;
}

export async function belong(people: readonly Human[], organizationId: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(
    `INSERT INTO membership (id, organization_id, person_id, started_on)
     SELECT id, $1, person_id, current_date - 30 FROM unnest($2::uuid[], $3::uuid[]) AS given (id, person_id)`,
    [organizationId, people.map(() => newId()), people.map(({ personId }) => personId)],
  );
}

/** Somebody who had a role there once: taken back, or run out. */
export async function formerOfficers(organizationId: string): Promise<{ revoked: Human; expired: Human }> {
  const database = await workerDatabase();
  const revoked = await officerOf(organizationId, 'SUBTREE');
  await database.query('UPDATE role_grant SET revoked_at = now() WHERE account_id = $1', [revoked.accountId]);
  const period = { validFrom: `now() - interval '2 days'`, validTo: `now() - interval '1 day'` };
  const expired = await newHolder('ENROLLMENT_OFFICER', organizationId, period);
  return { revoked, expired };
}
