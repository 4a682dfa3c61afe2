import { randomUUID } from 'node:crypto';
import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  kazakhNumber,
  newHolder,
  newOrganization,
  newSomeone,
  ownName,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';

const PERSON = `person { id fullName patronymic bornOn email namesInOtherScript { familyName givenName patronymic }
  nationalNumbers { type countryCode masked } }`;
const MEMBERSHIP = `membership { id startedOn endedOn organization { id } ${PERSON} }
  warnings { __typename ... on NationalNumberUnusual { doubt message path } }`;
const DUPLICATES = `errors { __typename ... on UserError { message } ... on PossibleDuplicates { count persons {
  personId likeness person { id fullName } organizations { id } } } }`;

let union: string;
let branch: string;
let officer: Someone;

beforeAll(async () => {
  union = await newOrganization({ kind: 'SECTORAL_UNION' });
  branch = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
  officer = await newHolder('ORGANIZATION_OFFICER', union);
});

const add = (who: Asker, input: object, headers: Record<string, string> = {}) =>
  act(who, 'addMember', { organizationId: branch, ...ownName(), ...input }, MEMBERSHIP, headers);

const tryAdding = async (who: Asker, input: object) => {
  const { data } = await client
    .as(who)
    .send(`mutation ($input: AddMemberInput!) { addMember(input: $input) { membership { id } ${DUPLICATES} } }`, {
      input: { organizationId: branch, ...input },
    });
  return data.addMember;
};

describe('an officer who adds a member', () => {
  it('makes the person known with all that was told, and a member from today', async () => {
    const number = kazakhNumber('1990-05-17');
    const before = await rowCounts();

    const answer = await add(officer, {
      familyName: ' Юсупова ',
      givenName: 'Гулнора',
      patronymic: 'Бахтиёр кизи',
      namesInOtherScript: { familyName: 'Yusupova', givenName: 'Gulnora', patronymic: 'Baxtiyor qizi' },
      bornOn: '1990-05-17',
      nationalNumber: {
        type: 'PERSONAL_NUMBER',
        countryCode: 'KZ',
        value: `${number.slice(0, 6)} ${number.slice(6)}`,
      },
      email: 'Gulnora@odaq.example',
    });

    expect(answer).toSucceed();
    const { membership, warnings } = answer.data.addMember;
    expect(membership).toMatchObject({
      startedOn: new Date().toLocaleDateString('sv', { timeZone: 'Asia/Almaty' }),
      endedOn: null,
      organization: { id: branch },
      person: {
        fullName: 'Юсупова Гулнора Бахтиёр кизи',
        bornOn: '1990-05-17',
        email: 'Gulnora@odaq.example',
        namesInOtherScript: { familyName: 'Yusupova', givenName: 'Gulnora', patronymic: 'Baxtiyor qizi' },
        nationalNumbers: [{ type: 'PERSONAL_NUMBER', countryCode: 'KZ', masked: `••••${number.slice(-4)}` }],
      },
    });
    expect(warnings).toEqual([]);
    expect(written(before, await rowCounts())).toEqual({
      audit_entry: 1,
      membership: 1,
      national_number: 1,
      person: 1,
    });
  });

  it('leaves neither name nor number in the audit, nor the number anywhere in clear', async () => {
    const number = kazakhNumber('1980-01-02');
    const { familyName } = ownName();
    await add(officer, {
      familyName,
      nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: number },
    });

    const [{ dump, audit }] = await (await workerDatabase()).query(
      `SELECT (SELECT json_agg(national_number)::text FROM national_number) || (SELECT json_agg(person)::text FROM person) AS dump,
         (SELECT json_agg(audit_entry)::text FROM audit_entry) AS audit`,
    );

    expect(dump).toContain(familyName);
    expect(dump).not.toContain(number);
    expect(dump).not.toContain(Buffer.from(number).toString('hex'));
    expect(audit).not.toContain(number);
    expect(audit).not.toContain(familyName);
  });

  it('needs no more than a family name and a given name', async () => {
    const answer = await add(officer, {});

    expect(answer).toSucceed();
    expect(answer.data.addMember.membership.person).toMatchObject({
      patronymic: null,
      bornOn: null,
      email: null,
      namesInOtherScript: null,
      nationalNumbers: [],
    });
  });

  it('adds once when the request is sent twice with one key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const name = ownName();
    const before = await rowCounts();

    const [first, second] = [await add(officer, name, headers), await add(officer, name, headers)];

    expect(second.data).toEqual(first.data);
    expect(written(before, await rowCounts())).toMatchObject({ person: 1, membership: 1, audit_entry: 1 });
  });

  it.each<[string, object, string]>([
    [
      'both names in one script',
      { namesInOtherScript: { familyName: 'Петрова', givenName: 'Анна' } },
      'NamesInSameScript',
    ],
    ['a birth date to come', { bornOn: '2199-01-01' }, 'DayInFuture'],
    ['a membership to come', { startedOn: '2199-01-01' }, 'DayInFuture'],
    [
      'a number of no country',
      { nationalNumber: { type: 'PASSPORT', countryCode: 'XX', value: '1234567' } },
      'UnknownCode',
    ],
    [
      'a number of Kazakhstan with a wrong digit',
      { nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: wrong(kazakhNumber('1990-05-17')) } },
      'NationalNumberWrong',
    ],
    [
      'a number of Kazakhstan that is too short',
      { nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: '900517' } },
      'NationalNumberWrong',
    ],
    ['a mailbox that is none', { email: 'nobody' }, 'BAD_USER_INPUT'],
    ['a blank name', { givenName: ' ' }, 'BAD_USER_INPUT'],
    ['a name with a control character', { givenName: 'a\u0007' }, 'BAD_USER_INPUT'],
  ])('is told of %s, and nothing is written', async (_, input, reason) => {
    const before = await rowCounts();

    expect(await add(officer, { familyName: 'Сапарова', givenName: 'Айгүл', ...input })).toBeRefusedWith(reason);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is warned of what is not confirmed, and the number is kept', async () => {
    const answer = await act(
      officer,
      'addMember',
      {
        organizationId: branch,
        ...ownName(),
        nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'UZ', value: '3123456789012' },
      },
      MEMBERSHIP,
      { 'accept-language': 'ru' },
    );

    expect(answer).toSucceed();
    expect(answer.data.addMember.warnings).toEqual([
      {
        __typename: 'NationalNumberUnusual',
        doubt: 'LENGTH',
        message: 'Длина номера необычна. Номер сохранён; проверьте его.',
        path: ['nationalNumber', 'value'],
      },
    ]);
    expect(answer.data.addMember.membership.person.nationalNumbers).toEqual([
      { type: 'PERSONAL_NUMBER', countryCode: 'UZ', masked: '••••9012' },
    ]);
  });
});

