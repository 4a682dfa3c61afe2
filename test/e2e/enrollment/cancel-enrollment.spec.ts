import { randomUUID } from 'node:crypto';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { DAY, HOUR, type Human, world } from '../../support/enrollment.world.js';
import { seatBookOf } from '../../support/seat-book.js';

async function seated(offeringId: string, people: readonly Human[]) {
  const enrolled = [];
  for (const person of people) enrolled.push(enrollmentIn(await acts.enroll(person, offeringId)));
  return enrolled;
}

async function seatOf(enrollmentId: string | undefined): Promise<string> {
  const database = await workerDatabase();
  const [{ seat }] = await database.query('SELECT seat FROM enrollment WHERE id = $1', [enrollmentId]);
  return seat;
}

describe('cancelEnrollment', () => {
  it('gives the freed seat to the first in the queue at once', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(3);
    const [first, second, third] = await seated(offering.id, people);

    const answer = await acts.cancel(people[0] ?? null, first?.id ?? '');

    expect(answer).toSucceed();
    expect(enrollmentIn(answer)).toMatchObject({ seat: 'RELEASED', releaseReason: 'CANCELLED_BY_PERSON' });
    expect(await seatOf(second?.id)).toBe('CONFIRMED');
    expect(await seatOf(third?.id)).toBe('WAITLISTED');
  });

  it('promotes nobody when only a wait was given up', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(3);
    const [, second, third] = await seated(offering.id, people);

    await acts.cancel(people[1] ?? null, second?.id ?? '');

    expect(await seatOf(third?.id)).toBe('WAITLISTED');
    const database = await workerDatabase();
    expect((await seatBookOf(database, offering.id)).counters).toEqual({ confirmed: 1, offered: 0, waiting: 1 });
  });

  it('takes the number away for good: who comes back stands at the end', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(3);
    const [, second] = await seated(offering.id, people);
    await acts.cancel(people[1] ?? null, second?.id ?? '');

    const back = enrollmentIn(await acts.enroll(people[1] ?? null, offering.id));

    expect(back).toMatchObject({ queueNumber: 3, waitlistPosition: 2 });
  });

  it('is no error the second time, and changes nothing more', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(3);
    const [first] = await seated(offering.id, people);
    await acts.cancel(people[0] ?? null, first?.id ?? '');

    const again = await acts.cancel(people[0] ?? null, first?.id ?? '');

    expect(enrollmentIn(again).seat).toBe('RELEASED');
    const database = await workerDatabase();
    expect((await seatBookOf(database, offering.id)).counters).toEqual({ confirmed: 1, offered: 0, waiting: 1 });
  });

  it('promotes one person when the same seat is given up twenty times at once', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(4);
    const [first] = await seated(offering.id, people);

    await Promise.all(Array.from({ length: 20 }, () => acts.cancel(people[0] ?? null, first?.id ?? '')));

    const database = await workerDatabase();
    expect((await seatBookOf(database, offering.id)).rows).toMatchObject({ confirmed: 1, waiting: 2, released: 1 });
  });

  it('moves nobody up after the deadline', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = await world.people(2);
    const [first, second] = await seated(offering.id, people);
    const database = await workerDatabase();
    await database.query(`UPDATE offering SET closes_at = now() WHERE id = $1`, [offering.id]);

    expect(await acts.cancel(people[0] ?? null, first?.id ?? '')).toSucceed();

    expect(await seatOf(second?.id)).toBe('WAITLISTED');
  });

  it('says no price is due any more', async () => {
    const offering = await world.offering({ price: { amount: '10.00', currency: 'KZT' } });
    const person = await world.person();
    const [mine] = await seated(offering.id, [person]);

    expect(enrollmentIn(await acts.cancel(person, mine?.id ?? ''))).toMatchObject({ payment: 'NOT_DUE' });
  });

  it('is too late once the course has begun, except for the academy', async () => {
    const sessions = [{ startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + DAY) }];
    const offering = await world.offering({ sessions, closesAt: new Date(Date.now() + HOUR) });
    const person = await world.person();
    const [mine] = await seated(offering.id, [person]);

    expect(await acts.cancel(person, mine?.id ?? '')).toBeRefusedWith('TooLateToCancel');
    expect(await seatOf(mine?.id)).toBe('CONFIRMED');
    expect(enrollmentIn(await acts.cancel(offering.admin, mine?.id ?? ''))).toMatchObject({
      releaseReason: 'CANCELLED_BY_PROVIDER',
    });
  });

  it('is not for strangers, who do not even learn that the place exists', async () => {
    const offering = await world.offering();
    const [person, stranger] = await world.people(2);
    const otherAdmin = await world.academyAdmin();
    const [mine] = await seated(offering.id, [person as Human]);

    for (const who of [stranger ?? null, otherAdmin]) {
      const answer = await acts.cancel(who, mine?.id ?? '');
      expect(answer).toBeRefusedWith('EnrollmentNotFound');
      expect(answer.data).toEqual((await acts.cancel(who, randomUUID())).data);
    }
    expect(await acts.cancel(null, mine?.id ?? '')).toBeRefusedWith('UNAUTHENTICATED');
    expect(await seatOf(mine?.id)).toBe('CONFIRMED');
  });
});
