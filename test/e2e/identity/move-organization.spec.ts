import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  newHolder,
  newOrganization,
  newSomeone,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';

let federation: string;
let union: string;
let otherUnion: string;
let center: string;
let chief: Someone;

beforeAll(async () => {
  federation = await newOrganization({ kind: 'FEDERATION' });
  union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  otherUnion = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  center = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
  chief = await newHolder('FEDERATION_ADMIN', federation);
});

const branchBelow = (sectoralParentId: string) => newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId });

const move = (who: Asker, organizationId: string, line: 'SECTORAL' | 'TERRITORIAL', parentId: string | null) =>
  act(
    who,
    'moveOrganization',
    { organizationId, line, parentId },
    'organization { id sectoralParent { id } territorialParent { id } }',
  );

const idsAbove = async (id: string): Promise<string[]> => {
  const rows = await (await workerDatabase()).query(
    'SELECT ancestor_id AS id FROM organization_closure WHERE descendant_id = $1 ORDER BY ancestor_id',
    [id],
  );
  return rows.map((row: { id: string }) => row.id);
};

describe('an organization that moves', () => {
  it('takes everything below it along', async () => {
    const branch = await branchBelow(union);
    const primary = await newOrganization({ sectoralParentId: branch });
    const before = await rowCounts();

    const answer = await move(chief, branch, 'SECTORAL', otherUnion);

    expect(answer).toSucceed();
    expect(answer.data.moveOrganization.organization.sectoralParent).toEqual({ id: otherUnion });
    expect(await idsAbove(primary)).toEqual([federation, otherUnion, branch, primary].sort());
    expect(written(before, await rowCounts())).toEqual({ audit_entry: 1 });
  });

  it('keeps its other line, and those above it there', async () => {
    const branch = await branchBelow(union);
    await move(chief, branch, 'TERRITORIAL', center);

    await move(chief, branch, 'SECTORAL', null);

    expect(await idsAbove(branch)).toEqual([federation, center, branch].sort());
  });

  it('is acted in from its new place at once, and from its old one no more', async () => {
    const branch = await branchBelow(union);
    const below = await branchBelow(branch);
    const officer = await newHolder('ORGANIZATION_OFFICER', union);
    const newOfficer = await newHolder('ORGANIZATION_OFFICER', otherUnion);
    const rename = (who: Someone) =>
      act(who, 'renameOrganization', { organizationId: below, names: [{ locale: 'ru', name: 'Имя' }] }, '__typename');
    expect(await rename(officer)).toSucceed();

    await move(chief, branch, 'SECTORAL', otherUnion);

    expect(await rename(officer)).toBeRefusedWith('OrganizationNotFound');
    expect(await rename(newOfficer)).toSucceed();
  });

  it('does not go below itself, nor below anybody below it, and the circle is named', async () => {
    const [top, middle] = await (async () => {
      const first = await branchBelow(union);
      return [first, await branchBelow(first)] as const;
    })();
    const bottom = await branchBelow(middle);
    const before = await rowCounts();

    const answer = await client.as(chief).send(
      `mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) {
        organization { id } errors { __typename ... on MoveMakesCircle { path message circle { id } } } } }`,
      { input: { organizationId: top, line: 'SECTORAL', parentId: bottom } },
    );

    expect(answer).toBeRefusedWith('MoveMakesCircle');
    expect(answer.data.moveOrganization.errors[0]).toMatchObject({
      path: ['parentId'],
      circle: [{ id: top }, { id: middle }, { id: bottom }],
    });
    expect(await move(chief, top, 'SECTORAL', top)).toBeRefusedWith('MoveMakesCircle');
    expect(written(before, await rowCounts())).toEqual({});
    expect(await idsAbove(bottom)).toEqual([federation, union, top, middle, bottom].sort());
  });

  it('does not go where its kind does not stand, nor off both lines', async () => {
    const branch = await branchBelow(union);
    const before = await rowCounts();

    expect(await move(chief, branch, 'SECTORAL', federation)).toBeRefusedWith('CannotStandBelow');
    expect(await move(chief, branch, 'TERRITORIAL', union)).toBeRefusedWith('CannotStandBelow');
    expect(await move(chief, branch, 'SECTORAL', null)).toBeRefusedWith('ParentNeeded');
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', federation), 'FORBIDDEN'],
    ['who manages its old place only', () => newHolder('ORGANIZATION_OFFICER', union), 'OrganizationNotFound'],
    ['who manages its new place only', () => newHolder('ORGANIZATION_OFFICER', otherUnion), 'OrganizationNotFound'],
  ])('is not moved by %s', async (_, somebody, code) => {
    const branch = await branchBelow(union);
    const who = await somebody();
    const before = await rowCounts();

    expect(await move(who, branch, 'SECTORAL', otherUnion)).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
    expect(await idsAbove(branch)).toEqual([federation, union, branch].sort());
  });
});

describe('two moves at the same time', () => {
  it('that would make a circle together: one wins, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await branchBelow(union), await branchBelow(union)];

      const answers = await Promise.all([move(chief, a, 'SECTORAL', b), move(chief, b, 'SECTORAL', a)]);

      const reasons = answers.flatMap(({ data }) => data.moveOrganization.errors.map((error: any) => error.__typename));
      expect(reasons).toEqual(['MoveMakesCircle']);
      const above = [await idsAbove(a), await idsAbove(b)].map((ids) => ids.length).sort();
      expect(above).toEqual([3, 4]);
    }
  });

  it('of one organization to twenty places: it stands in one of them, whole', async () => {
    const branch = await branchBelow(union);
    const places = await Promise.all(Array.from({ length: 20 }, () => branchBelow(union)));
    const primary = await newOrganization({ sectoralParentId: branch });

    const answers = await Promise.all(places.map((parent) => move(chief, branch, 'SECTORAL', parent)));

    const { data } = await client.send('query ($id: ID!) { organization(id: $id) { sectoralParent { id } } }', {
      id: branch,
    });
    const parent = data.organization.sectoralParent.id as string;
    for (const answer of answers) expect(answer).toSucceed();
    expect(places).toContain(parent);
    expect(await idsAbove(primary)).toEqual([federation, union, parent, branch, primary].sort());
  });

  it('of a branch and a new organization below it: the new one stands where the branch went', async () => {
    for (let round = 0; round < 5; round += 1) {
      const branch = await branchBelow(union);
      const create = act(
        chief,
        'createOrganization',
        { kind: 'PRIMARY_ORGANIZATION', names: [{ locale: 'ru', name: 'Первичка' }], sectoralParentId: branch },
        'organization { id }',
      );

      const [created] = await Promise.all([create, move(chief, branch, 'SECTORAL', otherUnion)]);

      const { id } = created.data.createOrganization.organization;
      expect(await idsAbove(id)).toEqual([federation, otherUnion, branch, id].sort());
    }
  });
});
