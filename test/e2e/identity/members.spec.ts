import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  newHolder,
  newMember,
  newOrganization,
  newPerson,
  newSomeone,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';
import { statementsOf } from '../../support/query-count.js';

let union: string;
let branch: string;
let primary: string;
let officer: Someone;

beforeAll(async () => {
  union = await newOrganization({ kind: 'SECTORAL_UNION' });
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  primary = await newOrganization({ sectoralParentId: branch });
  officer = await newHolder('ORGANIZATION_OFFICER', union);
  const named = async (organizationId: string, familyName: string) =>
    newMember(organizationId, await newPerson({ familyName, givenName: 'Айгүл' }));
  for (const familyName of ['Яковлева', 'Әлиева', 'Жанова']) await named(branch, familyName);
  for (const familyName of ['Бекова', 'Ёлкина']) await named(primary, familyName);
});

const read = (who: Asker, id: string, args: string) =>
  client.as(who).send(
    `query ($id: ID!) { organization(id: $id) { members(${args}) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { endedOn organization { id } person { familyName } } } } } }`,
    { id },
  );

const namesOf = async (who: Asker, id: string, args: string) => {
  const answer = await read(who, id, args);
  expect(answer).toSucceed();
  return answer.data.organization.members?.edges.map(({ node }: any) => node.person.familyName) ?? null;
};

/** 510 organizations below this one, and so many members of one family spread over them, named by numbers. */
async function fill(organizationId: string, members: number, familyName: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(
    `WITH made AS (
       INSERT INTO organization (id, kind, country_code, time_zone, default_locale, sectoral_parent_id)
       SELECT gen_random_uuid(), 'PRIMARY_ORGANIZATION', 'KZ', 'Asia/Almaty', 'kk', $1 FROM generate_series(1, 510)
       RETURNING id),
     named AS (INSERT INTO organization_name (organization_id, locale, name) SELECT id, 'kk', 'Ұйым ' || id FROM made)
     INSERT INTO organization_closure (ancestor_id, descendant_id) SELECT $1, id FROM made UNION ALL SELECT id, id FROM made`,
    [organizationId],
  );
  const persons = await database.query(
    `INSERT INTO person (id, family_name, given_name) SELECT gen_random_uuid(), $2, lpad(n::text, 5, '0')
     FROM generate_series(1, $1::int) n RETURNING id`,
    [members, familyName],
  );
  await database.query(
    `INSERT INTO membership (id, organization_id, person_id, started_on)
     SELECT gen_random_uuid(), place.id, person.id, current_date
     FROM (SELECT id, row_number() OVER (ORDER BY id) % 510 AS n FROM unnest($2::uuid[]) id) person
     JOIN (SELECT id, row_number() OVER (ORDER BY id) % 510 AS n FROM organization WHERE sectoral_parent_id = $1) place USING (n)`,
    [organizationId, persons.map(({ id }: { id: string }) => id)],
  );
}

