import { type Asker, client } from '../../support/client.js';
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

let union: string;
let primary: string;
let officer: Someone;

beforeAll(async () => {
  union = await newOrganization({ kind: 'SECTORAL_UNION' });
  primary = await newOrganization({ sectoralParentId: union });
  officer = await newHolder('ORGANIZATION_OFFICER', union);
});

const MANDATE = 'mandate { id basis startedOn endedOn role { code } organization { id } person { id } }';
const record = (who: Asker, input: object) =>
  act(
    who,
    'recordMandate',
    { organizationId: primary, roleCode: 'PRIM_CHAIR', basis: 'ELECTED', startedOn: '2026-03-01', ...input },
    MANDATE,
  );
const end = (who: Asker, mandateId: string, endedOn?: string) =>
  act(who, 'endMandate', { mandateId, endedOn }, MANDATE);

const officesIn = async (who: Asker, id: string, args = '') => {
  const { data } = await client
    .as(who)
    .send(
      `query ($id: ID!) { organization(id: $id) { mandates(first: 50 ${args}) { totalCount edges { node { person { id } role { code } } } } } }`,
      { id },
    );
  return data.organization.mandates?.edges.map(({ node }: any) => [node.person.id, node.role.code]) ?? null;
};

describe('an office', () => {
  it('is recorded with the role it is trained for, and who was elected or appointed to it from when', async () => {
    const personId = await newMember(primary);
    const before = await rowCounts();

    const answer = await record(officer, { personId });

    expect(answer).toSucceed();
    expect(answer.data.recordMandate.mandate).toMatchObject({
      basis: 'ELECTED',
      startedOn: '2026-03-01',
      endedOn: null,
      role: { code: 'PRIM_CHAIR' },
      organization: { id: primary },
      person: { id: personId },
    });
    expect(written(before, await rowCounts())).toEqual({ mandate: 1, audit_entry: 1 });
    expect(await officesIn(officer, primary)).toContainEqual([personId, 'PRIM_CHAIR']);
  });

  it('of a union may be held by a member of what stands below it', async () => {
    const personId = await newMember(primary);

    expect(await record(officer, { organizationId: union, roleCode: 'SECT_CHAIR', personId })).toSucceed();
  });

  it('is not held twice at a time by one person, and may be held again later', async () => {
    const personId = await newMember(primary);
    const first = await record(officer, { personId, endedOn: '2026-06-01' });
    const before = await rowCounts();

    expect(first).toSucceed();
    expect(await record(officer, { personId, startedOn: '2026-05-31' })).toBeRefusedWith('MandateOverlaps');
    expect(written(before, await rowCounts())).toEqual({});
    expect(await record(officer, { personId, startedOn: '2026-06-01' })).toSucceed();
  });

  it('is recorded once by twenty officers at the same time', async () => {
    const personId = await newMember(primary);
    const before = await rowCounts();

    const answers = await Promise.all(Array.from({ length: 20 }, () => record(officer, { personId })));

    const reasons = answers.flatMap(({ data }) => data.recordMandate.errors.map((error: any) => error.__typename));
    expect(reasons).toEqual(Array(19).fill('MandateOverlaps'));
    expect(written(before, await rowCounts())).toEqual({ mandate: 1, audit_entry: 1 });
  });

  it('ends on the day given, or earlier than was known, and leaves the list of those held now', async () => {
    const personId = await newMember(primary);
    const { data } = await record(officer, { personId, endedOn: '2031-03-01' });
    const { id } = data.recordMandate.mandate;
    expect(await officesIn(officer, primary)).toContainEqual([personId, 'PRIM_CHAIR']);

    const ended = await end(officer, id, '2026-04-01');
    const again = await end(officer, id, '2026-05-01');

    expect(ended.data.endMandate.mandate.endedOn).toBe('2026-04-01');
    expect(again.data).toEqual(ended.data);
    expect(await officesIn(officer, primary)).not.toContainEqual([personId, 'PRIM_CHAIR']);
    expect(await officesIn(officer, primary, ', includeEnded: true')).toContainEqual([personId, 'PRIM_CHAIR']);
  });

  it.each<[string, object, string]>([
    ['that ends before it begins', { endedOn: '2026-02-28' }, 'EndsBeforeStart'],
    ['of a role that is none', { roleCode: 'KING' }, 'UnknownCode'],
    ['on no day', { startedOn: '2026-02-30' }, 'BAD_USER_INPUT'],
  ])('is not recorded %s', async (_, input, reason) => {
    const personId = await newMember(primary);
    const before = await rowCounts();

    expect(await record(officer, { personId, ...input })).toBeRefusedWith(reason);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is not given to somebody whom the officer does not see', async () => {
    const before = await rowCounts();

    expect(await record(officer, { personId: await newPerson() })).toBeRefusedWith('PersonUnknown');
    expect(written(before, await rowCounts())).toEqual({ person: 1 });
  });

  it.each<[string, () => Promise<Asker>, string, string]>([
    ['nobody', async () => null, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a member', () => newSomeone(), 'FORBIDDEN', 'FORBIDDEN'],
    ['who only reads members', () => newHolder('PERSONAL_DATA_OFFICER', union), 'FORBIDDEN', 'FORBIDDEN'],
    [
      'an officer of another union',
      async () => newHolder('ORGANIZATION_OFFICER', await newOrganization()),
      'OrganizationNotFound',
      'MandateNotFound',
    ],
  ])('is neither recorded nor ended by %s', async (_, somebody, recordCode, endCode) => {
    const personId = await newMember(primary);
    const { data } = await record(officer, { personId });
    const who = await somebody();
    const before = await rowCounts();

    expect(await record(who, { personId, roleCode: 'GROUP_ORG' })).toBeRefusedWith(recordCode);
    expect(await end(who, data.recordMandate.mandate.id)).toBeRefusedWith(endCode);
    expect(written(before, await rowCounts())).toEqual({});
  });

  it('is shown to who reads the members, and to nobody else', async () => {
    await record(officer, { personId: await newMember(primary) });

    expect(await officesIn(await newHolder('PERSONAL_DATA_OFFICER', union), primary)).not.toBeNull();
    for (const who of [null, await newSomeone(), await newHolder('ACADEMY_ADMIN', union)]) {
      expect(await officesIn(who, primary)).toBeNull();
    }
  });
});
