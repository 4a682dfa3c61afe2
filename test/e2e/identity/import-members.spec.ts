import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { kazakhNumber, newHolder, newOrganization, ownName, type Someone } from '../../support/identity.world.js';
import { applyImport, importList, rowsOf, sendList, settled } from '../../support/import.world.js';

let branch: string;
let primary: string;
let officer: Someone;

beforeAll(async () => {
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', names: { ru: 'Филиал связистов Алатау' } });
  primary = await newOrganization({
    sectoralParentId: branch,
    names: { ru: 'Первичка завода Алатау', kk: 'Алатау зауыты' },
  });
  officer = await newHolder('ORGANIZATION_OFFICER', branch);
});

const membersOf = async (organizationId: string) => {
  const database = await workerDatabase();
  return database.query(
    `SELECT family_name AS "familyName", given_name AS "givenName", patronymic, born_on::text AS "bornOn", email,
       started_on::text AS "startedOn", other_family_name AS "otherFamilyName"
     FROM membership JOIN person ON person.id = person_id WHERE organization_id = $1 AND ended_on IS NULL ORDER BY 1`,
    [organizationId],
  );
};

describe('an officer who sends a list of members', () => {
  it('sees what the columns were taken for, and what becomes of each row, before anybody is added', async () => {
    const own = await newOrganization({ sectoralParentId: branch });
    const number = kazakhNumber('1990-05-17');
    const [somebody, another] = [ownName(), ownName()];
    const list = [
      'Фамилия;Имя;Отчество;Familiya (lotin);Ism (lotin);Дата рождения;ИИН;E-mail;Дата вступления',
      `Юсупова;Гулнора;Бахтиёр кизи;${somebody.familyName};${somebody.givenName};17.05.1990;${number};g@odaq.example;01.02.2020`,
      `${another.familyName};${another.givenName};;;;17.13.1990;${number.slice(0, 11)};nobody;`,
      ';;;;;;;;',
      `;${another.givenName};;;;;;;`,
    ].join('\r\n');

    const read = await sendList(officer, own, list);

    expect(read).toMatchObject({
      status: 'READY',
      counts: { new: 1, match: 0, duplicate: 0, error: 2 },
      rowsTotal: 3,
      peopleAdded: 0,
      failure: null,
    });
    expect(read.columns.map(({ field }: { field: string }) => field)).toEqual([
      'FAMILY_NAME',
      'GIVEN_NAME',
      'PATRONYMIC',
      'OTHER_FAMILY_NAME',
      'OTHER_GIVEN_NAME',
      'BORN_ON',
      'PERSONAL_NUMBER',
      'EMAIL',
      'STARTED_ON',
    ]);
    expect(await rowsOf(officer, read.id)).toMatchObject([
      { number: 2, outcome: 'NEW', familyName: 'Юсупова', bornOn: '1990-05-17', startedOn: '2020-02-01', problems: [] },
      {
        number: 3,
        outcome: 'ERROR',
        problems: [
          { fault: 'NUMBER_WRONG', column: 7 },
          { fault: 'NOT_A_DAY', column: 6, message: 'This is no day. Write it as 17.05.1990.' },
          { fault: 'NOT_A_MAILBOX', column: 8 },
        ],
      },
      { number: 5, outcome: 'ERROR', problems: [{ fault: 'MISSING', column: 1 }] },
    ]);
    const [row] = await rowsOf(officer, read.id, { outcomes: ['ERROR'], language: 'kk' });
    expect(row.problems[1].message).toBe('Бұл күн емес. Мысалы, 17.05.1990 деп жазыңыз.');
    expect(await membersOf(own)).toEqual([]);
  });

  it('adds those whose rows are right, in the organizations that the rows name', async () => {
    const [one, two] = [ownName(), ownName()];
    const list = `Name,Surname,Organization\n${one.givenName},${one.familyName},АЛАТАУ ЗАУЫТЫ\n${two.givenName},${two.familyName},Nowhere\n`;

    const applied = await importList(officer, branch, list);

    expect(applied).toMatchObject({
      status: 'APPLIED',
      counts: { new: 1, match: 0, duplicate: 0, error: 1 },
      rowsDone: 2,
      peopleAdded: 1,
      membershipsAdded: 1,
    });
    expect(await membersOf(primary)).toMatchObject([one]);
    const [wrong] = await rowsOf(officer, applied.id, { outcomes: ['ERROR'] });
    expect(wrong).toMatchObject({ number: 3, problems: [{ fault: 'ORGANIZATION_UNKNOWN', column: 3 }] });
  });

  it('is shown who stands in it twice, in either script, and who is known already', async () => {
    const own = await newOrganization({ sectoralParentId: branch });
    const number = kazakhNumber('1991-01-01');
    const list = [
      'Surname,Name,Born,IIN',
      'Qodirov,Jahongir,1980-03-04,',
      'Қодиров,Жаҳонгир,04.03.1980,',
      `Ibragimov,Sanjar,,${number}`,
      `Ibragimova,Sanjara,,${number}`,
    ].join('\n');

    const first = await importList(officer, own, list);
    expect(first.counts).toEqual({ new: 2, match: 0, duplicate: 2, error: 0 });
    expect(await rowsOf(officer, first.id, { outcomes: ['DUPLICATE'] })).toMatchObject([
      { number: 3, problems: [{ fault: 'REPEATS_ROW', repeatsRow: 2, message: 'The same person stands in row 2.' }] },
      { number: 5, problems: [{ fault: 'REPEATS_ROW', repeatsRow: 4 }] },
    ]);

    const again = await importList(officer, own, list);
    expect(again.counts).toEqual({ new: 0, match: 2, duplicate: 2, error: 0 });
    expect(again).toMatchObject({ peopleAdded: 0, membershipsAdded: 0 });
    expect(await membersOf(own)).toHaveLength(2);
  });
});

it('of two who apply a list at the same time, one does, and each row comes in once', async () => {
  const own = await newOrganization({ sectoralParentId: branch });
  const people = Array.from({ length: 30 }, ownName);
  const list = ['Surname,Name', ...people.map(({ familyName, givenName }) => `${familyName},${givenName}`)].join('\n');
  const { id } = await sendList(officer, own, list);

  const answers = await Promise.all([applyImport(officer, id), applyImport(officer, id)]);

  const refused = answers.filter(({ data }) => data.importMembers.errors.length > 0);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeRefusedWith('MemberImportNotReady');
  await settled(officer, id, ['APPLIED']);
  expect(await membersOf(own)).toHaveLength(30);
});

it('a list is found again as a node, and by nobody who does not keep the members', async () => {
  const own = await newOrganization({ sectoralParentId: branch });
  const { id } = await sendList(officer, own, 'Surname,Name\nA,B');
  const stranger = await newHolder('ORGANIZATION_OFFICER', await newOrganization());
  const find = (who: Someone) => client.as(who).send('query ($id: ID!) { node(id: $id) { id } }', { id });

  expect((await find(officer)).data.node).toEqual({ id });
  expect((await find(stranger)).data.node).toBeNull();
});
