import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn, type Reserved, reservationIn } from '../../support/enrollment.acts.js';
import { DAY, type MadeOffering, world } from '../../support/enrollment.world.js';
import { rowCounts, written } from '../../support/identity.world.js';
import { belong, formerOfficers, newTree, officerOf, type Tree } from '../../support/nomination.world.js';
import { statementsOf } from '../../support/query-count.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';

const book = async (id: string) => seatBookOf(await workerDatabase(), id);
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

let tree: Tree;

beforeAll(async () => {
  tree = await newTree();
});

function given(offering: MadeOffering, organizationId: string, seats: number, releaseOn?: string): Promise<Reserved> {
  return acts
    .reserve(offering.admin, { offeringId: offering.id, organizationId, seats, releaseOn })
    .then(reservationIn);
}

/** The day has come: whatever is done next with the offering finds the seats unused. */
async function runOut(reservationId: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(`UPDATE seat_reservation SET release_at = now() - interval '1 second' WHERE id = $1`, [
    reservationId,
  ]);
}

describe('reserveSeats', () => {
  it('keeps seats for an organization, and nobody else gets them', async () => {
    const offering = await world.offering({ capacity: 3 });
    const people = await world.people(2);

    const reservation = await given(offering, tree.union, 2, day(5));
    const seats = [];
    for (const person of people) seats.push(enrollmentIn(await acts.enroll(person, offering.id)).seat);

    expect(reservation).toMatchObject({ seats: 2, named: 0, unnamed: 2, passedDown: 0, releaseOn: day(5) });
    expect(reservation).toMatchObject({ parentId: null, holder: { id: tree.union } });
    expect(seats).toEqual(['CONFIRMED', 'WAITLISTED']);
    const { data } = await client.send(
      'query ($id: ID!) { offering(id: $id) { seatsTaken seatsReserved seatsLeft waitlistLength } }',
      { id: offering.id },
    );
    expect(data.offering).toEqual({ seatsTaken: 1, seatsReserved: 2, seatsLeft: 0, waitlistLength: 1 });
    expectSound(await book(offering.id));
  });

  it('gives no more than is free', async () => {
    const offering = await world.offering({ capacity: 3 });
    await acts.enroll(await world.person(), offering.id);

    const answer = await acts.reserve(offering.admin, {
      offeringId: offering.id,
      organizationId: tree.union,
      seats: 3,
    });

    expect(answer).toBeRefusedWith('NotEnoughSeats');
    expect(answer.data.reserveSeats.errors[0]).toMatchObject({ left: 2, path: ['seats'] });
    expect((await book(offering.id)).reservations).toEqual([]);
  });

  it('is passed down the tree, never beyond what the holder has', async () => {
    const offering = await world.offering({ capacity: 10 });
    const [ofUnion, ofBranch] = [await officerOf(tree.union), await officerOf(tree.branch)];
    const union = await given(offering, tree.union, 6);
    const pass = (who: typeof ofUnion, fromReservationId: string, organizationId: string, seats: number) =>
      acts.reserve(who, { offeringId: offering.id, organizationId, seats, fromReservationId });

    const branch = reservationIn(await pass(ofUnion, union.id, tree.branch, 4));
    const primary = reservationIn(await pass(ofBranch, branch.id, tree.primary, 3));
    const beyond = await pass(ofBranch, branch.id, tree.sibling, 2);
    const sideways = await pass(ofBranch, branch.id, tree.territory, 1);
    const itself = await pass(ofBranch, branch.id, tree.branch, 1);

    expect(primary).toMatchObject({ seats: 3, unnamed: 3, passedDown: 0 });
    expect(beyond).toBeRefusedWith('NotEnoughSeats');
    expect(beyond.data.reserveSeats.errors[0]).toMatchObject({ left: 1 });
    expect(sideways).toBeRefusedWith('OrganizationNotBelow');
    expect(itself).toBeRefusedWith('OrganizationNotBelow');
    const { reservations, kept } = await book(offering.id);
    expect(reservations.map(({ seats, unnamed, passedDown }) => [seats, unnamed, passedDown])).toEqual([
      [6, 2, 4],
      [4, 1, 3],
      [3, 3, 0],
    ]);
    expect(kept.reserved).toBe(6);
    expectSound(await book(offering.id));
  });

  it('is passed down once: of two who give away the last seat, one is told', async () => {
    const offering = await world.offering({ capacity: 5 });
    const officers = [await officerOf(tree.branch), await officerOf(tree.branch)];
    const branch = await given(offering, tree.branch, 1);

    const answers = await Promise.all(
      officers.map((who, place) =>
        acts.reserve(who, {
          offeringId: offering.id,
          organizationId: place === 0 ? tree.primary : tree.sibling,
          seats: 1,
          fromReservationId: branch.id,
        }),
      ),
    );

    const refused = answers.filter(({ data }) => data.reserveSeats.errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeRefusedWith('NotEnoughSeats');
    expectSound(await book(offering.id));
  });

  it('goes back on its day, level by level, and those who wait have the seats at once', async () => {
    const offering = await world.offering({ capacity: 3 });
    const union = await given(offering, tree.union, 3, day(9));
    const passed = { offeringId: offering.id, organizationId: tree.branch, seats: 2, fromReservationId: union.id };
    const branch = reservationIn(await acts.reserve(await officerOf(tree.union), { ...passed, releaseOn: day(4) }));
    for (const person of await world.people(3)) await acts.enroll(person, offering.id);

    await runOut(branch.id);
    await acts.changeCapacity(offering.admin, offering.id, 3);
    const afterBranch = await book(offering.id);
    await runOut(union.id);
    await acts.changeCapacity(offering.admin, offering.id, 3);
    const afterUnion = await book(offering.id);

    expect(afterBranch.reservations.map(({ seats, unnamed }) => [seats, unnamed])).toEqual([
      [3, 3],
      [0, 0],
    ]);
    expect(afterBranch.rows.waiting).toBe(3);
    expect(afterUnion.rows).toMatchObject({ confirmed: 3, waiting: 0 });
    for (const state of [afterBranch, afterUnion]) expectSound(state);
  });

  it('must go back before enrollment ends, later than now, and not after what it comes from', async () => {
    const offering = await world.offering({ capacity: 5, closesAt: new Date(Date.now() + 10 * DAY) });
    const late = { offeringId: offering.id, organizationId: tree.union, seats: 1 };
    for (const releaseOn of [day(0), day(-1), day(12)]) {
      expect(await acts.reserve(offering.admin, { ...late, releaseOn })).toBeRefusedWith('ReleaseDayInvalid');
    }
    const union = await given(offering, tree.union, 2, day(5));
    const down = { ...late, organizationId: tree.branch, fromReservationId: union.id };
    const officer = await officerOf(tree.union);

    expect(await acts.reserve(officer, { ...down, releaseOn: day(6) })).toBeRefusedWith('ReleaseDayInvalid');
    expect(reservationIn(await acts.reserve(officer, down)).releaseOn).toBe(day(5));
  });

  it('gives one effect and the same answer to the same key', async () => {
    const offering = await world.offering({ capacity: 5 });
    const wish = { offeringId: offering.id, organizationId: tree.union, seats: 2 };

    const first = reservationIn(await acts.reserve(offering.admin, wish, { key: 'letter-of-May' }));
    const again = reservationIn(await acts.reserve(offering.admin, wish, { key: 'letter-of-May' }));

    expect(again.id).toBe(first.id);
    expect((await book(offering.id)).kept.reserved).toBe(2);
  });

  it('is refused where nobody can be named any more', async () => {
    const over = await world.offering({ status: 'FINISHED' });
    const closed = await world.offering({
      closesAt: new Date(Date.now() - DAY / 24),
      opensAt: new Date(Date.now() - DAY),
    });
    const wish = { organizationId: tree.union, seats: 1 };

    expect(await acts.reserve(over.admin, { offeringId: over.id, ...wish })).toBeRefusedWith('StatusDoesNotAllow');
    expect(await acts.reserve(closed.admin, { offeringId: closed.id, ...wish })).toBeRefusedWith(
      'EnrollmentWindowClosed',
    );
  });

  it('is protected by the database too: a row whose parts do not add up is refused', async () => {
    const offering = await world.offering({ capacity: 5 });
    const { id } = await given(offering, tree.union, 2);
    const database = await workerDatabase();

    await expect(database.query('UPDATE seat_reservation SET unnamed = 3 WHERE id = $1', [id])).rejects.toMatchObject({
      constraint: 'reservation_adds_up',
    });
    await expect(
      database.query('UPDATE seat_reservation SET unnamed = 1, passed_down = 1 WHERE id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'reservation_cascade_adds_up' });
    await expect(database.query('UPDATE offering SET reserved = 6 WHERE id = $1', [offering.id])).rejects.toMatchObject(
      {
        constraint: 'offering_seats_fit',
      },
    );
  });
});

describe('releaseSeats', () => {
  it('gives unnamed seats back to where they came from, by the holder or the provider', async () => {
    const offering = await world.offering({ capacity: 4 });
    const union = await given(offering, tree.union, 4);
    const officer = await officerOf(tree.branch);
    const passed = { offeringId: offering.id, organizationId: tree.branch, seats: 3, fromReservationId: union.id };
    const branch = reservationIn(await acts.reserve(await officerOf(tree.union), passed));
    const waiting = enrollmentIn(await acts.enroll(await world.person(), offering.id));

    expect(reservationIn(await acts.releaseSeats(officer, branch.id, 2))).toMatchObject({ seats: 1, unnamed: 1 });
    expect(await acts.releaseSeats(officer, branch.id, 2)).toBeRefusedWith('NotEnoughSeats');
    expect((await book(offering.id)).reservations[0]).toMatchObject({ seats: 4, unnamed: 3, passedDown: 1 });
    expect(waiting.seat).toBe('WAITLISTED');

    expect(reservationIn(await acts.releaseSeats(offering.admin, union.id))).toMatchObject({ seats: 1, passedDown: 1 });
    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 1, waiting: 0 });
    expectSound(await book(offering.id));
  });
});

describe('changeCapacity and cancelOffering', () => {
  it('keep what is reserved, until all is called off', async () => {
    const offering = await world.offering({ capacity: 5 });
    await given(offering, tree.union, 3);

    expect(await acts.changeCapacity(offering.admin, offering.id, 2)).toBeRefusedWith('CapacityBelowSeated');
    expect(await acts.cancelOffering(offering.admin, offering.id)).toSucceed();

    const after = await book(offering.id);
    expect(after.kept).toEqual({ reserved: 0, held: 0 });
    expect(after.reservations[0]).toMatchObject({ seats: 0, unnamed: 0 });
  });
});

describe('offering.seatReservations', () => {
  const LIST = `query ($id: ID!, $first: Int!, $after: String) { offering(id: $id) {
    seatReservations(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { holder { id } offering { id } seats } } } } }`;
  type Edge = { node: { holder: { id: string } } };

  it('shows all to the provider, its own branch to a holder, and nothing to others', async () => {
    const offering = await world.offering({ capacity: 10 });
    const union = await given(offering, tree.union, 4);
    const other = await given(offering, tree.territory, 1);
    const ofUnion = await officerOf(tree.union);
    const passed = { offeringId: offering.id, organizationId: tree.branch, seats: 2, fromReservationId: union.id };
    await acts.reserve(ofUnion, passed);
    const holders = async (who: { token: string } | null) => {
      const { data } = await client.as(who).send(LIST, { id: offering.id, first: 10 });
      return data.offering.seatReservations.edges.map(({ node }: Edge) => node.holder.id);
    };

    expect(await holders(offering.admin)).toEqual([tree.union, tree.territory, tree.branch]);
    expect(await holders(ofUnion)).toEqual([tree.union, tree.branch]);
    expect(await holders(await officerOf(tree.branch))).toEqual([tree.branch]);
    for (const who of [await officerOf(tree.primary), await world.person(), null])
      expect(await holders(who)).toEqual([]);

    const ask = (who: { token: string }) =>
      client.as(who).send('query ($id: ID!) { node(id: $id) { id } }', { id: other.id });
    expect((await ask(offering.admin)).data.node).toEqual({ id: other.id });
    expect((await ask(ofUnion)).data.node).toBeNull();
  });

  it('comes in pages', async () => {
    const offering = await world.offering({ capacity: 10 });
    for (const seats of [1, 2, 3]) await given(offering, tree.union, seats);
    const page = async (after?: string) => {
      const { data } = await client.as(offering.admin).send(LIST, { id: offering.id, first: 2, after });
      return data.offering.seatReservations;
    };

    const first = await page();
    const second = await page(first.pageInfo.endCursor);

    expect([first, second].map(({ edges }) => edges.map(({ node }: { node: Reserved }) => node.seats))).toEqual([
      [1, 2],
      [3],
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(first.totalCount).toBe(3);
  });
});

describe('a list of offerings with their reservations', () => {
  it('costs the same number of statements, however many they are', async () => {
    const course = await world.course();
    const reserveInNew = async () => given(await world.offering({ course, capacity: 3 }), tree.union, 1);
    const list = `query ($id: ID!) { offerings(filter: { courseId: $id }) { edges { node {
      seatReservations { totalCount edges { node { holder { name } offering { id } } } } } } } }`;
    const cost = async () => {
      const answer = await client.as(course.academy.admin).send(list, { id: course.id });
      expect(answer).toSucceed();
      return { statements: statementsOf(answer), offerings: answer.data.offerings.edges.length };
    };

    await reserveInNew();
    const one = await cost();
    for (let more = 0; more < 3; more += 1) await reserveInNew();

    expect(one.offerings).toBe(1);
    expect(await cost()).toEqual({ statements: one.statements, offerings: 4 });
  });
});

describe('who may reserve, pass down and give back', () => {
  it('is the provider, the holder and those above it; everybody else is refused without a trace', async () => {
    const offering = await world.offering({ capacity: 10 });
    const branch = await given(offering, tree.branch, 4);
    const { revoked, expired } = await formerOfficers(tree.branch);
    const member = await world.person();
    await belong([member], tree.branch);
    const officers = {
      'a parent’s, for itself alone': await officerOf(tree.union),
      'a sibling of what is below': await officerOf(tree.primary),
      unrelated: await officerOf((await newTree()).branch),
      'another academy': await world.academyAdmin(),
    };
    const askers: [string, { token: string } | null, string, string, string][] = [
      ['nobody', null, 'UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
      ...[member, revoked, expired].map((who): [string, { token: string }, string, string, string] => [
        'no role',
        who,
        'FORBIDDEN',
        'FORBIDDEN',
        'FORBIDDEN',
      ]),
      ...Object.entries(officers).map(([name, who]): [string, { token: string }, string, string, string] => [
        name,
        who,
        'FORBIDDEN',
        'SeatReservationNotFound',
        'SeatReservationNotFound',
      ]),
    ];
    const before = await rowCounts();
    for (const [, who, forReserving, forPassing, forReleasing] of askers) {
      const wish = { offeringId: offering.id, organizationId: tree.primary, seats: 1 };
      expect(await acts.reserve(who, wish)).toBeRefusedWith(forReserving);
      expect(await acts.reserve(who, { ...wish, fromReservationId: branch.id })).toBeRefusedWith(forPassing);
      expect(await acts.releaseSeats(who, branch.id, 1)).toBeRefusedWith(forReleasing);
    }
    expect(written(before, await rowCounts())).toEqual({});

    const above = await officerOf(tree.union, 'SUBTREE');
    const wish = { offeringId: offering.id, organizationId: tree.primary, seats: 1, fromReservationId: branch.id };
    for (const who of [await officerOf(tree.branch), above]) expect(await acts.reserve(who, wish)).toSucceed();
  });
});
