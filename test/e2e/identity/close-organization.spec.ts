import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  newHolder,
  newMember,
  newOrganization,
  newSomeone,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';

let federation: string;
let union: string;
let chief: Someone;

beforeAll(async () => {
  federation = await newOrganization({ kind: 'FEDERATION' });
  union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  chief = await newHolder('FEDERATION_ADMIN', federation);
});

const branchBelow = (sectoralParentId: string, territorialParentId: string | null = null) =>
  newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId, territorialParentId });

const close = (who: Asker, organizationId: string, successorId: string | null = null) =>
  act(who, 'closeOrganization', { organizationId, successorId }, 'organization { status closedAt successor { id } }');

const membershipsOf = async (personId: string) =>
  (await workerDatabase()).query(
    `SELECT organization_id AS id, ended_on IS NULL AS "inForce" FROM membership WHERE person_id = $1 ORDER BY created_at, id`,
    [personId],
  );

const placeOf = async (id: string) => {
  const { data } = await client.send(
    'query ($id: ID!) { organization(id: $id) { sectoralParent { id } territorialParent { id } } }',
    { id },
  );
  return data.organization;
};

const idsAbove = async (id: string): Promise<string[]> => {
  const rows = await (await workerDatabase()).query(
    'SELECT ancestor_id AS id FROM organization_closure WHERE descendant_id = $1 ORDER BY ancestor_id',
    [id],
  );
  return rows.map((row: { id: string }) => row.id);
};

describe('an organization that closes with a successor', () => {
  it('hands over its members and those below it, and nothing is deleted', async () => {
    const [closing, successor] = [await branchBelow(union), await branchBelow(union)];
    const primary = await newOrganization({ sectoralParentId: closing });
    const member = await newMember(closing);
    const both = await newMember(closing);
    await newMember(successor, both);
    const before = await rowCounts();

    const answer = await close(chief, closing, successor);

    expect(answer).toSucceed();
    expect(answer.data.closeOrganization.organization).toMatchObject({
      status: 'CLOSED',
      successor: { id: successor },
    });
    expect(written(before, await rowCounts())).toEqual({ membership: 1, audit_entry: 1 });
    expect(await membershipsOf(member)).toEqual([
      { id: closing, inForce: false },
      { id: successor, inForce: true },
    ]);
    expect(await membershipsOf(both)).toEqual([
      { id: closing, inForce: false },
      { id: successor, inForce: true },
    ]);
    expect(await idsAbove(primary)).toEqual([federation, union, successor, primary].sort());
  });

  it('leaves each of those below on the lines they answered on', async () => {
    const center = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
    const next = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
    const branch = await branchBelow(union, center);

    expect(await close(chief, center, next)).toSucceed();

    expect(await placeOf(branch)).toEqual({ sectoralParent: { id: union }, territorialParent: { id: next } });
  });

  it('may be followed by one that stood below it, which takes its place', async () => {
    const closing = await branchBelow(union);
    const [successor, sibling] = [await branchBelow(closing), await branchBelow(closing)];

    expect(await close(chief, closing, successor)).toSucceed();

    expect(await placeOf(successor)).toMatchObject({ sectoralParent: { id: union } });
    expect(await idsAbove(sibling)).toEqual([federation, union, successor, sibling].sort());
  });

  it('is not followed by one far below it, which would stand above itself', async () => {
    const closing = await branchBelow(union);
    const child = await branchBelow(closing);
    const grandchild = await branchBelow(child);
    const before = await rowCounts();

    expect(await close(chief, closing, grandchild)).toBeRefusedWith('MoveMakesCircle');
    expect(await close(chief, closing, closing)).toBeRefusedWith('OrganizationClosed');
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is not followed by one below which its own do not stand', async () => {
    const closing = await branchBelow(union);
    await branchBelow(closing);
    const primary = await newOrganization({ sectoralParentId: union });

    expect(await close(chief, closing, primary)).toBeRefusedWith('CannotStandBelow');
  });
});

