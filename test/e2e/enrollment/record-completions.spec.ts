import { readFile } from 'node:fs/promises';
import { completedCourses } from '../../../libs/enrollment/src/completion/completed-courses.js';
import { newId } from '../../../libs/platform/src/ids.js';
import { client } from '../../support/client.js';
import { endedOffering, endingsOf, placed, recordCompletions, sessionDaysAgo } from '../../support/completion.world.js';
import { workerDatabase } from '../../support/database.js';
import { acts } from '../../support/enrollment.acts.js';
import { DAY, HOUR, type Human, sessionOnDay, world } from '../../support/enrollment.world.js';
import { newHolder } from '../../support/identity.world.js';
import { formerOfficers, officerOf } from '../../support/nomination.world.js';
import { statementsOf } from '../../support/query-count.js';

const COMPLETED = 'COMPLETED' as const;
const NOT_COMPLETED = 'NOT_COMPLETED' as const;
const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

async function endingIn(enrollmentId: string | undefined) {
  const database = await workerDatabase();
  const [row] = await database.query('SELECT completion, completed_on::text AS day FROM enrollment WHERE id = $1', [
    enrollmentId,
  ]);
  return row;
}

async function sheetsOf(offeringId: string): Promise<number> {
  const database = await workerDatabase();
  const [{ count }] = await database.query('SELECT count(*)::int FROM completion_sheet WHERE offering_id = $1', [
    offeringId,
  ]);
  return count;
}

async function toldOf({ accountId }: Human): Promise<{ outcome: string; note: string | null }[]> {
  const database = await workerDatabase();
  const rows = await database.query(
    `SELECT "values" FROM notice WHERE account_id = $1 AND kind = 'COMPLETION_RECORDED' ORDER BY id`,
    [accountId],
  );
  return rows.map(({ values }: any) => ({ outcome: values.outcome, note: values.note }));
}

