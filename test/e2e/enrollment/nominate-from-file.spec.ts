import { readFile } from 'node:fs/promises';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import { act, kazakhNumber, newHolder, ownName, rowCounts, written } from '../../support/identity.world.js';
import { importList, put, settledFile } from '../../support/import.world.js';
import { newTree, officerOf } from '../../support/nomination.world.js';

const documentOf = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');

const FILE = `id status failure { fault } columns { field } rows(first: 100) { edges { node { number familyName
  problems { fault column repeatsRow message }
  line { errors { __typename } enrollment { seat approval } } } } }`;

type Who = { token: string } | null;

async function read(who: Who, id: string) {
  const { data } = await client
    .as(who)
    .send(`query ($id: ID!) { nominationFile(id: $id) { ${FILE} } }`, { id }, { 'accept-language': 'en' });
  return data.nominationFile;
}

async function sendNominees(who: Who, place: { offeringId: string; organizationId: string }, content: string) {
  const opened = await act(who, 'openNominationFile', place, `nominationFile { id } upload { path }`);
  const { nominationFile, upload } = opened.data.openNominationFile;
  expect((await put(upload.path, content)).status).toBe(200);
  await settledFile(who, nominationFile.id);
  return read(who, nominationFile.id);
}

const nominate = (who: Who, nominationFileId: string, more: object = {}) =>
  act(who, 'nominateFromFile', { nominationFileId, ...more }, `nominationFile { ${FILE} }`);

const rowsOf = (file: { rows: { edges: { node: object }[] } }) => file.rows.edges.map(({ node }) => node);

/** A primary organization with members whom a list brought in, and those who nominate for it. */
async function newPrimary(members: string[]) {
  const tree = await newTree();
  const keeper = await newHolder('ORGANIZATION_OFFICER', tree.primary);
  await importList(keeper, tree.primary, ['Surname,Name,Born,IIN', ...members].join('\n'));
  return { tree, officer: await officerOf(tree.branch, 'SUBTREE') };
}

describe('a branch that nominates from a spreadsheet', () => {
  it('has each line answered on its own, bad rows with their cell, in either script', async () => {
    const [number, twin] = [kazakhNumber('1990-05-17'), ownName()];
    const { tree, officer } = await newPrimary([
      `Qodirov,Jahongir,1982-07-08,`,
      `Ibragimov,Sanjar,,${number}`,
      `Yusupova,Gulnora,1991-01-01,`,
      `${twin.familyName},${twin.givenName},1970-01-01,`,
      `${twin.familyName},${twin.givenName},1971-01-01,`,
    ]);
    const offering = await world.offering({ capacity: 2 });
    const place = { offeringId: offering.id, organizationId: tree.branch };
    const list = [
      'ФИО;Дата рождения;ИИН',
      'Қодиров Жаҳонгир;;',
      `Ибрагимов Санжар;;${number}`,
      'Юсупова Гулнора;01.01.1991;',
      `${twin.familyName} ${twin.givenName};;`,
      'Никому Неизвестный;;',
      'Юсупова Гулнора;1 января;',
      'Юсупова Гулнора;;',
    ].join('\n');

    const file = await sendNominees(officer, place, list);
    expect(file).toMatchObject({ status: 'READY', failure: null });
    const answer = await nominate(officer, file.id);

    expect(answer).toSucceed();
    expect(rowsOf(answer.data.nominateFromFile.nominationFile)).toMatchObject([
      { number: 2, problems: [], line: { errors: [], enrollment: { seat: 'CONFIRMED' } } },
      { number: 3, problems: [], line: { errors: [], enrollment: { seat: 'CONFIRMED' } } },
      { number: 4, problems: [], line: { errors: [], enrollment: { seat: 'WAITLISTED' } } },
      { number: 5, problems: [{ fault: 'SEVERAL_FOUND', column: null }], line: null },
      { number: 6, problems: [{ fault: 'NOBODY_FOUND', column: null }], line: null },
      { number: 7, problems: [{ fault: 'NOT_A_DAY', column: 2 }], line: null },
      { number: 8, problems: [{ fault: 'REPEATS_ROW', repeatsRow: 4 }], line: null },
    ]);
    expect(await nominate(officer, file.id)).toBeRefusedWith('NominationFileNotReady');
  });

  it('is told which of them has a place already', async () => {
    const { familyName, givenName } = ownName();
    const { tree, officer } = await newPrimary([`${familyName},${givenName},,`]);
    const offering = await world.offering({ capacity: 5 });
    const place = { offeringId: offering.id, organizationId: tree.branch };
    const list = `Surname,Name\n${familyName},${givenName}`;
    const first = { nominationFileId: (await sendNominees(officer, place, list)).id };
    expect(await client.as(officer).send(await documentOf('nominate-from-file'), { input: first })).toSucceed();

    const again = await nominate(officer, (await sendNominees(officer, place, list)).id);

    expect(rowsOf(again.data.nominateFromFile.nominationFile)).toMatchObject([
      { line: { errors: [{ __typename: 'AlreadyEnrolled' }], enrollment: null } },
    ]);
  });

  it('names all at once when two send the same file at the same time: one does, the other is told', async () => {
    const { familyName, givenName } = ownName();
    const { tree, officer } = await newPrimary([`${familyName},${givenName},,`]);
    const offering = await world.offering({ capacity: 5 });
    const file = await sendNominees(
      officer,
      { offeringId: offering.id, organizationId: tree.branch },
      `Surname,Name\n${familyName},${givenName}`,
    );

    const answers = await Promise.all([nominate(officer, file.id), nominate(officer, file.id)]);

    expect(answers.filter(({ data }) => data.nominateFromFile.errors.length > 0)).toHaveLength(1);
    const [{ count }] = await (await workerDatabase()).query(
      'SELECT count(*)::int AS count FROM enrollment WHERE offering_id = $1',
      [offering.id],
    );
    expect(count).toBe(1);
  });
});

it('nobody else sees such a file or nominates from it, and nothing is written', async () => {
  const { familyName, givenName } = ownName();
  const { tree, officer } = await newPrimary([`${familyName},${givenName},,`]);
  const offering = await world.offering({ capacity: 5 });
  const place = { offeringId: offering.id, organizationId: tree.branch };
  const file = await sendNominees(officer, place, `Surname,Name\n${familyName},${givenName}`);
  const stranger = await officerOf((await newTree()).branch);
  const before = await rowCounts();

  expect(await nominate(stranger, file.id)).toBeRefusedWith('NominationFileNotFound');
  expect(await nominate(null, file.id)).toBeRefusedWith('UNAUTHENTICATED');
  expect(await act(stranger, 'openNominationFile', place, 'upload { path }')).toBeRefusedWith('FORBIDDEN');
  expect(await read(stranger, file.id)).toBeNull();
  expect(written(before, await rowCounts())).toEqual({});
});