describe('the members of an organization', () => {
  it('are read by name, as the alphabets of the region have it', async () => {
    expect(await namesOf(officer, branch, 'first: 10')).toEqual(['Әлиева', 'Жанова', 'Яковлева']);
  });

  it('are read with all below it when asked for, in one order', async () => {
    expect(await namesOf(officer, branch, 'first: 10, includeBelow: true')).toEqual([
      'Әлиева',
      'Бекова',
      'Ёлкина',
      'Жанова',
      'Яковлева',
    ]);
    expect(await namesOf(officer, union, 'first: 10')).toEqual([]);
  });

  it.each(['first: 2', 'first: 2, includeBelow: true'])('are leafed through page by page: %s', async (args) => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 10; page += 1) {
      const { data } = await read(officer, branch, `${args}${after}`);
      const { edges, pageInfo, totalCount } = data.organization.members;
      seen.push(...edges.map(({ node }: any) => node.person.familyName));
      expect(totalCount).toBe(args.includes('Below') ? 5 : 3);
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(
      args.includes('Below') ? ['Әлиева', 'Бекова', 'Ёлкина', 'Жанова', 'Яковлева'] : ['Әлиева', 'Жанова', 'Яковлева'],
    );
  });

  it.each([
    ['early', 1_200, 'Ааа'],
    ['late', 600, 'Яяя'],
  ])(
    'of many organizations are read in the same order when their names come %s among all',
    async (_, count, family) => {
      const big = await newOrganization({ kind: 'SECTORAL_UNION' });
      // More than are looked through come before those whose names come late.
      if (family === 'Яяя') await fill(await newOrganization({ kind: 'SECTORAL_UNION' }), 1_200, 'Бббб');
      await fill(big, count, family);
      const chief = await newHolder('ORGANIZATION_OFFICER', big);
      const ask = async (after: string | null) => {
        const { data } = await client.as(chief).send(
          `query ($id: ID!, $after: String) { organization(id: $id) { members(first: 3, after: $after, includeBelow: true) {
          totalCount pageInfo { endCursor } edges { node { person { givenName } } } } } }`,
          { id: big, after },
        );
        return data.organization.members;
      };

      const first = await ask(null);
      const second = await ask(first.pageInfo.endCursor);

      expect(first.totalCount).toBe(count);
      const names = [...first.edges, ...second.edges].map(({ node }: any) => node.person.givenName);
      expect(names).toEqual(['00001', '00002', '00003', '00004', '00005', '00006']);
    },
  );

  it('below it are counted again only after somebody came or went, or the tree changed', async () => {
    const top = await newOrganization({ kind: 'SECTORAL_UNION' });
    const chief = await newHolder('ORGANIZATION_OFFICER', top);
    const place = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: top });
    const other = await newOrganization({ kind: 'REGIONAL_BRANCH' });
    const count = async () => {
      const answer = await client
        .as(chief)
        .send('query ($id: ID!) { organization(id: $id) { members(first: 1, includeBelow: true) { totalCount } } }', {
          id: top,
        });
      return { members: answer.data.organization.members.totalCount, statements: statementsOf(answer) };
    };

    const person = await newMember(place);
    await newMember(other);
    const [first, second] = [await count(), await count()];
    expect([first.members, second.members]).toEqual([1, 1]);
    expect(second.statements).toBe(first.statements - 1);

    await newMember(place);
    expect((await count()).members).toBe(2);
    const database = await workerDatabase();
    await database.query('UPDATE membership SET ended_on = current_date WHERE person_id = $1', [person]);
    expect((await count()).members).toBe(1);
    await database.query('INSERT INTO organization_closure (ancestor_id, descendant_id) VALUES ($1, $2)', [top, other]);
    expect((await count()).members).toBe(2);
  });

  it('cost no more statements when there are more of them', async () => {
    const document = `query ($id: ID!, $first: Int!) { organization(id: $id) { children { edges { node {
      name members(first: $first) { totalCount edges { node { person { fullName bornOn nationalNumbers { masked }
        memberships { organization { name } } mandates { id } } } } } } } } } }`;
    const ask = (first: number) => client.as(officer).send(document, { id: union, first });

    const [short, long] = [await ask(1), await ask(50)];

    expect(long).toSucceed();
    expect(statementsOf(long)).toBeLessThanOrEqual(statementsOf(short));
  });

  it.each<[string, () => Promise<Asker>]>([
    ['nobody', async () => null],
    [
      'a member of it',
      async () => {
        const member = await newSomeone();
        await newMember(branch, member.personId);
        return member;
      },
    ],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', union)],
    ['an officer of another union', async () => newHolder('ORGANIZATION_OFFICER', await newOrganization())],
    ['an officer of what stands below it', () => newHolder('ORGANIZATION_OFFICER', primary)],
  ])('are not read by %s', async (_, somebody) => {
    const who = await somebody();

    expect(await namesOf(who, branch, 'first: 10')).toBeNull();
    expect(await namesOf(who, branch, 'first: 10, includeBelow: true')).toBeNull();
  });

  it('are read without those below by who reads it alone', async () => {
    const reader = await newHolder('PERSONAL_DATA_OFFICER', primary, { scope: 'SELF' });

    expect(await namesOf(reader, primary, 'first: 10')).toEqual(['Бекова', 'Ёлкина']);
    expect(await namesOf(reader, primary, 'first: 10, includeBelow: true')).toBeNull();
  });
});

