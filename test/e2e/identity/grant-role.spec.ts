import { randomUUID } from 'node:crypto';
import type { Asker } from '../../support/client.js';
import { client } from '../../support/client.js';
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

const GRANT = 'roleGrant { id role scope validFrom validTo revokedAt organization { id } }';

let union: string;
let branch: string;
let sibling: string;
let chief: Someone;

/** A sectoral union with two branches, and its chief, who holds everything there and below. */
beforeAll(async () => {
  const federation = await newOrganization({ kind: 'FEDERATION' });
  union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  sibling = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  chief = await newHolder('FEDERATION_ADMIN', union);
});

const grantRole = (who: Asker, input: object, headers: Record<string, string> = {}) =>
  act(who, 'grantRole', { role: 'ENROLLMENT_OFFICER', organizationId: branch, ...input }, GRANT, headers);

const rolesOf = async (who: Someone) => {
  const { data } = await client.as(who).send('{ viewer { roleGrants { role scope organization { id } } } }');
  return data.viewer.roleGrants;
};

/** Whether this person may give a role in this organization, so whether a grant of theirs reaches it. */
const mayGrantIn = async (who: Someone, organizationId: string) => {
  const { email } = await newSomeone();
  const { data, errors } = await grantRole(who, { email, organizationId });
  return errors.length === 0 && data.grantRole.errors.length === 0;
};

describe('a chief who gives a role', () => {
  it('gives it at once, and the account sees it among its own', async () => {
    const officer = await newSomeone();
    const before = await rowCounts();

    const answer = await grantRole(chief, { email: officer.email.toUpperCase() });

    expect(answer).toSucceed();
    expect(answer.data.grantRole.roleGrant).toMatchObject({
      role: 'ENROLLMENT_OFFICER',
      scope: 'SELF',
      validTo: null,
      revokedAt: null,
      organization: { id: branch },
    });
    expect(written(before, await rowCounts())).toEqual({ role_grant: 1, audit_entry: 1 });
    expect(await rolesOf(officer)).toEqual([
      { role: 'ENROLLMENT_OFFICER', scope: 'SELF', organization: { id: branch } },
    ]);
  });

  it('leaves a trace that says who, what and where', async () => {
    const officer = await newSomeone();
    const { data } = await grantRole(chief, { email: officer.email, scope: 'SUBTREE' });

    const database = await workerDatabase();
    const rows = await database.query(
      'SELECT act, account_id, subject_type, details FROM audit_entry WHERE subject_id = $1',
      [data.grantRole.roleGrant.id],
    );

    expect(rows).toEqual([
      {
        act: 'grantRole',
        account_id: chief.accountId,
        subject_type: 'RoleGrant',
        details: { organizationId: branch, role: 'ENROLLMENT_OFFICER', scope: 'SUBTREE' },
      },
    ]);
  });

  it('gives it once when the request is sent twice with one key', async () => {
    const { email } = await newSomeone();
    const headers = { 'idempotency-key': randomUUID() };
    const before = await rowCounts();

    const [first, second] = [await grantRole(chief, { email }, headers), await grantRole(chief, { email }, headers)];

    expect(second.data).toEqual(first.data);
    expect(written(before, await rowCounts())).toEqual({ role_grant: 1, audit_entry: 1, idempotency_key: 1 });
  });
});