describe('a person who may be known already', () => {
  const born = (day: string) => ({ bornOn: day });

  it.each<[string, object, object]>([
    [
      'in another script',
      { familyName: 'Касымжанов', givenName: 'Тимур' },
      { familyName: 'Kasimzhanov', givenName: 'Timur' },
    ],
    [
      'in another spelling',
      { familyName: 'Ходжиев', givenName: 'Ўктам' },
      { familyName: 'Xojiyev', givenName: "O'ktam" },
    ],
    [
      'with the names the other way round',
      { familyName: 'Ерлан', givenName: 'Сапаров' },
      { familyName: 'Сапаров', givenName: 'Ерлан' },
    ],
    [
      'by the second script',
      { familyName: 'Цой', givenName: 'Виктор', namesInOtherScript: { familyName: 'Choi', givenName: 'Victor' } },
      { familyName: 'Choi', givenName: 'Victor' },
    ],
  ])('is shown before anything is written: %s', async (_, known, typed) => {
    const bornOn = `19${50 + Math.floor(Math.random() * 50)}-0${1 + Math.floor(Math.random() * 9)}-1${Math.floor(Math.random() * 10)}`;
    const { data } = await add(officer, { ...known, bornOn });
    const { person } = data.addMember.membership;
    const before = await rowCounts();

    const refused = await tryAdding(officer, { ...typed, bornOn });

    expect(refused.membership).toBeNull();
    expect(refused.errors).toMatchObject([
      {
        __typename: 'PossibleDuplicates',
        count: 1,
        persons: [
          {
            personId: person.id,
            likeness: 'NAME_AND_BIRTH_DATE',
            person: { id: person.id, fullName: person.fullName },
            organizations: [{ id: branch }],
          },
        ],
      },
    ]);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is added all the same once the officer has looked and said it is somebody else', async () => {
    const twin = { ...ownName(), ...born('1977-07-07') };
    const { data } = await add(officer, twin);

    const answer = await add(officer, { ...twin, confirmDuplicates: [data.addMember.membership.person.id] });

    expect(answer).toSucceed();
  });

  it('is nobody known when the birth date is another one', async () => {
    const name = ownName();
    await add(officer, { ...name, ...born('1977-07-07') });

    expect(await add(officer, { ...name, ...born('1977-07-08') })).toSucceed();
  });

  it('is asked about in the organization itself where a birth date is not known, and not elsewhere', async () => {
    const name = ownName();
    await add(officer, name);
    const elsewhere = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });

    const here = await tryAdding(officer, { ...name, ...born('1977-07-07') });
    const there = await add(officer, { ...name, organizationId: elsewhere });

    expect(here.errors[0].persons[0].likeness).toBe('NAME');
    expect(there).toSucceed();
  });

  it('is found by the number whatever the name, and the number is nobody else’s', async () => {
    const nationalNumber = { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: kazakhNumber('1971-03-04') };
    const { data } = await add(officer, { nationalNumber });
    const { person } = data.addMember.membership;
    const other = { ...ownName(), nationalNumber: { ...nationalNumber, value: ` ${nationalNumber.value} ` } };

    const asked = await tryAdding(officer, other);
    const insisted = await add(officer, { ...other, confirmDuplicates: [person.id] });

    expect(asked.errors[0].persons).toMatchObject([{ personId: person.id, likeness: 'NATIONAL_NUMBER' }]);
    expect(insisted).toBeRefusedWith('NationalNumberTaken');
  });

  it('is shown masked where the officer may not see: only that there is one, and where', async () => {
    const foreign = await newOrganization({ kind: 'SECTORAL_UNION' });
    const stranger = { ...ownName(), ...born('1966-06-06') };
    await add(await newHolder('ORGANIZATION_OFFICER', foreign), { ...stranger, organizationId: foreign });

    const { errors } = await tryAdding(officer, stranger);

    expect(errors[0].persons).toMatchObject([
      { likeness: 'NAME_AND_BIRTH_DATE', person: null, organizations: [{ id: foreign }] },
    ]);
    const { data } = await client
      .as(officer)
      .send('query ($id: ID!) { node(id: $id) { id } }', { id: errors[0].persons[0].personId });
    expect(data.node).toBeNull();
  });

  it('is told no more by a remembered refusal than by a new one', async () => {
    const other = await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union });
    const chief = await newHolder('ORGANIZATION_OFFICER', union);
    const twin = { ...ownName(), ...born('1969-06-06') };
    await add(officer, { ...twin, organizationId: other });
    const send = () =>
      client
        .as(chief)
        .send(
          `mutation ($input: AddMemberInput!) { addMember(input: $input) { membership { id } ${DUPLICATES} } }`,
          { input: { organizationId: branch, ...twin } },
          { 'idempotency-key': 'the-same-refusal' },
        );
    const first = await send();
    await (await workerDatabase()).query('UPDATE role_grant SET organization_id = $2 WHERE account_id = $1', [
      chief.accountId,
      branch,
    ]);

    const second = await send();

    expect(first.data.addMember.errors[0].persons[0].person).not.toBeNull();
    expect(second.data.addMember.errors[0].persons[0].person).toBeNull();
  });
});

