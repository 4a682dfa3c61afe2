import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn, linesIn, reservationIn } from '../../support/enrollment.acts.js';
import { DAY, type Human, type OfferingWish, world } from '../../support/enrollment.world.js';
import { rowCounts, written } from '../../support/identity.world.js';
import { formerOfficers, memberOf, membersOf, newTree, officerOf, type Tree } from '../../support/nomination.world.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';

const book = async (id: string) => seatBookOf(await workerDatabase(), id);

let tree: Tree;
let officer: Human;

beforeAll(async () => {
  tree = await newTree();
  officer = await officerOf(tree.branch);
});

/** An offering with one nominee of the branch, in a seat reserved for it. */
async function nominee(wish: OfferingWish = {}) {
  const offering = await world.offering({ capacity: 2, ...wish });
  const reservation = { offeringId: offering.id, organizationId: tree.branch, seats: 1 };
  reservationIn(await acts.reserve(offering.admin, reservation));
  const [person, next] = (await membersOf(tree.primary, 2)) as [Human, Human];
  const letter = { offeringId: offering.id, organizationId: tree.branch, people: [person] };
  const id = linesIn(await acts.nominate(officer, letter))[0]?.enrollment?.id ?? '';
  return { offering, person, next, id };
}

describe('substituteEnrollee', () => {
  it('hands seat, price and reservation on, and ends the first person’s place', async () => {
    const { offering, person, next, id } = await nominee({ price: { amount: '500', currency: 'UZS' } });

    const place = enrollmentIn(await acts.substitute(officer, id, next.personId));

    expect(place).toMatchObject({ seat: 'CONFIRMED', payment: 'DUE', recommendedBy: { id: tree.branch } });
    expect(place).toMatchObject({ person: { id: next.personId } });
    const database = await workerDatabase();
    const rows = await database.query(
      `SELECT person_id AS "personId", seat, payment, release_reason AS reason, replaces_id AS "replacesId"
       FROM enrollment WHERE offering_id = $1 ORDER BY id`,
      [offering.id],
    );
    expect(rows).toEqual([
      { personId: person.personId, seat: 'RELEASED', payment: 'NOT_DUE', reason: 'SUBSTITUTED', replacesId: null },
      { personId: next.personId, seat: 'CONFIRMED', payment: 'DUE', reason: null, replacesId: id },
    ]);
    expect((await book(offering.id)).reservations[0]).toMatchObject({ named: 1, unnamed: 0 });
    expectSound(await book(offering.id));
  });

  it('keeps the seat while the newcomer is not approved, and seats nobody unapproved', async () => {
    const { offering, next, id } = await nominee({ asksApproval: true, capacity: 1 });
    await acts.decide(offering.admin, id, 'APPROVE');

    const place = enrollmentIn(await acts.substitute(officer, id, next.personId));

    expect(place).toMatchObject({ seat: 'REQUESTED', approval: 'PENDING', holdsSeat: true });
    expect((await book(offering.id)).kept).toEqual({ reserved: 0, held: 1 });
    expectSound(await book(offering.id));
    expect(enrollmentIn(await acts.decide(offering.admin, place.id, 'APPROVE')).seat).toBe('CONFIRMED');
    expectSound(await book(offering.id));
  });

  it('gives the kept seat back when the newcomer is declined: an open one goes to who waits', async () => {
    const offering = await world.offering({ capacity: 1, asksApproval: true });
    const [person, next] = (await membersOf(tree.primary, 2)) as [Human, Human];
    const letter = { offeringId: offering.id, organizationId: tree.branch, people: [person] };
    const id = linesIn(await acts.nominate(officer, letter))[0]?.enrollment?.id ?? '';
    await acts.decide(offering.admin, id, 'APPROVE');
    const waiting = enrollmentIn(await acts.enroll(await world.person(), offering.id));
    await acts.decide(offering.admin, waiting.id, 'APPROVE');
    const place = enrollmentIn(await acts.substitute(officer, id, next.personId));
    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 0, waiting: 1, requested: 1 });

    await acts.decide(offering.admin, place.id, 'DECLINE', 'Sent twice before.');

    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 1, waiting: 0, requested: 0, released: 2 });
    expectSound(await book(offering.id));
  });

  it('hands on the place in the queue too', async () => {
    const offering = await world.offering({ capacity: 1 });
    await acts.enroll(await world.person(), offering.id);
    const [person, next] = (await membersOf(tree.primary, 2)) as [Human, Human];
    const letter = { offeringId: offering.id, organizationId: tree.branch, people: [person] };
    const id = linesIn(await acts.nominate(officer, letter))[0]?.enrollment?.id ?? '';
    await acts.enroll(await world.person(), offering.id);

    const place = enrollmentIn(await acts.substitute(officer, id, next.personId));

    expect(place).toMatchObject({ seat: 'WAITLISTED', queueNumber: 1, waitlistPosition: 1 });
    expect((await book(offering.id)).queue).toEqual([1, 2]);
  });

  it('asks the newcomer where the offering asks nominees', async () => {
    const { offering, person, next, id } = await nominee({ asksNomineeAcceptance: true });
    await acts.answer(person, id, 'ACCEPT');

    const place = enrollmentIn(await acts.substitute(officer, id, next.personId));

    expect(place).toMatchObject({ seat: 'OFFERED', nomineeAnswer: 'PENDING' });
    expect(enrollmentIn(await acts.answer(next, place.id, 'ACCEPT')).seat).toBe('CONFIRMED');
    expectSound(await book(offering.id));
  });

  it('refuses who has a place already, who is not of the organization, and what is no nomination', async () => {
    const { offering, person, next, id } = await nominee();
    const own = enrollmentIn(await acts.enroll(next, offering.id));

    expect(await acts.substitute(officer, id, next.personId)).toBeRefusedWith('AlreadyEnrolled');
    expect(await acts.substitute(officer, id, person.personId)).toBeRefusedWith('AlreadyEnrolled');
    expect(await acts.substitute(officer, id, (await world.person()).personId)).toBeRefusedWith('PersonNotFound');
    const other = await memberOf(tree.primary);
    expect(await acts.substitute(offering.admin, own.id, other.personId)).toBeRefusedWith('NotSubstitutable');
    await acts.cancel(person, id);
    expect(await acts.substitute(officer, id, other.personId)).toBeRefusedWith('NotSubstitutable');
    expectSound(await book(offering.id));
  });

  it('ends at the deadline', async () => {
    const { offering, next, id } = await nominee();
    const database = await workerDatabase();
    await database.query('UPDATE offering SET opens_at = $2, closes_at = $3 WHERE id = $1', [
      offering.id,
      new Date(Date.now() - DAY),
      new Date(Date.now() - 1000),
    ]);
    expect(await acts.substitute(officer, id, next.personId)).toBeRefusedWith('EnrollmentWindowClosed');
  });

  it('happens once: of two officers, one wins and the other is told', async () => {
    const { offering, next, id } = await nominee();
    const other = await memberOf(tree.primary);
    const answers = await Promise.all([
      acts.substitute(officer, id, next.personId),
      acts.substitute(await officerOf(tree.branch), id, other.personId),
    ]);
    const refused = answers.filter(({ data }) => data.substituteEnrollee.errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeRefusedWith('NotSubstitutable');
    expectSound(await book(offering.id));
  });

  it('is for the recommender, those above it and the provider; others are refused without a trace', async () => {
    const { offering, person, next, id } = await nominee();
    const { revoked, expired } = await formerOfficers(tree.branch);
    const askers: [{ token: string } | null, string][] = [
      [null, 'UNAUTHENTICATED'],
      [person, 'FORBIDDEN'],
      [revoked, 'FORBIDDEN'],
      [expired, 'FORBIDDEN'],
      [await officerOf(tree.union), 'EnrollmentNotFound'],
      [await officerOf(tree.primary), 'EnrollmentNotFound'],
      [await officerOf(tree.sibling), 'EnrollmentNotFound'],
      [await officerOf((await newTree()).branch), 'EnrollmentNotFound'],
      [await world.academyAdmin(), 'EnrollmentNotFound'],
    ];
    const before = await rowCounts();
    for (const [who, refusal] of askers) {
      expect(await acts.substitute(who, id, next.personId)).toBeRefusedWith(refusal);
    }
    expect(written(before, await rowCounts())).toEqual({});
    const second = enrollmentIn(await acts.substitute(offering.admin, id, next.personId));
    const above = await officerOf(tree.union, 'SUBTREE');
    expect(await acts.substitute(above, second.id, person.personId)).toSucceed();
  });
});
