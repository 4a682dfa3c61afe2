import {
  done,
  need,
  newAnswerer,
  newUnion,
  program,
  seenBy,
  send,
  submitted,
  support,
} from '../../support/requests.world.js';

const merge = (who: any, { id }: { id: string }, into: { id: string }, wish: object = {}) =>
  send(who, 'triageProgramRequest', { programRequestId: id, decision: 'MERGE', intoId: into.id, ...wish });

describe('merging a request into another', () => {
  it('carries over everybody who asked, with their numbers', async () => {
    const [union, other, both, academy] = [await newUnion(), await newUnion(), await newUnion(), await newAnswerer()];
    const into = await submitted(union, { addressedToId: academy.id });
    const merged = await submitted(other, {
      addressedToId: academy.id,
      people: [
        { countryCode: 'KZ', people: 7 },
        { countryCode: 'UZ', subdivisionCode: 'UZ-TK', people: 3 },
      ],
    });
    expect(await support(both, into, 4)).toSucceed();
    expect(await support(both, merged, 5)).toSucceed();

    expect(await merge(academy.admin, merged, into, { reason: 'Та же потребность' })).toSucceed();

    const seen = await seenBy(other.officer, into);
    expect(seen).toMatchObject({ stage: 'SUBMITTED', peopleWanted: 20, peopleSupported: 19 });
    expect(seen.supports.edges.map(({ node }: any) => [node.organization.id, node.peopleWanted])).toEqual(
      expect.arrayContaining([
        [both.id, 9],
        [other.id, 10],
      ]),
    );
    expect(seen.supports.totalCount).toBe(2);
    const closed = await seenBy(other.officer, merged);
    expect(closed).toMatchObject({
      stage: 'MERGED',
      nextActor: null,
      mergedInto: { id: into.id, number: into.number },
    });
    expect(closed.history.edges.at(-1).node).toMatchObject({ act: 'MERGE', why: 'Та же потребность' });
  });

  it('leaves those who ask in both as the one that asks', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const into = await submitted(union, { addressedToId: academy.id });
    const merged = await submitted(union, { addressedToId: academy.id });

    expect(await merge(academy.admin, merged, into)).toSucceed();

    expect(await seenBy(union.officer, into)).toMatchObject({ peopleWanted: 40, peopleSupported: 0 });
  });

  it('is not possible into itself, into a closed one, nor into one of another academy', async () => {
    const [union, other, academy, elsewhere] = [
      await newUnion(),
      await newUnion(),
      await newAnswerer(),
      await newAnswerer(),
    ];
    const request = await submitted(union, { addressedToId: academy.id });
    const closed = await submitted(other, { addressedToId: academy.id });
    await done(other.officer, 'withdrawProgramRequest', { programRequestId: closed.id });
    const away = await submitted(other, { addressedToId: elsewhere.id });

    expect(await merge(academy.admin, request, request)).toBeRefusedWith('ProgramRequestNotFound');
    expect(await merge(academy.admin, request, closed)).toBeRefusedWith('RequestStageDoesNotAllow');
    expect(await merge(academy.admin, request, away)).toBeRefusedWith('ProgramRequestNotFound');
    expect((await seenBy(union.officer, request)).stage).toBe('SUBMITTED');
  });

  it('tells whoever comes to support it where it goes on', async () => {
    const [union, other, late, academy] = [await newUnion(), await newUnion(), await newUnion(), await newAnswerer()];
    const into = await submitted(union, { addressedToId: academy.id });
    const merged = await submitted(other, { addressedToId: academy.id });
    expect(await support(late, merged, 2)).toSucceed();
    expect(await merge(academy.admin, merged, into)).toSucceed();

    const answer = await support(late, merged, 3);

    expect(answer).toBeRefusedWith('RequestStageDoesNotAllow');
    expect(answer.data.supportProgramRequest.errors[0].mergedIntoId).toBe(into.id);
  });
});

describe('deciding on a request', () => {
  it('needs a reason to decline, and tells it', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await submitted(union, { addressedToId: academy.id });
    const decline = { programRequestId: id, decision: 'DECLINE' };

    expect(await send(academy.admin, 'triageProgramRequest', decline)).toBeRefusedWith('BAD_USER_INPUT');
    await done(academy.admin, 'triageProgramRequest', { ...decline, reason: 'Нет преподавателя' });

    const { stage, history } = await seenBy(union.officer, { id });
    expect(stage).toBe('DECLINED');
    expect(history.edges.at(-1).node).toMatchObject({ act: 'DECLINE', why: 'Нет преподавателя' });
  });

  it('needs to say which academy, where it is addressed to none', async () => {
    const [union, academy, other] = [await newUnion(), await newAnswerer(), await newAnswerer()];
    const { id } = await submitted(union);
    const take = { programRequestId: id, decision: 'TAKE' };

    expect(await send(academy.admin, 'triageProgramRequest', take)).toBeRefusedWith('BAD_USER_INPUT');
    const inOthersName = await send(academy.admin, 'triageProgramRequest', { ...take, academyId: other.id });
    expect(inOthersName).toBeRefusedWith('FORBIDDEN');
  });

  it('shows whose turn it is, and since when', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const turns: { organization: { id: string } | null; act: string; since: string }[] = [];
    const note = (request: any) => turns.push(request.nextActor);
    const draft = await done(union.officer, 'draftProgramRequest', {
      organizationId: union.id,
      need: need(),
    });
    note(draft);
    const programRequestId = draft.id;
    note(await done(union.officer, 'submitProgramRequest', { programRequestId }));
    const take = { programRequestId, academyId: academy.id, decision: 'TAKE' };
    note(await done(academy.admin, 'triageProgramRequest', take));
    note(await done(academy.admin, 'proposeProgram', program(programRequestId)));
    note(await done(academy.admin, 'proposeProgram', program(programRequestId)));
    note(await done(union.officer, 'returnProposal', { programRequestId, version: 2, comment: 'Дорого' }));

    expect(turns.map(({ organization, act }) => [organization?.id ?? null, act])).toEqual([
      [union.id, 'SUBMIT'],
      [null, 'TAKE'],
      [academy.id, 'PROPOSE'],
      [union.id, 'ACCEPT'],
      [union.id, 'ACCEPT'],
      [academy.id, 'PROPOSE'],
    ]);
    const since = turns.map((turn) => Date.parse(turn.since));
    expect([...since].sort((one, two) => one - two)).toEqual(since);
    expect(new Set(since).size).toBe(6);
  });
});