describe('twenty officers who add the same human at the same time', () => {
  it.each<[string, object]>([
    ['by name and birth date', { bornOn: '1959-09-09' }],
    [
      'by number',
      { nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value: kazakhNumber('1958-08-08') } },
    ],
  ])('make one person: the others are shown who it is (%s)', async (_, input) => {
    const name = ownName();
    const before = await rowCounts();

    const answers = await Promise.all(Array.from({ length: 20 }, () => tryAdding(officer, { ...name, ...input })));

    expect(answers.filter(({ membership }) => membership)).toHaveLength(1);
    const reasons = answers.flatMap(({ errors }) => errors.map((error: any) => error.__typename));
    expect(reasons).toEqual(Array(19).fill('PossibleDuplicates'));
    expect(written(before, await rowCounts())).toMatchObject({ person: 1, membership: 1, audit_entry: 1 });
  });
});

describe('who may not add', () => {
  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', union), 'FORBIDDEN'],
    ['who only reads members', () => newHolder('PERSONAL_DATA_OFFICER', union), 'FORBIDDEN'],
    [
      'an officer of the parent, for it alone',
      () => newHolder('ORGANIZATION_OFFICER', union, { scope: 'SELF' }),
      'OrganizationNotFound',
    ],
    [
      'an officer of a sibling',
      async () =>
        newHolder('ORGANIZATION_OFFICER', await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union })),
      'OrganizationNotFound',
    ],
    [
      'an officer whose time is over',
      () =>
        newHolder('ORGANIZATION_OFFICER', union, {
          validFrom: `now() - interval '2 days'`,
          validTo: `now() - interval '1 day'`,
        }),
      'FORBIDDEN',
    ],
  ])('%s', async (_, somebody, code) => {
    const who = await somebody();
    const before = await rowCounts();

    expect(await add(who, {})).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('anybody, to a closed organization', async () => {
    const closed = await newOrganization({ sectoralParentId: union });
    const chief = await newHolder('FEDERATION_ADMIN', union);
    await act(chief, 'closeOrganization', { organizationId: closed }, '__typename');

    expect(await add(officer, { organizationId: closed })).toBeRefusedWith('OrganizationClosed');
  });
});

function wrong(number: string): string {
  return `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`;
}
