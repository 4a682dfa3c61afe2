import { client } from '../../support/client.js';
import { act, newHolder, newOrganization, type Someone } from '../../support/identity.world.js';

const NAMES: Record<string, Record<string, string>> = {
  energy: {
    ru: 'Отраслевой профсоюз энергетиков',
    kk: 'Энергетиктердің салалық кәсіподағы',
    uz: 'Energetiklar kasaba uyushmasi',
  },
  service: { ru: 'Профсоюз «Қызмет»', kk: '«Қызмет» кәсіподағы' },
  teachers: { uz: 'Taʼlim va fan xodimlari kasaba uyushmasi', ru: 'Профсоюз работников образования' },
  builders: { 'uz-Cyrl': 'Қурувчилар касаба уюшмаси' },
  oldest: { ru: 'Первый учёт' },
};

const ids: Record<string, string> = {};
let federation: string;
let chief: Someone;

beforeAll(async () => {
  federation = await newOrganization({ kind: 'FEDERATION' });
  chief = await newHolder('FEDERATION_ADMIN', federation);
  for (const [key, names] of Object.entries(NAMES)) ids[key] = await enter(names);
});

async function enter(names: Record<string, string>): Promise<string> {
  const list = Object.entries(names).map(([locale, name]) => ({ locale, name }));
  const input = { kind: 'SECTORAL_UNION', names: list, sectoralParentId: federation };
  const { data } = await act(chief, 'createOrganization', input, 'organization { id }');
  return data.createOrganization.organization.id;
}

const found = async (text: string, page: object = {}) => {
  const answer = await client.send(
    `query ($filter: OrganizationFilter, $first: Int, $after: String) {
      organizations(filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { endCursor hasNextPage } edges { node { id } } } }`,
    { filter: { text, below: federation }, first: 100, ...page },
  );
  expect(answer).toSucceed();
  const { edges, ...rest } = answer.data.organizations;
  return { ...rest, ids: edges.map(({ node }: any) => node.id) as string[] };
};

describe('somebody who looks for an organization', () => {
  it.each([
    ['энергетиков', 'energy', 'by a word of its name'],
    ['ЭНЕРГ', 'energy', 'by the beginning, in capitals'],
    ['energetiklar', 'energy', 'in another language'],
    ['енергетиков', 'energy', 'with another first letter'],
    ['энергтиков', 'energy', 'with a letter lost'],
    ['энегретиков', 'energy', 'with two letters swapped'],
    ['салалык касиподагы', 'energy', 'on a Russian keyboard'],
    ['кызмет', 'service', 'without the Kazakh letter'],
    ['qyzmet', 'service', 'in Latin letters'],
    ["ta'lim", 'teachers', 'with a plain apostrophe'],
    ['таълим ходимлари', 'teachers', 'in Cyrillic letters'],
    ['quruvchilar', 'builders', 'in Latin letters'],
    ['учет', 'oldest', 'without ё'],
  ])('finds it by “%s”: %s %s', async (text, key) => {
    expect((await found(text)).ids).toContain(ids[key]);
  });

  it.each(['сварщики', 'энергетиков сварщики', '!!!', 'C155'])('finds nothing by “%s”', async (text) => {
    expect(await found(text)).toMatchObject({ ids: [], totalCount: 0 });
  });

  it('gets all with a blank box', async () => {
    expect((await found('  ')).totalCount).toBe(5);
  });

  it('gets whole words before beginnings before slips, page by page', async () => {
    const slip = await enter({ ru: 'Шахтёра союз' });
    const begun = await enter({ ru: 'Шахтёрский союз' });
    const whole = await enter({ ru: 'Союз шахтёр' });

    const first = await found('шахтёр', { first: 2 });
    const second = await found('шахтёр', { first: 2, after: first.pageInfo.endCursor });

    expect(first.totalCount).toBe(3);
    expect([...first.ids, ...second.ids]).toEqual([whole, slip, begun]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('finds a renamed one by its new name and no more by its old', async () => {
    const id = await enter({ ru: 'Союз рыбаков' });
    await act(
      chief,
      'renameOrganization',
      { organizationId: id, names: [{ locale: 'ru', name: 'Союз лесников' }] },
      '__typename',
    );

    expect((await found('лесников')).ids).toEqual([id]);
    expect((await found('рыбаков')).ids).toEqual([]);
  });

  it('is told when the text is too long', async () => {
    const answer = await client.send(
      'query ($text: String) { organizations(filter: { text: $text }) { totalCount } }',
      { text: 'а'.repeat(201) },
    );
    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });
});