describe('an organization that closes without a successor', () => {
  it('ends its memberships and offices', async () => {
    const closing = await newOrganization({ sectoralParentId: union });
    const member = await newMember(closing);
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO mandate (id, organization_id, person_id, role_code, basis, started_on)
       VALUES (gen_random_uuid(), $1, $2, 'PRIM_CHAIR', 'ELECTED', current_date - 10)`,
      [closing, member],
    );

    expect(await close(chief, closing)).toSucceed();

    expect(await membershipsOf(member)).toEqual([{ id: closing, inForce: false }]);
    const [mandate] = await database.query('SELECT ended_on IS NOT NULL AS ended FROM mandate WHERE person_id = $1', [
      member,
    ]);
    expect(mandate.ended).toBe(true);
  });

  it('must have nobody below it, and is told how many there are', async () => {
    const closing = await branchBelow(union);
    await newOrganization({ sectoralParentId: closing });
    await newOrganization({ sectoralParentId: closing });

    const answer = await client.as(chief).send(
      `mutation ($input: CloseOrganizationInput!) { closeOrganization(input: $input) {
        errors { __typename ... on SuccessorNeeded { children message } } } }`,
      { input: { organizationId: closing } },
      { 'accept-language': 'ru' },
    );

    expect(answer).toBeRefusedWith('SuccessorNeeded');
    expect(answer.data.closeOrganization.errors[0]).toMatchObject({
      children: 2,
      message: 'В эту организацию напрямую входят 2 организации. Укажите правопреемника или сначала переведите их.',
    });
  });
});

describe('a closed organization', () => {
  let closed: string;

  beforeAll(async () => {
    closed = await branchBelow(union);
    await close(chief, closed);
  });

  const listed = async (filter: object) => {
    const { data } = await client.send(
      'query ($filter: OrganizationFilter) { organizations(filter: $filter, first: 100) { edges { node { id } } } }',
      { filter: { below: union, ...filter } },
    );
    return data.organizations.edges.map(({ node }: any) => node.id) as string[];
  };

  it('is not offered, but can be read by who asks for it', async () => {
    expect(await listed({})).not.toContain(closed);
    expect(await listed({ status: 'CLOSED' })).toContain(closed);
    expect(await listed({ status: null })).toContain(closed);
    const { data } = await client.send(
      `query ($id: ID!, $union: ID!) { organization(id: $id) { status }
        union: organization(id: $union) { children(first: 100) { edges { node { id } } } } }`,
      { id: closed, union },
    );
    expect(data.organization).toEqual({ status: 'CLOSED' });
    expect(data.union.children.edges.map(({ node }: any) => node.id)).not.toContain(closed);
  });

  it('is not acted in any more', async () => {
    const before = await rowCounts();
    const names = [{ locale: 'ru', name: 'Имя' }];

    const answers = [
      await close(chief, closed),
      await act(chief, 'renameOrganization', { organizationId: closed, names }, '__typename'),
      await act(chief, 'updateOrganization', { organizationId: closed, languages: ['ru'] }, '__typename'),
      await act(chief, 'moveOrganization', { organizationId: closed, line: 'SECTORAL', parentId: union }, '__typename'),
      await act(
        chief,
        'createOrganization',
        { kind: 'PRIMARY_ORGANIZATION', names, sectoralParentId: closed },
        '__typename',
      ),
      await act(
        chief,
        'reportMemberCount',
        { organizationId: closed, countedOn: '2026-01-01', members: 5 },
        '__typename',
      ),
      await close(chief, await branchBelow(union), closed),
    ];

    for (const answer of answers) expect(answer).toBeRefusedWith('OrganizationClosed');
    expect(written(before, await rowCounts())).toMatchObject({ organization: 1 });
    expect(written(before, await rowCounts()).audit_entry).toBeUndefined();
  });
});

describe('who may not close', () => {
  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', federation), 'FORBIDDEN'],
    [
      'the officer of another union',
      async () => newHolder('ORGANIZATION_OFFICER', await newOrganization({ kind: 'SECTORAL_UNION' })),
      'OrganizationNotFound',
    ],
  ])('%s', async (_, somebody, code) => {
    const closing = await branchBelow(union);
    const who = await somebody();
    const before = await rowCounts();

    expect(await close(who, closing)).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('an officer of it who does not manage the successor', async () => {
    const [closing, successor] = [await branchBelow(union), await branchBelow(union)];
    const officer = await newHolder('ORGANIZATION_OFFICER', closing);

    const answer = await close(officer, closing, successor);

    expect(answer).toBeRefusedWith('OrganizationNotFound');
    expect(answer.data.closeOrganization.errors[0].path).toEqual(['successorId']);
  });
});

describe('two chiefs who close it at the same time', () => {
  it('close it once: the other is told', async () => {
    const [closing, successor] = [await branchBelow(union), await branchBelow(union)];
    const member = await newMember(closing);

    const answers = await Promise.all([close(chief, closing, successor), close(chief, closing, successor)]);

    const reasons = answers.flatMap(({ data }) => data.closeOrganization.errors.map((error: any) => error.__typename));
    expect(reasons).toEqual(['OrganizationClosed']);
    expect(await membershipsOf(member)).toHaveLength(2);
  });
});
