import { workerDatabase } from '../../../../test/support/database.js';
import {
  newHolder,
  newMember,
  newOrganization,
  newPerson,
  newSomeone,
  type Someone,
} from '../../../../test/support/identity.world.js';
import { PersonAccess } from './person-access.service.js';

const mayActFor = async (viewer: Someone, personId: string) =>
  new PersonAccess(await workerDatabase()).mayActFor(viewer, personId);

describe('somebody may act for', () => {
  let union: string;
  let primary: string;

  beforeAll(async () => {
    union = await newOrganization({ kind: 'SECTORAL_UNION' });
    primary = await newOrganization({ sectoralParentId: union });
  });

  it('themselves', async () => {
    const someone = await newSomeone();

    expect(await mayActFor(someone, someone.personId)).toBe(true);
  });

  it('the members of what they keep, there and below', async () => {
    const member = await newMember(primary);

    expect(await mayActFor(await newHolder('ORGANIZATION_OFFICER', union), member)).toBe(true);
    expect(await mayActFor(await newHolder('ORGANIZATION_OFFICER', primary, { scope: 'SELF' }), member)).toBe(true);
    expect(await mayActFor(await newHolder('FEDERATION_ADMIN', union), member)).toBe(true);
  });

  it.each<[string, () => Promise<Someone>]>([
    ['another member', () => newSomeone()],
    ['who reads members and keeps none', () => newHolder('PERSONAL_DATA_OFFICER', union)],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', union)],
    ['an officer of the parent, for it alone', () => newHolder('ORGANIZATION_OFFICER', union, { scope: 'SELF' })],
    ['an officer of another union', async () => newHolder('ORGANIZATION_OFFICER', await newOrganization())],
    [
      'an officer whose time is over',
      () =>
        newHolder('ORGANIZATION_OFFICER', union, {
          validFrom: `now() - interval '2 days'`,
          validTo: `now() - interval '1 day'`,
        }),
    ],
  ])('nobody’s member: %s', async (_, somebody) => {
    expect(await mayActFor(await somebody(), await newMember(primary))).toBe(false);
  });

  it('nobody who left, or never belonged', async () => {
    const officer = await newHolder('ORGANIZATION_OFFICER', union);
    const left = await newMember(primary);
    await (await workerDatabase()).query('UPDATE membership SET ended_on = current_date WHERE person_id = $1', [left]);

    expect(await mayActFor(officer, left)).toBe(false);
    expect(await mayActFor(officer, await newPerson())).toBe(false);
  });
});
