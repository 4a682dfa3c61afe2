import { randomUUID } from 'node:crypto';
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

const ORGANIZATION = `organization { id kind status closedAt name nameLocale timeZone defaultLocale languages
  names { locale name } contacts { kind value } sectors { code } country { code } subdivision { code }
  sectoralParent { id } territorialParent { id } memberCount { members } successor { id } }`;

let federation: string;
let union: string;
let center: string;
let chief: Someone;

beforeAll(async () => {
  federation = await newOrganization({ kind: 'FEDERATION' });
  union = await newOrganization({ kind: 'SECTORAL_UNION', sectoralParentId: federation });
  center = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION', territorialParentId: federation });
  chief = await newHolder('FEDERATION_ADMIN', federation);
});

const create = (who: Asker, input: object, headers: Record<string, string> = {}) =>
  act(
    who,
    'createOrganization',
    { kind: 'REGIONAL_BRANCH', names: [{ locale: 'ru', name: 'Филиал' }], sectoralParentId: union, ...input },
    ORGANIZATION,
    headers,
  );

describe('a chief who enters an organization', () => {
  it('puts it below both its lines, with all that is known about it', async () => {
    const before = await rowCounts();

    const answer = await create(chief, {
      names: [
        { locale: 'kk', name: 'Шығыс Қазақстан филиалы' },
        { locale: 'ru-KZ', name: ' Филиал по Восточному Казахстану ' },
      ],
      territorialParentId: center,
      subdivisionCode: 'KZ-63',
      sectorCodes: ['ENRG', 'COAL'],
      languages: ['kk', 'ru'],
      contacts: [
        { kind: 'PHONE', value: '+7 7232 00 00 00' },
        { kind: 'EMAIL', value: 'east@odaq.example' },
      ],
    });

    expect(answer).toSucceed();
    expect(answer.data.createOrganization.organization).toMatchObject({
      kind: 'REGIONAL_BRANCH',
      status: 'ACTIVE',
      closedAt: null,
      name: 'Шығыс Қазақстан филиалы',
      names: [
        { locale: 'kk', name: 'Шығыс Қазақстан филиалы' },
        { locale: 'ru', name: 'Филиал по Восточному Казахстану' },
      ],
      timeZone: 'Asia/Almaty',
      defaultLocale: 'kk',
      languages: ['kk', 'ru'],
      contacts: [
        { kind: 'PHONE', value: '+7 7232 00 00 00' },
        { kind: 'EMAIL', value: 'east@odaq.example' },
      ],
      sectors: [{ code: 'COAL' }, { code: 'ENRG' }],
      country: { code: 'KZ' },
      subdivision: { code: 'KZ-63' },
      sectoralParent: { id: union },
      territorialParent: { id: center },
      memberCount: null,
      successor: null,
    });
    const { organization_word: _, ...rows } = written(before, await rowCounts());
    expect(rows).toEqual({
      audit_entry: 1,
      organization: 1,
      organization_closure: 4,
      organization_contact: 2,
      organization_language: 2,
      organization_name: 2,
      organization_search: 1,
      organization_sector: 2,
    });
  });

  it('sees it below everybody above it at once, and acts in it by the role held above', async () => {
    const { data } = await create(chief, { territorialParentId: center });
    const { id } = data.createOrganization.organization;

    const below = await client.send(
      'query ($below: ID!) { organizations(filter: { below: $below }, first: 100) { edges { node { id } } } }',
      { below: center },
    );
    const primary = await create(chief, { kind: 'PRIMARY_ORGANIZATION', sectoralParentId: id });

    expect(below.data.organizations.edges.map(({ node }: any) => node.id)).toContain(id);
    expect(primary).toSucceed();
  });

  it('enters it once when the request is sent twice with one key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const before = await rowCounts();

    const [first, second] = [await create(chief, {}, headers), await create(chief, {}, headers)];

    expect(second.data).toEqual(first.data);
    expect(written(before, await rowCounts())).toMatchObject({ organization: 1, audit_entry: 1 });
  });

  it('is told every code that is unknown', async () => {
    const before = await rowCounts();

    const answer = await create(chief, {
      countryCode: 'XX',
      subdivisionCode: 'UZ-TK',
      sectorCodes: ['ENRG', 'NOPE'],
      languages: ['ja'],
      timeZone: 'Europe/Paris',
      defaultLocale: 'fr',
      names: [{ locale: 'de', name: 'Gewerkschaft' }],
    });

    const reasons = answer.data.createOrganization.errors.map(({ __typename, path }: any) => [__typename, ...path]);
    expect(reasons).toEqual([
      ['UnknownCode', 'sectorCodes'],
      ['UnknownCode', 'languages'],
      ['UnknownCode', 'countryCode'],
      ['UnknownCode', 'timeZone'],
      ['UnknownCode', 'defaultLocale'],
      ['UnknownCode', 'names'],
      ['UnknownCode', 'subdivisionCode'],
    ]);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it.each<[string, object, string, string[]]>([
    ['stand below nobody', { sectoralParentId: null }, 'ParentNeeded', ['sectoralParentId']],
    ['be a union below a union', { kind: 'SECTORAL_UNION' }, 'CannotStandBelow', ['sectoralParentId']],
    ['be a federation below a union', { kind: 'FEDERATION' }, 'CannotStandBelow', ['sectoralParentId']],
    [
      'have two names in one language',
      {
        names: [
          { locale: 'kk', name: 'А' },
          { locale: 'kk-Cyrl-KZ', name: 'Б' },
        ],
      },
      'NameRepeated',
      ['names'],
    ],
  ])('is told that it cannot %s', async (_, input, reason, path) => {
    const before = await rowCounts();

    const answer = await create(chief, input);

    expect(answer).toBeRefusedWith(reason);
    expect(answer.data.createOrganization.errors[0].path).toEqual(path);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is told which kind does not stand below which, and on which line', async () => {
    const { data } = await client.as(chief).send(
      `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) {
        errors { ... on CannotStandBelow { line kind parentKind message } } } }`,
      {
        input: {
          kind: 'REGIONAL_BRANCH',
          names: [{ locale: 'ru', name: 'Филиал' }],
          sectoralParentId: union,
          territorialParentId: federation,
        },
      },
    );

    expect(data.createOrganization.errors).toEqual([
      {
        line: 'TERRITORIAL',
        kind: 'REGIONAL_BRANCH',
        parentKind: 'FEDERATION',
        message: 'On this line an organization of this kind does not stand below one of that kind.',
      },
    ]);
  });

  it.each<[string, object]>([
    ['a blank name', { names: [{ locale: 'ru', name: '  ' }] }],
    ['a name that is too long', { names: [{ locale: 'ru', name: 'я'.repeat(301) }] }],
    ['no name', { names: [] }],
    ['a contact with a control character', { contacts: [{ kind: 'PHONE', value: '7\u0007' }] }],
    ['a parent that is no identifier', { sectoralParentId: 'union' }],
  ])('is told that the request has the wrong shape: %s', async (_, input) => {
    expect(await create(chief, input)).toBeRefusedWith('BAD_USER_INPUT');
  });
});

describe('an organization', () => {
  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    ['an academy’s admin', () => newHolder('ACADEMY_ADMIN', federation), 'FORBIDDEN'],
    [
      'an officer whose time is over',
      () =>
        newHolder('ORGANIZATION_OFFICER', union, {
          validFrom: `now() - interval '2 days'`,
          validTo: `now() - interval '1 day'`,
        }),
      'FORBIDDEN',
    ],
    [
      'an officer of another union',
      async () => newHolder('ORGANIZATION_OFFICER', await newOrganization({ kind: 'SECTORAL_UNION' })),
      'OrganizationNotFound',
    ],
    ['an officer of one of the parents only', () => newHolder('ORGANIZATION_OFFICER', union), 'OrganizationNotFound'],
  ])('is not entered by %s', async (_, somebody, code) => {
    const who = await somebody();
    const before = await rowCounts();

    expect(await create(who, { territorialParentId: center })).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is entered by an officer of the union below it, and may be one for it alone', async () => {
    const officer = await newHolder('ORGANIZATION_OFFICER', union, { scope: 'SELF' });

    const answer = await create(officer, {});
    const { id } = answer.data.createOrganization.organization;

    expect(answer).toSucceed();
    expect(await create(officer, { sectoralParentId: id })).toBeRefusedWith('OrganizationNotFound');
  });
});

