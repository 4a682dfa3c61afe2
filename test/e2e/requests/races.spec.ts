import { workerDatabase } from '../../support/database.js';
import {
  done,
  need,
  newAnswerer,
  newColleague,
  newOfficer,
  newUnion,
  proposed,
  seenBy,
  send,
  submitted,
  support,
} from '../../support/requests.world.js';

const stagesTold = (answers: any[], mutation: string) =>
  answers.flatMap(({ data }) => data[mutation].errors.map(({ stage }: any) => stage));

describe('at the same moment', () => {
  it('two academies take a request: one has it, the other is told', async () => {
    const [union, first, second] = [await newUnion(), await newAnswerer(), await newAnswerer()];
    const { id } = await submitted(union);

    const answers = await Promise.all(
      [first, second].map((academy) =>
        send(academy.admin, 'triageProgramRequest', { programRequestId: id, academyId: academy.id, decision: 'TAKE' }),
      ),
    );

    // Whoever comes after the winner’s commit no longer sees a request that another academy has.
    const [told, ...others] = answers.flatMap(({ data }) => data.triageProgramRequest.errors);
    expect(['RequestStageDoesNotAllow', 'ProgramRequestNotFound']).toContain(told.__typename);
    expect(others).toEqual([]);
    const { academy, history } = await seenBy(union.officer, { id });
    expect([first.id, second.id]).toContain(academy.id);
    expect(history.edges.map(({ node }: any) => node.act)).toEqual(['SUBMIT', 'TAKE']);
  });

  it('two officers accept: the courses begin once, the other is told', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);
    const officers = [union.officer, await newOfficer(union.id)];

    const answers = await Promise.all(
      officers.map((officer) => send(officer, 'acceptProposal', { programRequestId: id, version: 1 })),
    );

    expect(stagesTold(answers, 'acceptProposal')).toEqual(['ACCEPTED']);
    const database = await workerDatabase();
    const [{ courses }] = await database.query('SELECT count(*)::int AS courses FROM course WHERE provider_id = $1', [
      academy.id,
    ]);
    expect(courses).toBe(1);
  });

  it('one accepts while another gives back: whoever is first counts', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);

    const answers = await Promise.all([
      send(union.officer, 'acceptProposal', { programRequestId: id, version: 1 }),
      send(await newOfficer(union.id), 'returnProposal', { programRequestId: id, version: 1, comment: 'Дорого' }),
    ]);

    const refused = answers.flatMap(({ data }) => Object.values(data).flatMap((payload: any) => payload.errors));
    expect(refused.length).toBe(1);
    const { stage } = await seenBy(union.officer, { id });
    expect(refused[0]).toMatchObject({ __typename: 'RequestStageDoesNotAllow', stage });
  });

  it('two people of an academy merge two requests into each other: one does, and nobody waits for ever', async () => {
    const [one, other, academy] = [await newUnion(), await newUnion(), await newAnswerer()];
    const requests = [
      await submitted(one, { addressedToId: academy.id }),
      await submitted(other, { addressedToId: academy.id }),
    ];
    const [a, b] = requests.map(({ id }) => id) as [string, string];
    const merge = (who: any, programRequestId: string, intoId: string) =>
      send(who, 'triageProgramRequest', { programRequestId, decision: 'MERGE', intoId });

    const answers = await Promise.all([merge(academy.admin, a, b), merge(await newColleague(academy), b, a)]);

    expect(stagesTold(answers, 'triageProgramRequest')).toEqual(['MERGED']);
    const stages = [await seenBy(one.officer, { id: a }), await seenBy(other.officer, { id: b })].map(
      (seen) => seen.stage,
    );
    expect(stages.sort()).toEqual(['MERGED', 'SUBMITTED']);
  });

  it('twenty requests are begun: each has a number of its own, without gaps', async () => {
    const union = await newUnion();

    const made = await Promise.all(
      Array.from({ length: 20 }, () =>
        done(
          union.officer,
          'draftProgramRequest',
          { organizationId: union.id, need: need() },
          'programRequest { number }',
        ),
      ),
    );

    const numbers = made.map(({ number }) => Number(number.slice(-6))).sort((one, two) => one - two);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(
      Array.from({ length: 20 }, (_, place) => place),
    );
  });

  it('ten unions join: all are counted', async () => {
    const union = await newUnion();
    const request = await submitted(union);
    const others = await Promise.all(Array.from({ length: 10 }, () => newUnion()));

    const answers = await Promise.all(others.map((other, place) => support(other, request, place + 1)));

    for (const answer of answers) expect(answer).toSucceed();
    const seen = await seenBy(union.officer, request);
    expect(seen).toMatchObject({ peopleWanted: 20, peopleSupported: 55 });
    expect(seen.history.edges.map(({ node }: any) => node.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('the same key is sent twice: one request, the same answer', async () => {
    const union = await newUnion();
    const input = { organizationId: union.id, need: need() };
    const key = { 'idempotency-key': `ask-${union.id}` };

    const [first, second] = await Promise.all([
      send(union.officer, 'submitProgramRequest', input, undefined, key),
      send(union.officer, 'submitProgramRequest', input, undefined, key),
    ]);

    expect(first).toSucceed();
    expect(second.data).toEqual(first.data);
  });
});

describe('the history', () => {
  it.each([
    'UPDATE program_request_event SET why = NULL',
    'DELETE FROM program_request_event',
    'TRUNCATE program_request_event',
  ])('is not rewritten: %s', async (sql) => {
    const database = await workerDatabase();

    await expect(database.query(sql)).rejects.toThrow('program_request_event is append-only');
  });

  it('holds one active proposal at most, whoever writes', async () => {
    const [union, academy] = [await newUnion(), await newAnswerer()];
    const { id } = await proposed(union, academy);
    const database = await workerDatabase();

    const second = database.query(
      `INSERT INTO program_request_proposal (id, request_id, version, status, academic_hours, starts_on, ends_on, seats, created_at)
       SELECT gen_random_uuid(), $1, 2, 'OPEN', 8, '2027-01-01', '2027-01-02', 1, now()`,
      [id],
    );

    await expect(second).rejects.toThrow('one_active_proposal');
  });
});
