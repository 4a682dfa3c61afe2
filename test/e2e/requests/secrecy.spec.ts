import { newStaff } from '../../support/catalog.world.js';
import { type Asker, client } from '../../support/client.js';
import { newOrganization } from '../../support/identity.world.js';
import {
  type Answerer,
  done,
  FULL,
  listed,
  newAnswerer,
  newOfficer,
  newUnion,
  seenBy,
  send,
  submitted,
  support,
  taken,
  type Union,
} from '../../support/requests.world.js';

const write = (who: Asker, mutation: string, organizationId: string, request: { id: string }, text: string) =>
  send(who, mutation, { programRequestId: request.id, organizationId, locale: 'ru', text });

/** Everything somebody can read of a request, by every way there is. */
async function allReadableOf(who: Asker, request: { id: string; number: string }, word: string): Promise<string> {
  const answer = await client.as(who).send(
    `query ($id: ID!, $number: String!) {
      one: programRequest(id: $id) { ${FULL} }
      same: programRequest(number: $number) { ${FULL} }
      node(id: $id) { ... on ProgramRequest { ${FULL} } }
    }`,
    { id: request.id, number: request.number },
  );
  expect(answer.errors).toEqual([]);
  const found = await listed(who, { text: word });
  return JSON.stringify([answer.data, found]);
}

describe('notes and replies', () => {
  let union: Union;
  let academy: Answerer;
  let joined: Union;
  let request: { id: string; number: string };

  beforeAll(async () => {
    [union, academy, joined] = [await newUnion(), await newAnswerer(), await newUnion()];
    request = await taken(union, academy);
    expect(await support(joined, request, 5)).toSucceed();
    expect(await write(union.officer, 'addRequestNote', union.id, request, 'Kubrakar: budget is thin')).toSucceed();
    expect(await write(academy.admin, 'addRequestNote', academy.id, request, 'Zelmodat: lecturer is away')).toSucceed();
    expect(
      await write(union.officer, 'replyToProgramRequest', union.id, request, 'Can you begin in March?'),
    ).toSucceed();
    expect(await write(academy.admin, 'replyToProgramRequest', academy.id, request, 'Yes, we can.')).toSucceed();
  });

  it('are shown to their own side, with who wrote them', async () => {
    const seen = await seenBy(union.officer, request);

    expect(seen.notes).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            text: 'Kubrakar: budget is thin',
            organization: { id: union.id },
            person: { id: union.officer.personId },
          },
        },
      ],
    });
  });

  it('never cross from one side to the other, by whatever way somebody reads', async () => {
    const unionReads = await allReadableOf(union.officer, request, 'Zelmodat');
    const academyReads = await allReadableOf(academy.admin, request, 'Kubrakar');

    expect(unionReads).toContain('Kubrakar');
    expect(unionReads).not.toContain('Zelmodat');
    expect(academyReads).toContain('Zelmodat');
    expect(academyReads).not.toContain('Kubrakar');
    expect((await seenBy(academy.admin, request)).notes.totalCount).toBe(1);
  });

  it('of either side are not for those who merely joined', async () => {
    const reads = await allReadableOf(joined.officer, request, 'Kubrakar');

    expect(reads).not.toMatch(/Kubrakar|Zelmodat/);
    expect((await seenBy(joined.officer, request)).notes).toEqual({ totalCount: 0, edges: [] });
  });

  it('are not for those who joined even when they answer a mutation', async () => {
    const again = await support(joined, request, 6);
    const answer = await send(
      joined.officer,
      'supportProgramRequest',
      { programRequestId: request.id, organizationId: joined.id, people: [{ countryCode: 'KZ', people: 7 }] },
      `programRequest { ${FULL} }`,
    );

    expect(again).toSucceed();
    expect(answer).toSucceed();
    expect(JSON.stringify(answer.data)).not.toMatch(/Kubrakar|Zelmodat/);
  });

  it('apart from them, replies reach both sides and those who joined, in order', async () => {
    for (const who of [union.officer, academy.admin, joined.officer]) {
      const { replies } = await seenBy(who, request);
      expect(replies.edges.map(({ node }: any) => node.text)).toEqual(['Can you begin in March?', 'Yes, we can.']);
    }
  });

  it('are not written in the name of the other side, nor of a third', async () => {
    const asAcademy = await write(union.officer, 'addRequestNote', academy.id, request, 'Who am I?');
    const asUnion = await write(academy.admin, 'replyToProgramRequest', union.id, request, 'Who am I?');
    const asThird = await write(joined.officer, 'replyToProgramRequest', joined.id, request, 'Me too');

    expect(asAcademy).toBeRefusedWith('FORBIDDEN');
    expect(asUnion).toBeRefusedWith('FORBIDDEN');
    expect(asThird).toBeRefusedWith('OrganizationNotFound');
  });
});

