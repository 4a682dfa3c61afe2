import { randomUUID } from 'node:crypto';
import { client } from '../../support/client.js';
import { newOrganization, newSomeone } from '../../support/identity.world.js';
import { statementsOf } from '../../support/query-count.js';

let federation: string;
let union: string;
let center: string;
let branch: string;
let primary: string;
let otherUnion: string;

/** A federation with two unions and a center; a branch that answers to both lines, and a primary below it. */
beforeAll(async () => {
  federation = await newOrganization({
    kind: 'FEDERATION',
    names: { ru: 'Федерация профсоюзов', kk: 'Кәсіподақтар федерациясы' },
  });
  union = await newOrganization({
    kind: 'SECTORAL_UNION',
    sectoralParentId: federation,
    sectorCodes: ['ENRG', 'COAL'],
    names: { ru: 'Профсоюз энергетиков' },
  });
  center = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union, territorialParentId: center });
  primary = await newOrganization({ sectoralParentId: branch });
  otherUnion = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation, countryCode: 'UZ' });
});

const list = async (filter: object, page: object = {}) => {
  const answer = await client.send(
    `query ($filter: OrganizationFilter, $first: Int, $after: String) {
      organizations(filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
    { filter, first: 100, ...page },
  );
  expect(answer).toSucceed();
  const { edges, ...rest } = answer.data.organizations;
  return { ...rest, ids: edges.map(({ node }: { node: { id: string } }) => node.id) };
};

describe('anybody', () => {
  it('finds everything below an organization, over either line, itself not among it', async () => {
    expect((await list({ below: federation })).ids).toEqual([union, center, branch, primary, otherUnion]);
    expect((await list({ below: center })).ids).toEqual([branch, primary]);
    expect((await list({ below: union })).ids).toEqual([branch, primary]);
    expect((await list({ below: primary })).ids).toEqual([]);
    expect((await list({ below: randomUUID() })).ids).toEqual([]);
  });

  it('narrows the list by kind, country and sector, all at once', async () => {
    const below = federation;

    expect((await list({ below, kinds: ['SECTORAL_UNION'] })).ids).toEqual([union, otherUnion]);
    expect((await list({ below, countryCodes: ['UZ'] })).ids).toEqual([otherUnion]);
    expect((await list({ below, sectorCodes: ['COAL', 'OIL'] })).ids).toEqual([union]);
    expect((await list({ below, kinds: ['SECTORAL_UNION'], countryCodes: ['UZ'], sectorCodes: ['COAL'] })).ids).toEqual(
      [],
    );
    expect((await list({ below, kinds: [], countryCodes: null })).totalCount).toBe(5);
  });

  it('leafs through the list page by page and sees each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await list({ below: federation }, { first: 2, after });
      seen.push(...page.ids);
      after = page.pageInfo.endCursor;
      expect(page.pageInfo.hasNextPage).toBe(pages < 2);
      expect(page.totalCount).toBe(5);
    }

    expect(seen).toEqual([union, center, branch, primary, otherUnion]);
  });

  it.each<[object, string]>([
    [{ first: 0 }, 'no page'],
    [{ first: 101 }, 'too long a page'],
    [{ after: 'bm9uZQ' }, 'a made-up cursor'],
    [{ after: Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url') }, 'a forged cursor'],
  ])('is told that %j is wrong: %s', async (page) => {
    const answer = await client.send(
      'query ($first: Int, $after: String) { organizations(first: $first, after: $after) { edges { cursor } } }',
      { first: 20, ...page },
    );

    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });

  it('reads one organization with all that stands round it', async () => {
    const { data } = await client.send(
      `query ($id: ID!) { organization(id: $id) { kind timeZone defaultLocale source country { code } sectors { code }
        sectoralParent { id } territorialParent { id } children { totalCount edges { node { id } } } } }`,
      { id: branch },
    );

    expect(data.organization).toEqual({
      kind: 'REGIONAL_BRANCH',
      timeZone: 'Asia/Almaty',
      defaultLocale: 'kk',
      source: null,
      country: { code: 'KZ' },
      sectors: [],
      sectoralParent: { id: union },
      territorialParent: { id: center },
      children: { totalCount: 1, edges: [{ node: { id: primary } }] },
    });
  });

  it.each([
    ['ru', 'Федерация профсоюзов', 'ru'],
    ['kk, ru;q=0.5', 'Кәсіподақтар федерациясы', 'kk'],
    ['ja', 'Кәсіподақтар федерациясы', 'kk'],
  ])('who reads %s sees the name %s', async (language, name, nameLocale) => {
    const { data } = await client.send(
      'query ($id: ID!) { organization(id: $id) { name nameLocale inRussian: name(locale: "ru-KZ") } }',
      { id: federation },
      { 'accept-language': language },
    );

    expect(data.organization).toEqual({ name, nameLocale, inRussian: 'Федерация профсоюзов' });
  });

  it('finds nothing by an id that is none, or is of something else', async () => {
    const { personId } = await newSomeone();

    for (const id of ['1', '', randomUUID(), personId]) {
      const { data } = await client.send('query ($id: ID!) { organization(id: $id) { id } node(id: $id) { id } }', {
        id,
      });
      expect(data).toEqual({ organization: null, node: null });
    }
  });

  it('finds an organization again by its id alone', async () => {
    const { data } = await client.send(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Organization { kind } } }',
      { id: union },
    );

    expect(data.node).toEqual({ __typename: 'Organization', id: union, kind: 'SECTORAL_UNION' });
  });
});

describe('a list', () => {
  it('costs no more statements when it is longer', async () => {
    const big = await newOrganization({ kind: 'SECTORAL_UNION' });
    for (let count = 0; count < 12; count += 1) {
      const child = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: big });
      for (let more = 0; more < count % 3; more += 1) await newOrganization({ sectoralParentId: child });
    }
    const read = (first: number) =>
      client.send(
        `query ($below: ID!, $first: Int!) { organizations(filter: { below: $below }, first: $first) { edges { node {
          name nameLocale country { code } sectors { code } sectoralParent { name } territorialParent { name }
          children(first: 2) { totalCount pageInfo { hasNextPage } edges { node { name children { edges { node { id } } } } } } } } } }`,
        { below: big, first },
      );

    await read(1);
    const [short, long] = [await read(2), await read(24)];

    expect(long).toSucceed();
    expect(long.data.organizations.edges).toHaveLength(24);
    expect(statementsOf(long)).toBeLessThanOrEqual(statementsOf(short));
  });

  it.each(['ru', 'uz', 'kk', 'en, ru;q=0.5'])(
    'names all as each alone, in one statement, for who reads %s',
    async (language) => {
      const top = await newOrganization({ kind: 'FEDERATION' });
      const below = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: top });
      const fields = 'id name nameLocale sectoralParent { id name nameLocale } territorialParent { id }';
      const list = () =>
        client.send(
          `query ($top: ID!) { organizations(filter: { below: $top }) { edges { node { ${fields} } } } }`,
          { top },
          { 'accept-language': language },
        );

      await list();
      const listed = await list();
      const alone = await client.send(
        `query ($id: ID!) { organization(id: $id) { ${fields} } }`,
        { id: below },
        { 'accept-language': language },
      );

      expect(listed.data.organizations.edges).toEqual([{ node: alone.data.organization }]);
      expect(statementsOf(listed)).toBe(1);
    },
  );
});