describe('an officer who corrects what is known', () => {
  const UPDATED = ORGANIZATION;
  const update = (who: Asker, input: object) => act(who, 'updateOrganization', input, UPDATED);
  const rename = (who: Asker, input: object) => act(who, 'renameOrganization', input, UPDATED);
  const branchOf = async (input: object = {}) =>
    (await create(chief, input)).data.createOrganization.organization as { id: string };

  it('changes what is named and nothing else', async () => {
    const branch = await branchOf({ subdivisionCode: 'KZ-63', sectorCodes: ['COAL'], languages: ['kk'] });

    const answer = await update(chief, {
      organizationId: branch.id,
      languages: ['ru', 'kk'],
      contacts: [{ kind: 'WEBSITE', value: 'https://odaq.example' }],
    });

    expect(answer.data.updateOrganization.organization).toEqual({
      ...branch,
      languages: ['ru', 'kk'],
      contacts: [{ kind: 'WEBSITE', value: 'https://odaq.example' }],
    });
  });

  it('gives up the region with the country', async () => {
    const { id } = await branchOf({ subdivisionCode: 'KZ-63' });

    const answer = await update(chief, { organizationId: id, countryCode: 'UZ', timeZone: 'Asia/Tashkent' });

    expect(answer.data.updateOrganization.organization).toMatchObject({
      country: { code: 'UZ' },
      subdivision: null,
      timeZone: 'Asia/Tashkent',
    });
  });

  it('renames it, and a language left out loses its name', async () => {
    const { id } = await branchOf({
      names: [
        { locale: 'ru', name: 'Старое' },
        { locale: 'uz', name: 'Eski' },
      ],
    });

    const answer = await rename(chief, { organizationId: id, names: [{ locale: 'ru', name: 'Новое' }] });

    expect(answer.data.renameOrganization.organization.names).toEqual([{ locale: 'ru', name: 'Новое' }]);
    const [entry] = await (await workerDatabase()).query(
      `SELECT details FROM audit_entry WHERE subject_id = $1 AND act = 'renameOrganization'`,
      [id],
    );
    expect(entry.details).toEqual({ names: { ru: 'Новое' } });
  });

  it.each<[string, () => Promise<Asker>, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN'],
    [
      'an officer of a sibling',
      async () =>
        newHolder('ORGANIZATION_OFFICER', await newOrganization({ kind: 'REGIONAL_BRANCH', sectoralParentId: union })),
      'OrganizationNotFound',
    ],
  ])('is not %s', async (_, somebody, code) => {
    const { id } = await branchOf();
    const who = await somebody();
    const before = await rowCounts();

    expect(await update(who, { organizationId: id, timeZone: 'Asia/Tashkent' })).toBeRefusedWith(code);
    expect(await rename(who, { organizationId: id, names: [{ locale: 'ru', name: 'Чужое' }] })).toBeRefusedWith(code);
    expect(written(before, await rowCounts())).toEqual({});
  });
});