describe('a request', () => {
  it('is a secret of its organization while it is a draft', async () => {
    const [union, academy, other] = [await newUnion(), await newAnswerer(), await newUnion()];
    const draft = await done(union.officer, 'draftProgramRequest', {
      organizationId: union.id,
      need: { locale: 'ru', title: 'Пока лишь мысль', addressedToId: academy.id },
    });

    expect(await seenBy(union.officer, draft, 'number stage')).toEqual({ number: draft.number, stage: 'DRAFT' });
    expect(await seenBy(academy.admin, draft)).toBeNull();
    expect(await seenBy(other.officer, draft)).toBeNull();
    expect(await support(other, draft, 1)).toBeRefusedWith('ProgramRequestNotFound');
  });

  it('is seen by whoever stands above, when their role reaches below', async () => {
    const federationId = await newOrganization({ kind: 'FEDERATION' });
    const centerId = await newOrganization({ kind: 'TERRITORIAL_ASSOCIATION' });
    const union = await newUnion({ sectoralParentId: federationId, territorialParentId: centerId });
    const sister = await newUnion({ sectoralParentId: federationId });
    const request = await submitted(union, { addressedToId: (await newAnswerer()).id });

    const lines = [await newOfficer(federationId, 'SUBTREE'), await newOfficer(centerId, 'SUBTREE')];
    for (const above of lines) expect(await seenBy(above, request, 'number')).toEqual({ number: request.number });
    expect(await seenBy(await newOfficer(federationId, 'SELF'), request)).toBeNull();
    expect(await seenBy(sister.officer, request)).toBeNull();
  });

  it('addressed to one academy is not seen by another; addressed to none it is seen by all until one takes it', async () => {
    const [union, first, second] = [await newUnion(), await newAnswerer(), await newAnswerer()];
    const addressed = await submitted(union, { addressedToId: first.id });
    const open = await submitted(union);

    expect(await seenBy(first.admin, addressed, 'number')).toEqual({ number: addressed.number });
    expect(await seenBy(second.admin, addressed)).toBeNull();
    expect(await seenBy(second.admin, open, 'number')).toEqual({ number: open.number });

    await done(first.admin, 'triageProgramRequest', {
      programRequestId: open.id,
      academyId: first.id,
      decision: 'TAKE',
    });
    expect(await seenBy(second.admin, open)).toBeNull();
  });

  it('is gone again for those who support it no longer, also from a repeated answer', async () => {
    const [union, other] = [await newUnion(), await newUnion()];
    const request = await submitted(union);
    const input = {
      programRequestId: request.id,
      organizationId: other.id,
      people: [{ countryCode: 'UZ', people: 4 }],
    };
    const key = { 'idempotency-key': `join-${request.id}` };
    const first = await send(other.officer, 'supportProgramRequest', input, undefined, key);
    expect(first.data.supportProgramRequest.programRequest.peopleSupported).toBe(4);

    const left = await send(other.officer, 'withdrawSupport', {
      programRequestId: request.id,
      organizationId: other.id,
    });
    const repeated = await send(other.officer, 'supportProgramRequest', input, undefined, key);

    expect(left).toSucceed();
    expect(left.data.withdrawSupport.programRequest).toBeNull();
    expect(repeated.data.supportProgramRequest).toEqual({ programRequest: null, errors: [] });
    expect(await seenBy(other.officer, request)).toBeNull();
    expect((await seenBy(union.officer, request)).peopleSupported).toBe(0);
  });

  it('is not for people without a role, nor for nobody', async () => {
    const request = await submitted(await newUnion());
    const query = 'query ($id: ID!) { programRequest(id: $id) { number } }';

    expect(await client.as(await newStaff()).send(query, request)).toBeRefusedWith('FORBIDDEN');
    expect(await client.send(query, request)).toBeRefusedWith('UNAUTHENTICATED');
  });
});
