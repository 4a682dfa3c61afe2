import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { sessionOnDay, world } from '../../support/enrollment.world.js';
import { seatBookOf } from '../../support/seat-book.js';

async function filled(capacity: number, count: number, wish = {}) {
  const offering = await world.offering({ capacity, ...wish });
  const people = await world.people(count);
  for (const person of people) await acts.enroll(person, offering.id);
  return { offering, people };
}

const book = async (id: string) => seatBookOf(await workerDatabase(), id);

describe('changeCapacity', () => {
  it('gives new seats to those who wait, in their order', async () => {
    const { offering } = await filled(2, 6);

    const answer = await acts.changeCapacity(offering.admin, offering.id, 4);

    expect(answer.data.changeCapacity.offering).toEqual({
      capacity: 4,
      seatsTaken: 4,
      seatsLeft: 0,
      waitlistLength: 2,
    });
    expect((await book(offering.id)).queue).toEqual([3, 4]);
  });

  it('takes free seats away, and no taken one', async () => {
    const { offering } = await filled(5, 3);

    const refused = await acts.changeCapacity(offering.admin, offering.id, 2);
    expect(refused).toBeRefusedWith('CapacityBelowSeated');
    expect(refused.data.changeCapacity.errors[0]).toMatchObject({ seatsTaken: 3, path: ['capacity'] });
    expect((await book(offering.id)).capacity).toBe(5);

    expect(await acts.changeCapacity(offering.admin, offering.id, 3)).toSucceed();
    expect((await book(offering.id)).capacity).toBe(3);
  });

  it('counts an offered seat as taken', async () => {
    const { offering, people } = await filled(2, 3, { asksAcceptance: true });
    const database = await workerDatabase();
    const [{ id }] = await database.query('SELECT id FROM enrollment WHERE offering_id = $1 AND person_id = $2', [
      offering.id,
      people[0]?.personId,
    ]);
    await acts.cancel(people[0] ?? null, id);

    expect(await acts.changeCapacity(offering.admin, offering.id, 1)).toBeRefusedWith('CapacityBelowSeated');
  });

  it.each([0, -1, 100_001])('refuses a capacity of %d', async (capacity) => {
    const { offering } = await filled(2, 1);
    expect(await acts.changeCapacity(offering.admin, offering.id, capacity)).toBeRefusedWith('BAD_USER_INPUT');
    expect((await book(offering.id)).capacity).toBe(2);
  });

  it('is for the people of the academy', async () => {
    const { offering, people } = await filled(2, 1);
    const otherAdmin = await world.academyAdmin();

    expect(await acts.changeCapacity(people[0] ?? null, offering.id, 9)).toBeRefusedWith('FORBIDDEN');
    expect(await acts.changeCapacity(otherAdmin, offering.id, 9)).toBeRefusedWith('FORBIDDEN');
    expect(await acts.changeCapacity(null, offering.id, 9)).toBeRefusedWith('UNAUTHENTICATED');
    expect((await book(offering.id)).capacity).toBe(2);
  });

  it('oversells nothing while people enroll at the same time', async () => {
    const offering = await world.offering({ capacity: 5 });
    const people = await world.people(40);

    await Promise.all([
      ...people.map((person) => acts.enroll(person, offering.id)),
      ...[10, 7, 20, 12].map((capacity) => acts.changeCapacity(offering.admin, offering.id, capacity)),
    ]);

    const { capacity, counters, rows } = await book(offering.id);
    expect(counters).toEqual({ confirmed: rows.confirmed, offered: rows.offered, waiting: rows.waiting });
    expect(rows.confirmed).toBe(capacity);
    expect(rows.confirmed + rows.waiting).toBe(40);
  });
});

describe('cancelOffering', () => {
  it('releases every place with the reason and frees room and instructor', async () => {
    const course = await world.course();
    const venue = await world.venue(course.academy.id);
    const instructorId = await world.instructor(course.academy.id);
    const session = { ...sessionOnDay(600), roomId: venue.roomIds[0], instructorIds: [instructorId] };
    const wish = { course, venueId: venue.id, mode: 'ON_SITE', sessions: [session] };
    const { offering } = await filled(2, 3, wish);

    const answer = await acts.cancelOffering(offering.admin, offering.id);

    expect(answer.data.cancelOffering.offering).toEqual({
      status: 'CANCELLED',
      cancelReason: 'Too few people.',
      seatsTaken: 0,
      waitlistLength: 0,
    });
    expect((await book(offering.id)).rows).toEqual({ confirmed: 0, offered: 0, waiting: 0, requested: 0, released: 3 });
    await expect(world.offering(wish)).resolves.toBeDefined();
  });

  it('is no error the second time', async () => {
    const { offering } = await filled(2, 1);
    await acts.cancelOffering(offering.admin, offering.id);
    expect(await acts.cancelOffering(offering.admin, offering.id)).toSucceed();
  });

  it('lets nobody in afterwards, however fast they press', async () => {
    const offering = await world.offering({ capacity: 100 });
    const people = await world.people(30);

    await Promise.all([
      ...people.map((person) => acts.enroll(person, offering.id)),
      acts.cancelOffering(offering.admin, offering.id),
    ]);

    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 0, waiting: 0 });
  });

  it('is for the people of the academy', async () => {
    const { offering, people } = await filled(2, 1);
    expect(await acts.cancelOffering(people[0] ?? null, offering.id)).toBeRefusedWith('FORBIDDEN');
    expect((await book(offering.id)).rows.confirmed).toBe(1);
  });
});

it('an enrollment can be found again by its id, by its person and its academy alone', async () => {
  const { client } = await import('../../support/client.js');
  const offering = await world.offering();
  const [person, stranger] = await world.people(2);
  const { id } = enrollmentIn(await acts.enroll(person ?? null, offering.id));
  const ask = (who: { token: string } | null) =>
    client.as(who).send('query N($id: ID!) { node(id: $id) { __typename id } }', { id });

  for (const who of [person ?? null, offering.admin]) {
    expect((await ask(who)).data.node).toEqual({ __typename: 'Enrollment', id });
  }
  for (const who of [stranger ?? null, null]) expect((await ask(who)).data.node).toBeNull();
});
