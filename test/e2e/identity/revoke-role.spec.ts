import { randomUUID } from 'node:crypto';
import type { Asker } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  give,
  newHolder,
  newOrganization,
  newSomeone,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';

let union: string;
let branch: string;
let chief: Someone;

beforeAll(async () => {
  union = await newOrganization({ kind: 'SECTORAL_UNION' });
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  chief = await newHolder('FEDERATION_ADMIN', union);
});

const revokeRole = (who: Asker, roleGrantId: string) =>
  act(who, 'revokeRole', { roleGrantId }, 'roleGrant { id revokedAt }');

const grantRole = async (who: Asker, organizationId: string) =>
  act(
    who,
    'grantRole',
    { email: (await newSomeone()).email, organizationId, role: 'ENROLLMENT_OFFICER' },
    'roleGrant { id }',
  );

describe('a role that is taken back', () => {
  it('ends at once, with the token still in the hand', async () => {
    const head = await newSomeone();
    const grantId = await give(head, 'FEDERATION_ADMIN', branch);
    expect(await grantRole(head, branch)).toSucceed();
    const before = await rowCounts();

    const answer = await revokeRole(chief, grantId);

    expect(answer).toSucceed();
    expect(written(before, await rowCounts())).toEqual({ audit_entry: 1 });
    expect(await grantRole(head, branch)).toBeRefusedWith('FORBIDDEN');
  });

  it('stays in the books, and is ended once', async () => {
    const grantId = await give(await newSomeone(), 'COURSE_EDITOR', branch);

    const first = await revokeRole(chief, grantId);
    const second = await revokeRole(chief, grantId);

    expect(second.data).toEqual(first.data);
    const rows = await (await workerDatabase()).query('SELECT revoked_at FROM role_grant WHERE id = $1', [grantId]);
    expect(rows).toEqual([{ revoked_at: new Date(first.data.revokeRole.roleGrant.revokedAt) }]);
  });

  it('is not taken back from above by who only holds a place below', async () => {
    const head = await newHolder('FEDERATION_ADMIN', branch);
    const grantId = await give(await newSomeone(), 'COURSE_EDITOR', union);
    const before = await rowCounts();

    const foreign = await revokeRole(head, grantId);
    const missing = await revokeRole(head, randomUUID());

    expect(foreign).toBeRefusedWith('RoleGrantNotFound');
    expect(missing.data).toEqual(foreign.data);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is not one that allows more than the taker holds there', async () => {
    const academy = await newOrganization({ kind: 'ACADEMY' });
    const admin = await newHolder('ACADEMY_ADMIN', academy);
    const grantId = await give(await newSomeone(), 'FEDERATION_ADMIN', academy);
    const before = await rowCounts();

    expect(await revokeRole(admin, grantId)).toBeRefusedWith('GrantExceedsOwn');
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('may be one’s own: everybody may lay an office down', async () => {
    const head = await newSomeone();
    const grantId = await give(head, 'FEDERATION_ADMIN', branch);

    expect(await revokeRole(head, grantId)).toSucceed();
    expect(await revokeRole(head, grantId)).toBeRefusedWith('FORBIDDEN');
  });

  it.each([
    ['not signed in', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an officer who may not give roles', () => newHolder('ENROLLMENT_OFFICER', union), 'FORBIDDEN'],
    [
      'one whose time is over',
      () =>
        newHolder('FEDERATION_ADMIN', union, {
          validFrom: `now() - interval '2 days'`,
          validTo: `now() - interval '1 day'`,
        }),
      'FORBIDDEN',
    ],
    [
      'the head of another union',
      async () => newHolder('FEDERATION_ADMIN', await newOrganization({ kind: 'SECTORAL_UNION' })),
      'RoleGrantNotFound',
    ],
  ] as [string, () => Promise<Asker>, string][])('is not taken back by %s', async (_, somebody, code) => {
    const grantId = await give(await newSomeone(), 'COURSE_EDITOR', branch);
    const who = await somebody();
    const before = await rowCounts();

    expect(await revokeRole(who, grantId)).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
    const rows = await (await workerDatabase()).query('SELECT revoked_at FROM role_grant WHERE id = $1', [grantId]);
    expect(rows).toEqual([{ revoked_at: null }]);
  });
});