describe('a membership', () => {
  const end = (who: Asker, membershipId: string, endedOn?: string) =>
    act(who, 'endMembership', { membershipId, endedOn }, 'membership { endedOn person { id } }');
  const addMembership = (who: Asker, organizationId: string, personId: string, startedOn?: string) =>
    act(
      who,
      'addMembership',
      { organizationId, personId, startedOn },
      'membership { id startedOn organization { id } }',
    );
  const membershipOf = async (personId: string) => {
    const [row] = await (await workerDatabase()).query('SELECT id FROM membership WHERE person_id = $1', [personId]);
    return row.id as string;
  };

  it('ends today, once, and stays in the books', async () => {
    const place = await newOrganization({ sectoralParentId: branch });
    const person = await newMember(place);
    const id = await membershipOf(person);
    const before = await rowCounts();

    const first = await end(officer, id);
    const second = await end(officer, id);

    expect(first).toSucceed();
    expect(second.data).toEqual(first.data);
    expect(written(before, await rowCounts())).toEqual({ audit_entry: 2 });
    expect(await namesOf(officer, place, 'first: 5')).toEqual([]);
    expect(await namesOf(officer, place, 'first: 5, includeEnded: true')).toEqual(['Omarov']);
  });

  it.each<[string, string, string]>([
    ['to come', '2199-01-01', 'DayInFuture'],
    ['before it began', '2000-01-01', 'EndsBeforeStart'],
  ])('does not end on a day %s', async (_, day, reason) => {
    const id = await membershipOf(await newMember(primary));
    const before = await rowCounts();

    expect(await end(officer, id, day)).toBeRefusedWith(reason);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('in a second organization is given by who sees the person already', async () => {
    const other = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
    const person = await newMember(primary);

    const answer = await addMembership(officer, other, person);

    expect(answer.data.addMembership.membership.organization).toEqual({ id: other });
    expect(await addMembership(officer, other, person)).toBeRefusedWith('AlreadyMember');
  });

  it('is not given to somebody whom the officer does not see: it would be a way to see them', async () => {
    const foreign = await newMember(await newOrganization());
    const alone = await newPerson();
    const before = await rowCounts();

    expect(await addMembership(officer, primary, foreign)).toBeRefusedWith('PersonUnknown');
    expect(await addMembership(officer, primary, alone)).toBeRefusedWith('PersonUnknown');
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is given once by twenty officers at the same time', async () => {
    const other = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
    const person = await newMember(primary);
    const before = await rowCounts();

    const answers = await Promise.all(Array.from({ length: 20 }, () => addMembership(officer, other, person)));

    const reasons = answers.flatMap(({ data }) => data.addMembership.errors.map((error: any) => error.__typename));
    expect(reasons).toEqual(Array(19).fill('AlreadyMember'));
    expect(written(before, await rowCounts())).toEqual({ membership: 1, audit_entry: 1 });
  });

  it('keeps its place in the list when the person gets another name', async () => {
    const place = await newOrganization({ sectoralParentId: branch });
    const person = await newMember(place, await newPerson({ familyName: 'Абаева' }));
    await newMember(place, await newPerson({ familyName: 'Белова' }));
    await (await workerDatabase()).query(`UPDATE person SET family_name = 'Эмина' WHERE id = $1`, [person]);

    expect(await namesOf(officer, place, 'first: 5')).toEqual(['Белова', 'Эмина']);
  });

  it.each<[string, () => Promise<Asker>, string, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN', 'FORBIDDEN'],
    ['who only reads members', () => newHolder('PERSONAL_DATA_OFFICER', union), 'FORBIDDEN', 'FORBIDDEN'],
    [
      'an officer of another union',
      async () => newHolder('ORGANIZATION_OFFICER', await newOrganization()),
      'MembershipNotFound',
      'OrganizationNotFound',
    ],
  ])('is neither ended nor given by %s', async (_, somebody, endCode, addCode) => {
    const person = await newMember(primary);
    const id = await membershipOf(person);
    const who = await somebody();
    const before = await rowCounts();

    expect(await end(who, id)).toBeRefusedWith(endCode);
    expect(await addMembership(who, branch, person)).toBeRefusedWith(addCode);
    expect(written(before, await rowCounts())).toEqual({});
  });
});