describe('recordCompletions', () => {
  it('says of each who had a seat whether they completed, by default on the day of the last session', async () => {
    const offering = await endedOffering();
    const people = await world.people(3);
    const [a = '', b = '', c = ''] = await placed(offering.id, people);
    const day = isoDay(new Date(Date.now() - 2 * DAY));

    const answer = await recordCompletions(offering.admin, offering.id, [
      { enrollmentId: a, completion: COMPLETED },
      { enrollmentId: b, completion: COMPLETED, completedOn: day },
      { enrollmentId: c, completion: NOT_COMPLETED, reason: 'Left on the first day.' },
    ]);

    expect(answer).toSucceed();
    expect(endingsOf(answer)).toEqual([COMPLETED, COMPLETED, NOT_COMPLETED]);
    expect(await endingIn(a)).toEqual({ completion: COMPLETED, day: isoDay(offering.endsAt) });
    expect(await endingIn(b)).toEqual({ completion: COMPLETED, day });
    expect(await endingIn(c)).toEqual({ completion: NOT_COMPLETED, day: null });
    expect(await Promise.all(people.map(toldOf))).toEqual([
      [{ outcome: COMPLETED, note: null }],
      [{ outcome: COMPLETED, note: null }],
      [{ outcome: NOT_COMPLETED, note: 'Left on the first day.' }],
    ]);
  });

  it('shows the person their own ending, and the provider finds those who completed', async () => {
    const offering = await endedOffering();
    const people = await world.people(2);
    const [a = ''] = await placed(offering.id, people);
    await recordCompletions(offering.admin, offering.id, [{ enrollmentId: a, completion: COMPLETED }]);

    const own = await client
      .as(people[0] ?? null)
      .send('{ viewer { enrollments { edges { node { completion completedOn } } } } }');
    const roster = await client.as(offering.admin).send(
      `query ($id: ID!) { offering(id: $id) { enrollments(filter: { completions: [COMPLETED] }) {
        totalCount edges { node { id completion } } } } }`,
      { id: offering.id },
    );

    expect(own.data.viewer.enrollments.edges).toEqual([
      { node: { completion: COMPLETED, completedOn: isoDay(offering.endsAt) } },
    ]);
    expect(roster.data.offering.enrollments).toEqual({
      totalCount: 1,
      edges: [{ node: { id: a, completion: COMPLETED } }],
    });
  });

  it('refuses on their own lines those without a seat, and those of another offering', async () => {
    const [offering, other] = [await endedOffering(), await endedOffering()];
    const people = await world.people(6);
    const one = (place: number) => people.slice(place, place + 1);
    const ids = [
      ...(await placed(offering.id, one(0))),
      ...(await placed(offering.id, one(1), 'REQUESTED')),
      ...(await placed(offering.id, one(2), 'WAITLISTED')),
      ...(await placed(offering.id, one(3), 'OFFERED')),
      ...(await placed(offering.id, one(4), 'RELEASED')),
      ...(await placed(other.id, one(5))),
      newId(),
    ];

    const lines = ids.map((enrollmentId) => ({ enrollmentId, completion: COMPLETED }));
    const answer = await recordCompletions(offering.admin, offering.id, lines);

    const refused = Array.from({ length: 4 }, () => 'NoConfirmedSeat');
    expect(endingsOf(answer)).toEqual([COMPLETED, ...refused, 'EnrollmentNotFound', 'EnrollmentNotFound']);
    const database = await workerDatabase();
    const [{ count }] = await database.query(
      'SELECT count(*)::int FROM enrollment WHERE id = ANY($1) AND completion IS NOT NULL',
      [ids],
    );
    expect(count).toBe(1);
  });

  it('lets the database keep who has no seat from having completed anything', async () => {
    const offering = await endedOffering();
    const [id] = await placed(offering.id, await world.people(1), 'RELEASED');
    const database = await workerDatabase();

    const write = database.query(
      `UPDATE enrollment SET completion = 'NOT_COMPLETED', completion_recorded_at = now(),
         completion_recorded_by_account_id = $2 WHERE id = $1`,
      [id, offering.admin.accountId],
    );

    await expect(write).rejects.toThrow('completed_from_a_seat');
  });

  it('is possible from the beginning of the last session, and not before', async () => {
    const soon = { startsAt: new Date(Date.now() + HOUR), endsAt: new Date(Date.now() + 2 * HOUR) };
    const now = { startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + HOUR) };
    const sessions = [sessionDaysAgo(1)];
    const early = await endedOffering({ status: 'RUNNING', sessions: [...sessions, soon] });
    const late = await endedOffering({ status: 'RUNNING', sessions: [...sessions, now] });
    const [person = {} as Human] = await world.people(1);
    const [[a = ''], [b = '']] = [await placed(early.id, [person]), await placed(late.id, [person])];

    expect(
      await recordCompletions(early.admin, early.id, [{ enrollmentId: a, completion: COMPLETED }]),
    ).toBeRefusedWith('LastSessionNotBegun');
    expect(await recordCompletions(late.admin, late.id, [{ enrollmentId: b, completion: COMPLETED }])).toSucceed();
    expect(await endingIn(a)).toEqual({ completion: null, day: null });
    expect(await sheetsOf(early.id)).toBe(0);
  });

  it('refuses what was cancelled, and what is not there', async () => {
    const offering = await endedOffering({ status: 'CANCELLED' });
    const lines = [{ enrollmentId: newId(), completion: COMPLETED }];

    expect(await recordCompletions(offering.admin, offering.id, lines)).toBeRefusedWith('StatusDoesNotAllow');
    expect(await recordCompletions(offering.admin, newId(), lines)).toBeRefusedWith('OfferingNotFound');
  });

  it('is corrected and taken back for a reason, which the person hears and the sheets keep', async () => {
    const offering = await endedOffering();
    const people = await world.people(1);
    const [enrollmentId = ''] = await placed(offering.id, people);
    const { admin, id } = offering;
    await recordCompletions(admin, id, [{ enrollmentId, completion: COMPLETED }]);

    const bare = await recordCompletions(admin, id, [{ enrollmentId, completion: NOT_COMPLETED }]);
    const same = await recordCompletions(admin, id, [{ enrollmentId, completion: COMPLETED }]);
    const reasoned = await recordCompletions(admin, id, [
      { enrollmentId, completion: NOT_COMPLETED, reason: 'Mixed up with a namesake.' },
    ]);
    const back = await recordCompletions(admin, id, [
      { enrollmentId, completion: null, reason: 'Still to be found out.' },
    ]);

    expect([bare, same, reasoned, back].map((answer) => endingsOf(answer)[0])).toEqual([
      'CorrectionNeedsReason',
      COMPLETED,
      NOT_COMPLETED,
      null,
    ]);
    expect(await Promise.all(people.map(toldOf))).toEqual([
      [
        { outcome: COMPLETED, note: null },
        { outcome: NOT_COMPLETED, note: 'Mixed up with a namesake.' },
        { outcome: 'TAKEN_BACK', note: 'Still to be found out.' },
      ],
    ]);
    expect(await sheetsOf(id)).toBe(5);
  });

  it('tells a repeated request the same, and does it once', async () => {
    const offering = await endedOffering();
    const [enrollmentId = ''] = await placed(offering.id, await world.people(1));
    const lines = [
      { enrollmentId, completion: COMPLETED },
      { enrollmentId: newId(), completion: COMPLETED },
    ];

    const first = await recordCompletions(offering.admin, offering.id, lines, 'sheet-of-today');
    const second = await recordCompletions(offering.admin, offering.id, lines, 'sheet-of-today');

    expect(endingsOf(second)).toEqual([COMPLETED, 'EnrollmentNotFound']);
    expect(second.data.recordCompletions.sheet.id).toBe(first.data.recordCompletions.sheet.id);
    expect(await sheetsOf(offering.id)).toBe(1);
  });

  it('refuses an empty list, more than a hundred, a person twice, and a day without completion', async () => {
    const offering = await endedOffering();
    const [enrollmentId = ''] = await placed(offering.id, await world.people(1));
    const line = { enrollmentId, completion: COMPLETED };
    const many = Array.from({ length: 101 }, () => ({ ...line, enrollmentId: newId() }));
    const dayless = { enrollmentId, completion: NOT_COMPLETED, completedOn: '2026-01-01' };

    for (const lines of [[], many, [line, { ...line, enrollmentId: enrollmentId.toUpperCase() }], [dayless]]) {
      expect(await recordCompletions(offering.admin, offering.id, lines)).toBeRefusedWith('BAD_USER_INPUT');
    }
    expect(await endingIn(enrollmentId)).toEqual({ completion: null, day: null });
  });

  it('is done by those who decide for the provider alone, and leaves no trace of others', async () => {
    const offering = await endedOffering();
    const [human = {} as Human] = await world.people(1);
    const [enrollmentId = ''] = await placed(offering.id, [human]);
    const former = await formerOfficers(offering.providerId);
    const elsewhere = (await world.course()).academy;
    const others = [human, await world.person(), elsewhere.admin, former.revoked, former.expired];
    const lines = [{ enrollmentId, completion: COMPLETED }];

    for (const other of others) {
      expect(await recordCompletions(other, offering.id, lines)).toBeRefusedWith('FORBIDDEN');
    }
    expect(await recordCompletions(null, offering.id, lines)).toBeRefusedWith('UNAUTHENTICATED');
    expect(
      await recordCompletions(await newHolder('COURSE_EDITOR', offering.providerId), offering.id, lines),
    ).toBeRefusedWith('FORBIDDEN');
    expect(await sheetsOf(offering.id)).toBe(0);
    expect(await recordCompletions(await officerOf(offering.providerId), offering.id, lines)).toSucceed();
  });

  it('shows a sheet to its provider alone', async () => {
    const offering = await endedOffering();
    const [human = {} as Human] = await world.people(1);
    const [enrollmentId = ''] = await placed(offering.id, [human]);
    const answer = await recordCompletions(offering.admin, offering.id, [{ enrollmentId, completion: COMPLETED }]);
    const { id } = answer.data.recordCompletions.sheet;

    const NODE = 'query ($id: ID!) { node(id: $id) { id ... on CompletionSheet { lines { position } } } }';
    const seen = await client.as(offering.admin).send(NODE, { id });
    const unseen = await client.as(human).send(NODE, { id });

    expect(seen.data.node).toEqual({ id, lines: [{ position: 1 }] });
    expect(unseen.data.node).toBeNull();
  });

  it('keeps a place from being given up, and an offering from being cancelled, that somebody completed', async () => {
    const now = { startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + HOUR) };
    const offering = await endedOffering({ status: 'RUNNING', sessions: [now] });
    const [enrollmentId = ''] = await placed(offering.id, await world.people(1));
    await recordCompletions(offering.admin, offering.id, [{ enrollmentId, completion: COMPLETED }]);

    expect(await acts.cancel(offering.admin, enrollmentId)).toBeRefusedWith('CompletionRecorded');
    expect(await acts.cancelOffering(offering.admin, offering.id)).toBeRefusedWith('CompletionRecorded');
    const takenBack = { enrollmentId, completion: null, reason: 'Was not there.' };
    await recordCompletions(offering.admin, offering.id, [takenBack]);
    expect(await acts.cancel(offering.admin, enrollmentId)).toSucceed();
  });

  it('never completes a seat that is given up at the same time', async () => {
    const now = { startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + HOUR) };
    const offering = await endedOffering({ status: 'RUNNING', sessions: [now], capacity: 20 });
    const ids = await placed(offering.id, await world.people(10));

    await Promise.all(
      ids.flatMap((enrollmentId) => [
        acts.cancel(offering.admin, enrollmentId),
        recordCompletions(offering.admin, offering.id, [{ enrollmentId, completion: COMPLETED }]),
      ]),
    );

    const database = await workerDatabase();
    const [{ released, completed }] = await database.query(
      `SELECT count(*) FILTER (WHERE seat = 'RELEASED')::int AS released,
         count(*) FILTER (WHERE completion = 'COMPLETED')::int AS completed FROM enrollment WHERE offering_id = $1`,
      [offering.id],
    );
    expect(released + completed).toBe(10);
  });

  it('costs as many statements for twenty people as for one', async () => {
    const costs: number[] = [];
    for (const count of [1, 20]) {
      const offering = await endedOffering({ capacity: 30 });
      const ids = await placed(offering.id, await world.people(count));
      const lines = ids.map((enrollmentId) => ({ enrollmentId, completion: COMPLETED }));
      costs.push(statementsOf(await recordCompletions(offering.admin, offering.id, lines)));
    }
    expect(costs[1]).toBe(costs[0]);
  });
});

