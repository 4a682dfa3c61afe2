import { type Asker, client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import {
  act,
  kazakhNumber,
  newHolder,
  newMember,
  newOrganization,
  newSomeone,
  ownName,
  rowCounts,
  type Someone,
  written,
} from '../../support/identity.world.js';

let union: string;
let primary: string;
let officer: Someone;

beforeAll(async () => {
  union = await newOrganization({ kind: 'SECTORAL_UNION' });
  primary = await newOrganization({ sectoralParentId: union });
  officer = await newHolder('ORGANIZATION_OFFICER', union);
});

const NUMBER = kazakhNumber('1988-11-23');

/** Somebody with an account who is a member, with a number; told as the officer sees it. */
const memberWithNumber = async () => {
  const value = kazakhNumber('1988-11-23');
  const input = {
    organizationId: primary,
    ...ownName(),
    bornOn: '1988-11-23',
    email: 'member@odaq.example',
    nationalNumber: { type: 'PERSONAL_NUMBER', countryCode: 'KZ', value },
  };
  const { data } = await act(officer, 'addMember', input, 'membership { person { id nationalNumbers { id } } }');
  const { person } = data.addMember.membership;
  return { personId: person.id as string, numberId: person.nationalNumbers[0].id as string, value };
};

const see = async (who: Asker, id: string) => {
  const { data } = await client.as(who).send(
    `query ($id: ID!) { node(id: $id) { ... on Person {
      bornOn email nationalNumbers { masked } memberships { organization { id } } } } }`,
    { id },
  );
  return data.node;
};

const readNumber = (who: Asker, nationalNumberId: string, headers: Record<string, string> = {}) =>
  act(who, 'readNationalNumber', { nationalNumberId }, 'value', headers);

const readings = async (numberId: string) =>
  (await workerDatabase()).query(
    `SELECT account_id, act, details FROM audit_entry WHERE subject_type = 'NationalNumber' AND subject_id = $1`,
    [numberId],
  );

describe('a person', () => {
  it('is seen by officers of an organization they belong to, and by themselves', async () => {
    const member = await newSomeone();
    await newMember(primary, member.personId);
    const whole = {
      bornOn: null,
      email: null,
      nationalNumbers: [],
      memberships: [{ organization: { id: primary } }],
    };

    expect(await see(officer, member.personId)).toEqual(whole);
    expect(await see(member, member.personId)).toEqual(whole);
  });

  it.each<[string, () => Promise<Asker>]>([
    ['nobody', async () => null],
    [
      'another member of it',
      async () => {
        const other = await newSomeone();
        await newMember(primary, other.personId);
        return other;
      },
    ],
    ['an officer of another union', async () => newHolder('ORGANIZATION_OFFICER', await newOrganization())],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', union)],
  ])('is not seen by %s', async (_, somebody) => {
    const { personId } = await memberWithNumber();

    expect(await see(await somebody(), personId)).toBeNull();
  });

  it('is seen no more by officers of an organization they left', async () => {
    const { personId } = await memberWithNumber();
    expect(await see(officer, personId)).not.toBeNull();
    await (await workerDatabase()).query('UPDATE membership SET ended_on = started_on WHERE person_id = $1', [
      personId,
    ]);

    expect(await see(officer, personId)).toBeNull();
  });

  it('shows memberships in those organizations only whose members one reads', async () => {
    const { personId } = await memberWithNumber();
    await newMember(await newOrganization(), personId);

    expect((await see(officer, personId)).memberships).toEqual([{ organization: { id: primary } }]);
  });

  it.each([
    ['uz', 'Yusupova Gulnora', 'Yusupova G.'],
    ['ru', 'Юсупова Гулнора', 'Юсупова Г.'],
    ['en', 'Gulnora Yusupova', 'G. Yusupova'],
  ])('is written as readers of %s write it', async (language, writtenName, shortName) => {
    const place = await newOrganization({ sectoralParentId: union });
    const { data } = await act(
      officer,
      'addMember',
      {
        organizationId: place,
        familyName: 'Юсупова',
        givenName: 'Гулнора',
        namesInOtherScript: { familyName: 'Yusupova', givenName: 'Gulnora' },
      },
      'membership { person { fullName writtenName shortName inEnglish: writtenName(locale: "en") } }',
      { 'accept-language': language },
    );

    expect(data.addMember.membership.person).toEqual({
      fullName: 'Юсупова Гулнора',
      writtenName,
      shortName,
      inEnglish: 'Gulnora Yusupova',
    });
  });
});

describe('a national number', () => {
  it('is shown by its end to who keeps the members', async () => {
    const { personId, value } = await memberWithNumber();

    expect((await see(officer, personId)).nationalNumbers).toEqual([{ masked: `••••${value.slice(-4)}` }]);
  });

  it('is read whole by who answers for personal data, and every reading is kept', async () => {
    const { numberId, value } = await memberWithNumber();
    const reader = await newHolder('PERSONAL_DATA_OFFICER', union);
    const before = await rowCounts();

    const first = await readNumber(reader, numberId, { 'idempotency-key': 'one-key' });
    const second = await readNumber(reader, numberId, { 'idempotency-key': 'one-key' });

    expect(first).toSucceed();
    expect(first.data.readNationalNumber.value).toBe(value);
    expect(second.data.readNationalNumber.value).toBe(value);
    expect(written(before, await rowCounts())).toEqual({ audit_entry: 2 });
    expect(await readings(numberId)).toEqual(
      Array(2).fill({ account_id: reader.accountId, act: 'readNationalNumber', details: {} }),
    );
  });

  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an officer who keeps the members', async () => officer, 'FORBIDDEN'],
    [
      'who answers for personal data elsewhere',
      async () => newHolder('PERSONAL_DATA_OFFICER', await newOrganization()),
      'NationalNumberNotFound',
    ],
    [
      'who did so until yesterday',
      () =>
        newHolder('PERSONAL_DATA_OFFICER', union, {
          validFrom: `now() - interval '2 days'`,
          validTo: `now() - interval '1 day'`,
        }),
      'FORBIDDEN',
    ],
  ])('is not read by %s', async (_, somebody, code) => {
    const { numberId } = await memberWithNumber();
    const who = await somebody();
    const before = await rowCounts();

    const answer = await readNumber(who, numberId);

    expect(answer).toBeRefusedWith(code);
    expect(JSON.stringify(answer.data)).not.toContain(NUMBER.slice(0, 6));
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('may be the same digits in two countries, and once in each', async () => {
    const value = '12345678901234';
    const give = (countryCode: string) =>
      act(
        officer,
        'addMember',
        { organizationId: primary, ...ownName(), nationalNumber: { type: 'PERSONAL_NUMBER', countryCode, value } },
        'membership { id }',
      );

    expect(await give('KG')).toSucceed();
    expect(await give('UZ')).toSucceed();
    expect(await give('KG')).toBeRefusedWith('PossibleDuplicates');
  });
});
