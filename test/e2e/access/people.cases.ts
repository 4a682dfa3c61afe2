import { randomUUID } from 'node:crypto';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  give,
  kazakhNumber,
  newEmail,
  newMember,
  newOrganization,
  newSomeone,
  ownName,
  PASSWORD,
  signUp,
} from '../../support/identity.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';

/** A primary organization below the branch. */
const primaryOf = ({ branch }: Ground) => newOrganization({ sectoralParentId: branch });

export async function mandateOf({ branch, officer, member }: Ground): Promise<string> {
  const input = { ...office(branch), personId: member.personId, startedOn: '2026-01-10' };
  const answer = await act(officer, 'recordMandate', input, 'mandate { id }');
  return answer.data.recordMandate.mandate?.id ?? lastOf('mandate', 'organization_id', branch);
}

const office = (organizationId: string) => ({ organizationId, basis: 'ELECTED', roleCode: 'ACCOUNTANT' });

export async function membershipOf({ branch }: Ground): Promise<string> {
  return lastOf('membership', 'person_id', await newMember(branch));
}

async function lastOf(table: string, column: string, id: string): Promise<string> {
  const database = await workerDatabase();
  const [row] = await database.query(`SELECT id FROM ${table} WHERE ${column} = $1 ORDER BY id DESC LIMIT 1`, [id]);
  return row.id;
}

export async function grantOf({ branch }: Ground): Promise<string> {
  return give(await newSomeone(), 'ENROLLMENT_OFFICER', branch);
}

async function numberOf({ branch, officer }: Ground): Promise<string> {
  const nationalNumber = { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: kazakhNumber('1984-04-01') };
  const input = { organizationId: branch, ...ownName(), nationalNumber };
  const answer = await act(officer, 'addMember', input, 'membership { person { nationalNumbers { id } } }');
  return answer.data.addMember.membership.person.nationalNumbers[0].id;
}

export const PEOPLE: Cases = {
  addMember: async ({ branch }) => ({ organizationId: branch, ...ownName() }),
  addMembership: async (ground) => ({
    organizationId: await primaryOf(ground),
    personId: await newMember(ground.branch),
  }),
  closeOrganization: async (ground) => ({ organizationId: await primaryOf(ground) }),
  createOrganization: async ({ branch }) => ({
    kind: 'PRIMARY_ORGANIZATION',
    names: [{ locale: 'kk', name: `Ұйым ${randomUUID()}` }],
    sectoralParentId: branch,
  }),
  endMandate: async (ground) => ({ mandateId: await mandateOf(ground) }),
  endMembership: async (ground) => ({ membershipId: await membershipOf(ground) }),
  grantRole: async ({ branch }) => ({
    email: (await newSomeone()).email,
    organizationId: branch,
    role: 'ENROLLMENT_OFFICER',
  }),
  moveOrganization: async (ground) => ({
    organizationId: await primaryOf(ground),
    line: 'SECTORAL',
    parentId: ground.union,
  }),
  readNationalNumber: async (ground) => ({ nationalNumberId: await numberOf(ground) }),
  recordMandate: async ({ branch }) => ({
    ...office(branch),
    personId: await newMember(branch),
    startedOn: '2026-01-10',
  }),
  renameOrganization: async (ground) => ({
    organizationId: await primaryOf(ground),
    names: [{ locale: 'kk', name: `Ұйым ${randomUUID()}` }],
  }),
  reportMemberCount: async (ground) => ({
    organizationId: await primaryOf(ground),
    members: 40,
    countedOn: '2026-10-01',
  }),
  revokeRole: async (ground) => ({ roleGrantId: await grantOf(ground) }),
  setNoticePreferences: async () => ({ muted: ['REMINDER'] }),
  signIn: async () => {
    const email = newEmail();
    await signUp({ email }, {}, client);
    return { email, password: PASSWORD };
  },
  signOut: async () => ({}),
  signUp: async () => ({ email: newEmail(), password: PASSWORD, familyName: 'Yusupova', givenName: 'Gulnora' }),
  updateOrganization: async (ground) => ({ organizationId: await primaryOf(ground), defaultLocale: 'ru' }),
};
