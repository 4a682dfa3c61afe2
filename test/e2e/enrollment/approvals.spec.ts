import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { seatBookOf } from '../../support/seat-book.js';

const TO_DECIDE = `{ viewer { approvalsToDecide(first: 100) { totalCount edges { node { id person { id } offering { id } } } } } }`;

async function seatOf(id: string): Promise<string> {
  const database = await workerDatabase();
  const [{ seat }] = await database.query('SELECT seat FROM enrollment WHERE id = $1', [id]);
  return seat;
}

async function requests(count: number, capacity: number) {
  const offering = await world.offering({ capacity, asksApproval: true });
  const people = await world.people(count);
  const ids: string[] = [];
  for (const person of people) ids.push(enrollmentIn(await acts.enroll(person, offering.id)).id);
  return { offering, people, ids };
}

describe('an offering that asks for approval', () => {
  it('gives a number and nothing else before somebody agrees, though seats are free', async () => {
    const { offering, people } = await requests(1, 5);
    const database = await workerDatabase();

    expect((await seatBookOf(database, offering.id)).rows).toMatchObject({ requested: 1, confirmed: 0 });
    expect(await acts.enroll(people[0] as Human, offering.id)).toBeRefusedWith('AlreadyEnrolled');
  });

  it('seats the approved at once while seats are free, and queues them by their number after', async () => {
    const { offering, ids } = await requests(3, 1);
    const [first, second, third] = ids as [string, string, string];

    expect(enrollmentIn(await acts.decide(offering.admin, second, 'APPROVE'))).toMatchObject({
      approval: 'APPROVED',
      seat: 'CONFIRMED',
    });
    await acts.decide(offering.admin, third, 'APPROVE');
    await acts.decide(offering.admin, first, 'APPROVE');

    const database = await workerDatabase();
    expect((await seatBookOf(database, offering.id)).queue).toEqual([1, 3]);
  });

  it('never promotes who was not approved', async () => {
    const { offering, people, ids } = await requests(3, 1);
    const [first, second, third] = ids as [string, string, string];
    await acts.decide(offering.admin, first, 'APPROVE');
    await acts.decide(offering.admin, third, 'APPROVE');

    await acts.cancel(people[0] as Human, first);

    expect(await seatOf(second)).toBe('REQUESTED');
    expect(await seatOf(third)).toBe('CONFIRMED');
  });

  it('gives no seat to the unapproved when the capacity grows', async () => {
    const { offering, ids } = await requests(2, 1);
    await acts.changeCapacity(offering.admin, offering.id, 10);
    expect(await Promise.all(ids.map(seatOf))).toEqual(['REQUESTED', 'REQUESTED']);
  });

  it('lets the academy decline with a reason, which the person reads', async () => {
    const { offering, ids } = await requests(1, 1);

    expect(await acts.decide(offering.admin, ids[0] as string, 'DECLINE')).toBeRefusedWith('ReasonNeeded');
    const declined = enrollmentIn(
      await acts.decide(offering.admin, ids[0] as string, 'DECLINE', 'Not a technical inspector.'),
    );

    expect(declined).toMatchObject({
      approval: 'DECLINED',
      seat: 'RELEASED',
      releaseReason: 'APPROVAL_DECLINED',
      note: 'Not a technical inspector.',
    });
  });

  it('is decided once: of two who decide at the same time, one is told', async () => {
    const { offering, ids } = await requests(1, 1);
    const answers = await Promise.all([
      acts.decide(offering.admin, ids[0] as string, 'APPROVE'),
      acts.decide(offering.admin, ids[0] as string, 'DECLINE', 'No.'),
    ]);
    const refused = answers.filter(({ data }) => data.decideApproval.errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeRefusedWith('NoApprovalPending');
  });

  it('is decided by its academy alone, and a refusal changes nothing', async () => {
    const { offering, people, ids } = await requests(1, 1);
    const otherAdmin = await world.academyAdmin();

    expect(await acts.decide(people[0] as Human, ids[0] as string, 'APPROVE')).toBeRefusedWith('FORBIDDEN');
    expect(await acts.decide(otherAdmin, ids[0] as string, 'APPROVE')).toBeRefusedWith('EnrollmentNotFound');
    expect(await acts.decide(null, ids[0] as string, 'APPROVE')).toBeRefusedWith('UNAUTHENTICATED');
    const database = await workerDatabase();
    expect((await seatBookOf(database, offering.id)).rows).toMatchObject({ requested: 1, confirmed: 0 });
  });

  it('shows what waits for a decision to those who decide, longest first, and to nobody else', async () => {
    const course = await world.course();
    const offering = await world.offering({ course, asksApproval: true });
    const people = await world.people(3);
    const ids: string[] = [];
    for (const person of people) ids.push(enrollmentIn(await acts.enroll(person, offering.id)).id);
    await acts.decide(offering.admin, ids[1] as string, 'APPROVE');

    const mine = await client.as(offering.admin).send(TO_DECIDE);
    const theirs = await client.as(people[0] as Human).send(TO_DECIDE);

    expect(mine.data.viewer.approvalsToDecide.totalCount).toBe(2);
    expect(mine.data.viewer.approvalsToDecide.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      ids[0],
      ids[2],
    ]);
    expect(theirs.data.viewer.approvalsToDecide).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('prioritizeEnrollment', () => {
  it('moves somebody ahead for a reason that the audit keeps', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(3);
    const ids: string[] = [];
    for (const person of people) ids.push(enrollmentIn(await acts.enroll(person, offering.id)).id);

    const moved = enrollmentIn(await acts.prioritize(offering.admin, ids[2] as string, 5));

    expect(moved.waitlistPosition).toBe(1);
    await acts.cancel(people[0] as Human, ids[0] as string);
    expect([await seatOf(ids[1] as string), await seatOf(ids[2] as string)]).toEqual(['WAITLISTED', 'CONFIRMED']);
    const database = await workerDatabase();
    const audit = await database.query(
      `SELECT details ->> 'reason' AS reason FROM audit_entry WHERE act = 'prioritizeEnrollment' AND subject_id = $1`,
      [ids[2]],
    );
    expect(audit).toEqual([{ reason: 'The committee asked for it.' }]);
  });

  it('is for who waits, by who decides', async () => {
    const offering = await world.offering();
    const person = await world.person();
    const { id } = enrollmentIn(await acts.enroll(person, offering.id));

    expect(await acts.prioritize(offering.admin, id, 5)).toBeRefusedWith('NotWaiting');
    expect(await acts.prioritize(person, id, 5)).toBeRefusedWith('FORBIDDEN');
    expect(await acts.prioritize(offering.admin, id, 101)).toBeRefusedWith('BAD_USER_INPUT');
  });
});
