import { type Asker, client } from '../../support/client.js';
import { act, newHolder, newOrganization, newSomeone, rowCounts, written } from '../../support/identity.world.js';

const report = (who: Asker, input: object) =>
  act(who, 'reportMemberCount', input, 'memberCount { countedOn members source reportedAt }');

const read = async (id: string, first = 20, after: string | null = null) => {
  const { data } = await client.send(
    `query ($id: ID!, $first: Int!, $after: String) { organization(id: $id) {
      memberCount { countedOn members }
      memberCounts(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { countedOn members source } } } } }`,
    { id, first, after },
  );
  return data.organization;
};

describe('the members an organization reports', () => {
  it('are those of the newest day, and all earlier reports stay readable', async () => {
    const union = await newOrganization({ kind: 'SECTORAL_UNION' });
    const officer = await newHolder('ORGANIZATION_OFFICER', union);
    const reports = [
      { countedOn: '2026-01-01', members: 619_738, source: 'Report to the plenum' },
      { countedOn: '2025-01-01', members: 600_000 },
      { countedOn: '2026-01-01', members: 619_740 },
    ];
    const before = await rowCounts();

    for (const one of reports) expect(await report(officer, { organizationId: union, ...one })).toSucceed();

    expect(written(before, await rowCounts())).toEqual({ member_count: 3, audit_entry: 3 });
    const { memberCount, memberCounts } = await read(union);
    expect(memberCount).toEqual({ countedOn: '2026-01-01', members: 619_740 });
    expect(memberCounts.edges.map(({ node }: any) => node)).toEqual([
      { countedOn: '2026-01-01', members: 619_740, source: null },
      { countedOn: '2026-01-01', members: 619_738, source: 'Report to the plenum' },
      { countedOn: '2025-01-01', members: 600_000, source: null },
    ]);
  });

  it('are read page by page', async () => {
    const union = await newOrganization({ kind: 'SECTORAL_UNION' });
    const officer = await newHolder('ORGANIZATION_OFFICER', union);
    for (let year = 2020; year < 2025; year += 1) {
      await report(officer, { organizationId: union, countedOn: `${year}-01-01`, members: year });
    }

    const first = (await read(union, 3)).memberCounts;
    const second = (await read(union, 3, first.pageInfo.endCursor)).memberCounts;

    expect(first.totalCount).toBe(5);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }: any) => node.members)).toEqual([
      2024, 2023, 2022, 2021, 2020,
    ]);
  });

  it.each<[string, object, string]>([
    ['for a day that has not come', { countedOn: '2199-01-01' }, 'DayInFuture'],
    ['below zero', { members: -1 }, 'BAD_USER_INPUT'],
    ['for no day', { countedOn: '2026-02-30' }, 'BAD_USER_INPUT'],
  ])('are not reported %s', async (_, input, code) => {
    const union = await newOrganization({ kind: 'SECTORAL_UNION' });
    const officer = await newHolder('ORGANIZATION_OFFICER', union);
    const before = await rowCounts();

    const answer = await report(officer, { organizationId: union, countedOn: '2026-01-01', members: 5, ...input });

    expect(answer).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    [
      'an officer of another union',
      async () => newHolder('ORGANIZATION_OFFICER', await newOrganization()),
      'OrganizationNotFound',
    ],
  ])('are not reported by %s', async (_, somebody, code) => {
    const union = await newOrganization({ kind: 'SECTORAL_UNION' });
    const who = await somebody();
    const before = await rowCounts();

    const answer = await report(who, { organizationId: union, countedOn: '2026-01-01', members: 5 });

    expect(answer).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });
});
