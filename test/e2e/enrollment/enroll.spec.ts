import { randomUUID } from 'node:crypto';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { HOUR, sessionOnDay, world } from '../../support/enrollment.world.js';

async function placesIn(offeringId: string): Promise<number> {
  const database = await workerDatabase();
  const [{ count }] = await database.query('SELECT count(*)::int FROM enrollment WHERE offering_id = $1', [offeringId]);
  return count;
}

describe('enroll', () => {
  it('gives a seat while seats are left', async () => {
    const [offering, person] = [await world.offering({ capacity: 2 }), await world.person()];

    const answer = await acts.enroll(person, offering.id);

    expect(answer).toSucceed();
    expect(enrollmentIn(answer)).toMatchObject({
      approval: 'NOT_NEEDED',
      seat: 'CONFIRMED',
      payment: 'NOT_DUE',
      queueNumber: null,
      waitlistPosition: null,
      person: { id: person.personId },
    });
  });

  it('queues the sixth and seventh person when five seats exist', async () => {
    const offering = await world.offering({ capacity: 5 });
    const people = await world.people(7);

    const answers = [];
    for (const person of people) answers.push(enrollmentIn(await acts.enroll(person, offering.id)));

    expect(answers.map(({ seat }) => seat)).toEqual([...Array(5).fill('CONFIRMED'), 'WAITLISTED', 'WAITLISTED']);
    expect(answers.map(({ queueNumber }) => queueNumber)).toEqual([null, null, null, null, null, 1, 2]);
    expect(answers.map(({ waitlistPosition }) => waitlistPosition)).toEqual([null, null, null, null, null, 1, 2]);
  });

  it('tells who does not want to wait how many do, in their language', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [first, second, third] = await world.people(3);
    await acts.enroll(first ?? null, offering.id);
    await acts.enroll(second ?? null, offering.id);

    const answer = await acts.enroll(third ?? null, offering.id, { whenFull: 'DECLINE', language: 'ru-KZ, en;q=0.5' });

    expect(answer).toBeRefusedWith('OfferingFull');
    expect(answer.data.enroll.errors).toEqual([
      {
        __typename: 'OfferingFull',
        message: 'Все места заняты; в очереди 1 человек.',
        path: ['offeringId'],
        waiting: 1,
      },
    ]);
    expect(await placesIn(offering.id)).toBe(2);
  });

  it('lets no more people wait than the offering allows', async () => {
    const offering = await world.offering({ capacity: 1, waitlistLimit: 1 });
    const people = await world.people(3);
    for (const person of people.slice(0, 2)) await acts.enroll(person, offering.id);

    expect(await acts.enroll(people[2] ?? null, offering.id)).toBeRefusedWith('WaitlistFull');
    expect(await placesIn(offering.id)).toBe(2);
  });

  it('lets nobody in twice', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    await acts.enroll(person, offering.id);

    expect(await acts.enroll(person, offering.id)).toBeRefusedWith('AlreadyEnrolled');
    expect(await placesIn(offering.id)).toBe(1);
  });

  it('gives one seat to one person who presses twenty times at once', async () => {
    const [offering, person] = [await world.offering(), await world.person()];

    const answers = await Promise.all(Array.from({ length: 20 }, () => acts.enroll(person, offering.id)));

    expect(answers.filter(({ data }) => data.enroll.enrollment)).toHaveLength(1);
    expect(await placesIn(offering.id)).toBe(1);
  });

  it('asks for the price once a seat is confirmed, and not before', async () => {
    const offering = await world.offering({ capacity: 1, price: { amount: '1250000.00', currency: 'UZS' } });
    const [first, second] = await world.people(2);

    expect(enrollmentIn(await acts.enroll(first ?? null, offering.id)).payment).toBe('DUE');
    expect(enrollmentIn(await acts.enroll(second ?? null, offering.id)).payment).toBe('NOT_DUE');
  });

  it.each([
    ['a tentative offering', { status: 'TENTATIVE' }, 'OfferingClosed'],
    ['a closed offering', { status: 'CLOSED' }, 'OfferingClosed'],
    ['a cancelled offering', { status: 'CANCELLED' }, 'OfferingClosed'],
    ['an offering whose enrollment has not begun', { opensAt: new Date(Date.now() + HOUR) }, 'EnrollmentWindowClosed'],
    [
      'an offering whose deadline has passed',
      { opensAt: new Date(Date.now() - 2 * HOUR), closesAt: new Date(Date.now() - HOUR) },
      'EnrollmentWindowClosed',
    ],
  ])('lets nobody into %s', async (_, wish, reason) => {
    const [offering, person] = [await world.offering(wish), await world.person()];

    expect(await acts.enroll(person, offering.id)).toBeRefusedWith(reason);
    expect(await placesIn(offering.id)).toBe(0);
  });

  it('names the clash when the person sits elsewhere at that time', async () => {
    const session = sessionOnDay(400);
    const [one, other] = [await world.offering({ sessions: [session] }), await world.offering({ sessions: [session] })];
    const person = await world.person();
    await acts.enroll(person, one.id);

    const answer = await acts.enroll(person, other.id);

    expect(answer).toBeRefusedWith('ClashesWithOwnSession');
    expect(answer.data.enroll.errors[0]).toMatchObject({
      offeringId: one.id,
      startsAt: session.startsAt.toISOString(),
    });
    expect(await placesIn(other.id)).toBe(0);
  });

  it('does not mind a course that ends as the other begins', async () => {
    const session = sessionOnDay(401);
    const next = { startsAt: session.endsAt, endsAt: new Date(session.endsAt.getTime() + HOUR) };
    const [one, other] = [await world.offering({ sessions: [session] }), await world.offering({ sessions: [next] })];
    const person = await world.person();
    await acts.enroll(person, one.id);

    expect(await acts.enroll(person, other.id)).toSucceed();
  });

  it('seats nobody in two places when both are pressed at once', async () => {
    const session = sessionOnDay(402);
    const offerings = [await world.offering({ sessions: [session] }), await world.offering({ sessions: [session] })];
    const people = await world.people(10);

    const answers = await Promise.all(
      people.flatMap((person) => offerings.map((offering) => acts.enroll(person, offering.id))),
    );

    expect(answers.filter(({ data }) => data.enroll.enrollment)).toHaveLength(10);
  });
});