describe('the document that an academy starts from', () => {
  it('records who completed', async () => {
    const offering = await endedOffering();
    const [enrollmentId = ''] = await placed(offering.id, await world.people(1));
    const document = await readFile('schema/operations/record-completions.graphql', 'utf8');
    const { input } = JSON.parse(await readFile('schema/operations/record-completions.variables.json', 'utf8'));
    const lines = [{ ...input.lines[0], enrollmentId }];

    const answer = await client.as(offering.admin).send(document, { input: { offeringId: offering.id, lines } });

    expect(answer).toSucceed();
    expect(answer.data.recordCompletions.sheet.lines[0].enrollment.completion).toBe(COMPLETED);
  });
});

describe('completedCourses', () => {
  it('tells other parts in one statement what people completed and when, and nothing else', async () => {
    const course = await world.course();
    const [offering, later, unfinished] = [
      await endedOffering({ course }),
      await endedOffering({ sessions: [sessionDaysAgo(5)] }),
      await world.offering({ sessions: [sessionOnDay(40)] }),
    ];
    const people = await world.people(2);
    const [first = '', second = ''] = await placed(offering.id, people);
    const [third = ''] = await placed(later.id, people.slice(0, 1));
    await placed(unfinished.id, people);
    await recordCompletions(offering.admin, offering.id, [
      { enrollmentId: first, completion: COMPLETED },
      { enrollmentId: second, completion: NOT_COMPLETED },
    ]);
    await recordCompletions(later.admin, later.id, [{ enrollmentId: third, completion: COMPLETED }]);

    const database = await workerDatabase();
    const personIds = people.map(({ personId }) => personId);
    const all = await completedCourses(database, { personIds });
    const one = await completedCourses(database, { personIds, courseIds: [course.id] });

    expect(all.map(({ enrollmentId }) => enrollmentId)).toEqual([third, first]);
    expect(one).toEqual([
      {
        personId: personIds[0],
        courseId: course.id,
        courseVersionId: expect.any(String),
        enrollmentId: first,
        offeringId: offering.id,
        completedOn: isoDay(offering.endsAt),
      },
    ]);
  });
});
