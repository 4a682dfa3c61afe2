import { type Academy, newAcademy, publishedCourse } from '../../support/catalog.world.js';
import type { Asker } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import type { Human, TaughtCourse } from '../../support/enrollment.world.js';
import { give, newHolder, newOrganization, newSomeone, type Someone } from '../../support/identity.world.js';
import { memberOf, newTree } from '../../support/nomination.world.js';

/** Who tries, the least trusted first. */
export const ACTORS = [
  'anonymous',
  'member',
  'revoked',
  'expired',
  'unrelated officer',
  'officer of a sibling',
  'officer of a parent',
  'officer',
  'admin of another academy',
  'academy admin',
] as const;

export type Actor = (typeof ACTORS)[number];

/** Everything a case is about belongs to the branch, or to the academy; a person is a member of the branch. */
export interface Ground {
  actors: Record<Actor, Asker>;
  branch: string;
  union: string;
  federation: string;
  unrelated: string;
  academy: Academy;
  course: TaughtCourse;
  member: Human;
  officer: Someone;
}

/** Officers hold the strongest role there is, so whatever they are refused is refused for the place alone. */
const OFFICER = 'FEDERATION_ADMIN';

export async function newGround(): Promise<Ground> {
  const { branch, union, federation } = await newTree();
  const sibling = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  const unrelated = (await newTree()).branch;
  const academy = await newAcademy('ru');
  const course = { ...(await publishedCourse(academy, { titles: { en: 'Bargaining', ru: 'Переговоры' } })), academy };
  const member = await memberOf(branch);
  const officer = await newHolder(OFFICER, branch);
  const actors = {
    anonymous: null,
    member,
    revoked: await former([branch, academy.id], `now() - interval '2 days'`, 'revoked'),
    expired: await former([branch, academy.id], `now() - interval '2 days'`, 'expired'),
    'unrelated officer': await newHolder(OFFICER, unrelated),
    'officer of a sibling': await newHolder(OFFICER, sibling),
    'officer of a parent': await newHolder(OFFICER, union),
    officer,
    'admin of another academy': (await newAcademy()).admin,
    'academy admin': academy.admin,
  };
  return { actors, branch, union, federation, unrelated, academy, course, member, officer };
}

/** Somebody who could do everything in these organizations once. */
async function former(organizationIds: string[], since: string, how: 'revoked' | 'expired'): Promise<Someone> {
  const someone = await newSomeone();
  const validTo = how === 'expired' ? `now() - interval '1 day'` : 'NULL';
  for (const id of organizationIds) await give(someone, OFFICER, id, { validFrom: since, validTo });
  if (how === 'revoked') {
    const database = await workerDatabase();
    await database.query('UPDATE role_grant SET revoked_at = now() WHERE account_id = $1', [someone.accountId]);
  }
  return someone;
}