describe('enroll for somebody else', () => {
  it('is for the people of the academy', async () => {
    const [offering, person] = [await world.offering(), await world.person()];

    const answer = await acts.enroll(offering.admin, offering.id, { personId: person.personId });

    expect(enrollmentIn(answer)).toMatchObject({ seat: 'CONFIRMED', person: { id: person.personId } });
    const database = await workerDatabase();
    const audit = await database.query(
      `SELECT account_id, on_behalf_of_person_id FROM audit_entry WHERE act = 'enroll' AND subject_id = $1`,
      [enrollmentIn(answer).id],
    );
    expect(audit).toEqual([{ account_id: offering.admin.accountId, on_behalf_of_person_id: person.personId }]);
  });

  it('is refused to anybody else, and writes nothing', async () => {
    const offering = await world.offering();
    const [person, stranger] = await world.people(2);
    const otherAdmin = await world.academyAdmin();

    for (const who of [stranger ?? null, otherAdmin]) {
      expect(await acts.enroll(who, offering.id, { personId: person?.personId })).toBeRefusedWith('NotYourMember');
    }
    expect(await acts.enroll(null, offering.id, { personId: person?.personId })).toBeRefusedWith('UNAUTHENTICATED');
    expect(await placesIn(offering.id)).toBe(0);
  });

  it('finds no person by an id that nobody has', async () => {
    const offering = await world.offering();
    expect(await acts.enroll(offering.admin, offering.id, { personId: randomUUID() })).toBeRefusedWith(
      'PersonNotFound',
    );
  });
});

describe('enroll with bad input', () => {
  it('finds no offering by an id that is none of ours', async () => {
    const person = await world.person();
    expect(await acts.enroll(person, randomUUID())).toBeRefusedWith('OfferingNotFound');
  });

  it.each(['', 'x', '1; DROP TABLE enrollment', '00000000'])('refuses the id %j as no id at all', async (id) => {
    const person = await world.person();
    const answer = await acts.enroll(person, id);
    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
    expect(answer.status).toBe(200);
    expect(answer.errors[0]?.extensions.violations).toEqual([
      { path: 'offeringId', message: 'offeringId must be a UUID' },
    ]);
  });
});