describe('a grant', () => {
  const found = async (who: Asker, id: string) => {
    const { data } = await client.as(who).send('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
    return data.node;
  };

  it('is found again by who holds it and by who gives roles there, and by nobody else', async () => {
    const officer = await newSomeone();
    const id = await give(officer, 'ENROLLMENT_OFFICER', branch);

    expect(await found(officer, id)).toEqual({ __typename: 'RoleGrant', id });
    expect(await found(chief, id)).toEqual({ __typename: 'RoleGrant', id });
    for (const who of [null, await newSomeone(), await newHolder('FEDERATION_ADMIN', sibling)]) {
      expect(await found(who, id)).toBeNull();
    }
  });
});

describe('a role', () => {
  it('for itself reaches its organization alone', async () => {
    const head = await newHolder('FEDERATION_ADMIN', union, { scope: 'SELF' });
    const { email } = await newSomeone();

    // The role is held there, but nothing below it is, and a role given must be held below too.
    expect(await grantRole(head, { email, organizationId: union })).toBeRefusedWith('GrantExceedsOwn');
    expect(await grantRole(head, { email, organizationId: branch })).toBeRefusedWith('OrganizationNotFound');
  });

  it('for the subtree reaches everything below, and nothing beside or above', async () => {
    const head = await newHolder('FEDERATION_ADMIN', branch);
    const below = await newOrganization({ sectoralParentId: branch });

    expect(await mayGrantIn(head, branch)).toBe(true);
    expect(await mayGrantIn(head, below)).toBe(true);
    expect(await mayGrantIn(head, sibling)).toBe(false);
    expect(await mayGrantIn(head, union)).toBe(false);
  });

  it('reaches what stands below over the territorial line too', async () => {
    const center = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION' });
    const branchOfTwo = await newOrganization({
      kind: 'REGIONAL_BRANCH',
      sectoralParentId: union,
      territorialParentId: center,
    });
    const primary = await newOrganization({ sectoralParentId: branchOfTwo });
    const head = await newHolder('FEDERATION_ADMIN', center);

    expect(await mayGrantIn(head, branchOfTwo)).toBe(true);
    expect(await mayGrantIn(head, primary)).toBe(true);
    expect(await mayGrantIn(head, branch)).toBe(false);
  });

  it.each([
    ['has not begun', { validFrom: `now() + interval '1 hour'` }],
    ['is over', { validFrom: `now() - interval '2 hours'`, validTo: `now() - interval '1 hour'` }],
  ])('that %s allows nothing and is not shown', async (_, grant) => {
    const head = await newHolder('FEDERATION_ADMIN', union, grant);

    expect(await grantRole(head, { email: (await newSomeone()).email })).toBeRefusedWith('FORBIDDEN');
    expect(await rolesOf(head)).toEqual([]);
  });

  it('that begins later is given now and holds then', async () => {
    const officer = await newSomeone();
    const validFrom = new Date(Date.now() + 3_600_000).toISOString();
    const validTo = new Date(Date.now() + 7_200_000).toISOString();

    const answer = await grantRole(chief, { email: officer.email, validFrom, validTo });

    expect(answer.data.grantRole.roleGrant).toMatchObject({ validFrom, validTo });
    expect(await rolesOf(officer)).toEqual([]);
  });
});

describe('nobody', () => {
  it('gives a role to themselves', async () => {
    const before = await rowCounts();

    const answer = await grantRole(chief, { email: chief.email });

    expect(answer).toBeRefusedWith('CannotGrantToSelf');
    expect(answer.data.grantRole.errors[0].path).toEqual(['email']);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each(['FEDERATION_ADMIN'])('gives more than they hold there: an academy’s admin no %s', async (role) => {
    const academy = await newOrganization({ kind: 'ACADEMY' });
    const admin = await newHolder('ACADEMY_ADMIN', academy);
    const { email } = await newSomeone();
    const before = await rowCounts();

    const more = await grantRole(admin, { email, role, organizationId: academy });
    expect(written(before, await rowCounts())).toEqual({});
    const asMuch = await grantRole(admin, { email, role: 'ACADEMY_ADMIN', organizationId: academy });

    expect(more).toBeRefusedWith('GrantExceedsOwn');
    expect(asMuch).toSucceed();
  });

  it('adds up what they hold elsewhere: each permission must be held in that place', async () => {
    const academy = await newOrganization({ kind: 'ACADEMY' });
    const admin = await newHolder('ACADEMY_ADMIN', academy);
    await give(admin, 'FEDERATION_ADMIN', sibling);

    const { email } = await newSomeone();
    const answer = await grantRole(admin, { email, role: 'FEDERATION_ADMIN', organizationId: academy });

    expect(answer).toBeRefusedWith('GrantExceedsOwn');
  });

  it('gives a role in a place where they may give none, and it looks like a place that is not there', async () => {
    const { email } = await newSomeone();
    const elsewhere = await newHolder('FEDERATION_ADMIN', sibling);
    const before = await rowCounts();

    const foreign = await grantRole(elsewhere, { email, organizationId: branch });
    const missing = await grantRole(elsewhere, { email, organizationId: randomUUID() });

    expect(foreign).toBeRefusedWith('OrganizationNotFound');
    expect(missing.data).toEqual(foreign.data);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('gives a role for no time, or to a mailbox that has no account', async () => {
    const { email } = await newSomeone();
    const validFrom = new Date().toISOString();
    const before = await rowCounts();

    expect(await grantRole(chief, { email, validFrom, validTo: validFrom })).toBeRefusedWith('PeriodEndsBeforeStart');
    expect(await grantRole(chief, { email: 'nobody@odaq.example' })).toBeRefusedWith('AccountNotFound');
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each([
    ['not signed in', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an officer who may not give roles', () => newHolder('ENROLLMENT_OFFICER', union), 'FORBIDDEN'],
  ] as [string, () => Promise<Asker>, string][])('%s gives a role', async (_, somebody, code) => {
    const { email } = await newSomeone();
    const who = await somebody();
    const before = await rowCounts();

    expect(await grantRole(who, { email })).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });
});
