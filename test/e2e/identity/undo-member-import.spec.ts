import { workerDatabase } from '../../support/database.js';
import {
  act,
  kazakhNumber,
  newHolder,
  newOrganization,
  ownName,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';
import {
  applyImport,
  importList,
  openImport,
  readImport,
  rowsOf,
  sendList,
  settled,
  undoImport,
} from '../../support/import.world.js';

let branch: string;
let officer: Someone;

beforeAll(async () => {
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH' });
  officer = await newHolder('ORGANIZATION_OFFICER', branch);
});

function listOf(count: number): string {
  const rows = Array.from({ length: count }, () => {
    const { familyName, givenName } = ownName();
    return `${familyName},${givenName},${kazakhNumber('1990-05-17')}`;
  });
  return ['Surname,Name,IIN', ...rows].join('\n');
}

describe('an officer who undoes an import', () => {
  it('finds everybody gone whom it brought, and what was there before untouched', async () => {
    const before = await rowCounts();
    const list = await importList(officer, branch, listOf(12));
    expect(list.membershipsAdded).toBe(12);

    expect(await undoImport(officer, list.id)).toSucceed();

    expect(await settled(officer, list.id, ['UNDONE'])).toMatchObject({ membershipsKept: 0, undoableUntil: null });
    const after = written(before, await rowCounts());
    expect(after).toMatchObject({ member_import: 1, member_import_row: 12 });
    expect(['person', 'membership', 'national_number'].filter((table) => table in after)).toEqual([]);
    expect(await undoImport(officer, list.id)).toSucceed();
  });

  it('keeps whom somebody uses meanwhile, and tells how many', async () => {
    const own = await newOrganization({ sectoralParentId: branch });
    const list = await importList(officer, own, listOf(3));
    const database = await workerDatabase();
    const members = await database.query(
      'SELECT id, person_id AS "personId" FROM membership WHERE organization_id = $1',
      [own],
    );
    const office = { organizationId: own, personId: members[0].personId, roleCode: 'TECH_INSP', basis: 'ELECTED' };
    expect(await act(officer, 'recordMandate', { ...office, startedOn: '2025-01-01' }, 'mandate { id }')).toSucceed();
    expect(await act(officer, 'endMembership', { membershipId: members[1].id }, 'membership { id }')).toSucceed();

    await undoImport(officer, list.id);

    expect(await settled(officer, list.id, ['UNDONE'])).toMatchObject({ membershipsKept: 2 });
    const left = await database.query('SELECT id FROM membership WHERE organization_id = $1', [own]);
    expect(left.map(({ id }: { id: string }) => id).sort()).toEqual([members[0].id, members[1].id].sort());
  });

  it('is told that a day has passed, by the clock of the database', async () => {
    const list = await importList(officer, branch, listOf(1));
    await (await workerDatabase()).query(
      `UPDATE member_import SET applied_at = now() - interval '24 hours' WHERE id = $1`,
      [list.id],
    );

    expect(await undoImport(officer, list.id)).toBeRefusedWith('MemberImportSettled');
    expect(await readImport(officer, list.id)).toMatchObject({ status: 'APPLIED', membershipsAdded: 1 });
  });
});

describe('nobody else', () => {
  const others = async (): Promise<[string, Someone | null][]> => [
    ['NotSignedIn', null],
    ['an officer of another branch', await newHolder('ORGANIZATION_OFFICER', await newOrganization())],
    [
      'whose right ran out',
      await newHolder('ORGANIZATION_OFFICER', branch, {
        validFrom: `now() - interval '2 days'`,
        validTo: `now() - interval '1 day'`,
      }),
    ],
    ['who reads members and keeps none', await newHolder('PERSONAL_DATA_OFFICER', branch)],
  ];

  it('opens, applies or undoes an import there, or reads its rows; and nothing is written', async () => {
    const { id } = await sendList(officer, branch, listOf(2));
    for (const [, who] of await others()) {
      const before = await rowCounts();
      const answers = [await openImport(who, branch), await applyImport(who, id), await undoImport(who, id)];
      for (const { data, errors } of answers) {
        const codes = errors.map(({ extensions }) => extensions.code);
        const names = Object.values(
          (data ?? {}) as Record<string, { errors: { __typename: string }[] } | null>,
        ).flatMap((payload) => payload?.errors.map(({ __typename }) => __typename) ?? []);
        expect(['FORBIDDEN', 'UNAUTHENTICATED', 'MemberImportNotFound']).toContain([...codes, ...names].join());
      }
      await expect(rowsOf(who, id)).rejects.toThrow();
      expect(written(before, await rowCounts())).toEqual({});
    }
    expect(await readImport(officer, id)).toMatchObject({ status: 'READY' });
  });

  it('is linked to a stranger by knowing their number: the row stays out, and says no name', async () => {
    const number = kazakhNumber('1988-08-08');
    const elsewhere = await newOrganization();
    const keeper = await newHolder('ORGANIZATION_OFFICER', elsewhere);
    await importList(keeper, elsewhere, `Surname,Name,IIN\nFirst,Person,${number}`);

    const list = await sendList(officer, branch, `Surname,Name,IIN\nFirst,Person,${number}`);

    expect(list.counts).toEqual({ new: 0, match: 0, duplicate: 1, error: 0 });
    expect(await rowsOf(officer, list.id)).toMatchObject([
      { outcome: 'DUPLICATE', knownPerson: null, problems: [{ fault: 'NUMBER_OF_ANOTHER', column: null }] },
    ]);
  });
});