describe('enroll with an Idempotency-Key', () => {
  it('has one effect and the same answer, however often it is sent', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const key = randomUUID();

    const answers = await Promise.all(Array.from({ length: 10 }, () => acts.enroll(person, offering.id, { key })));

    const [first] = answers;
    for (const answer of answers) expect(answer.data).toEqual(first?.data);
    expect(enrollmentIn(first as never).seat).toBe('CONFIRMED');
    expect(await placesIn(offering.id)).toBe(1);
  });

  it('repeats a refusal, though a seat has become free since', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [holder, person] = await world.people(2);
    const held = enrollmentIn(await acts.enroll(holder ?? null, offering.id));
    const key = randomUUID();
    const wish = { key, whenFull: 'DECLINE' as const };
    const refused = await acts.enroll(person ?? null, offering.id, wish);
    await acts.cancel(holder ?? null, held.id);

    const again = await acts.enroll(person ?? null, offering.id, wish);

    expect(again).toBeRefusedWith('OfferingFull');
    expect(again.data).toEqual(refused.data);
    expect(enrollmentIn(await acts.enroll(person ?? null, offering.id, { key: randomUUID() })).seat).toBe('CONFIRMED');
  });

  it('is refused for another payload', async () => {
    const [one, other, person] = [await world.offering(), await world.offering(), await world.person()];
    const key = randomUUID();
    await acts.enroll(person, one.id, { key });

    expect(await acts.enroll(person, other.id, { key })).toBeRefusedWith('BAD_USER_INPUT');
    expect(await placesIn(other.id)).toBe(0);
  });

  it('belongs to who sent it', async () => {
    const offering = await world.offering();
    const [one, other] = await world.people(2);
    const key = randomUUID();

    const answers = [
      await acts.enroll(one ?? null, offering.id, { key }),
      await acts.enroll(other ?? null, offering.id, { key }),
    ];

    expect(new Set(answers.map((answer) => enrollmentIn(answer).id)).size).toBe(2);
  });

  it('may stand over one mutation only', async () => {
    const [offering, person] = [await world.offering(), await world.person()];
    const document = `mutation { ${['a', 'b'].map((alias) => `${alias}: enroll(input: { offeringId: "${offering.id}" }) { enrollment { id } }`).join(' ')} }`;

    expect(await client.as(person).send(document, {}, { 'idempotency-key': 'k' })).toBeRefusedWith('BAD_USER_INPUT');
    expect(await placesIn(offering.id)).toBe(0);
  });
});

describe('the audit', () => {
  it('has one row for each place given, by whom, and none for a refusal', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [one, other] = await world.people(2);
    const given = enrollmentIn(await acts.enroll(one ?? null, offering.id));
    await acts.enroll(other ?? null, offering.id, { whenFull: 'DECLINE' });

    const database = await workerDatabase();
    const rows = await database.query(
      `SELECT account_id, act, subject_id FROM audit_entry WHERE account_id = ANY($1) ORDER BY id`,
      [[one?.accountId, other?.accountId]],
    );
    expect(rows).toEqual([{ account_id: one?.accountId, act: 'enroll', subject_id: given.id }]);
  });
});

describe('enroll for a member', () => {
  it('is for the officers of the member’s organization, while the membership lasts', async () => {
    const offering = await world.offering();
    const [officer, member, former] = await world.people(3);
    const database = await workerDatabase();
    const organizationId = offering.providerId;
    await database.query(
      `INSERT INTO role_grant (id, account_id, organization_id, role, scope)
       VALUES ($1, $2, $3, 'ORGANIZATION_OFFICER', 'SELF')`,
      [randomUUID(), officer?.accountId, organizationId],
    );
    for (const [person, endedOn] of [
      [member, null],
      [former, '2020-01-01'],
    ] as const) {
      await database.query(
        `INSERT INTO membership (id, person_id, organization_id, started_on, ended_on) VALUES ($1, $2, $3, '2019-01-01', $4)`,
        [randomUUID(), person?.personId, organizationId, endedOn],
      );
    }
    const who = officer ?? null;

    expect(await acts.enroll(who, offering.id, { personId: member?.personId })).toSucceed();
    expect(await acts.enroll(who, offering.id, { personId: former?.personId })).toBeRefusedWith('NotYourMember');
    expect(await placesIn(offering.id)).toBe(1);
  });
});
