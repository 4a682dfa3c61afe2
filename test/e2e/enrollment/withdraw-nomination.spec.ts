import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn, linesIn, reservationIn } from '../../support/enrollment.acts.js';
import { DAY, type Human, type OfferingWish, world } from '../../support/enrollment.world.js';
import { rowCounts, written } from '../../support/identity.world.js';
import { formerOfficers, memberOf, newTree, officerOf, type Tree } from '../../support/nomination.world.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';
import { newcomersTold, toldTo } from '../../support/told.js';

const book = async (id: string) => seatBookOf(await workerDatabase(), id);

let tree: Tree;
let officer: Human;

beforeAll(async () => {
  tree = await newTree();
  officer = await officerOf(tree.branch);
});

/** An offering with one nominee of the branch: in a seat reserved for it, or in an open one. */
async function nominee(wish: OfferingWish & { reserved?: boolean } = {}) {
  const { reserved = true, ...rest } = wish;
  const offering = await world.offering({ capacity: 2, ...rest });
  const reservation = { offeringId: offering.id, organizationId: tree.branch, seats: 1 };
  if (reserved) reservationIn(await acts.reserve(offering.admin, reservation));
  const person = await memberOf(tree.primary);
  const letter = { offeringId: offering.id, organizationId: tree.branch, people: [person] };
  const id = linesIn(await acts.nominate(officer, letter))[0]?.enrollment?.id ?? '';
  return { offering, person, id };
}

/** How often somebody withdrew this nomination, as the audit has it. */
async function withdrawals(id: string): Promise<number> {
  const database = await workerDatabase();
  const [row] = await database.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'withdrawNomination' AND subject_id = $1`,
    [id],
  );
  return row.count;
}

describe('withdrawNomination', () => {
  it('ends the place, and the reserved seat is the holder’s to name somebody else for', async () => {
    const { offering, person, id } = await nominee({ price: { amount: '500', currency: 'UZS' } });

    const place = enrollmentIn(await acts.withdraw(officer, id));

    expect(place).toMatchObject({ seat: 'RELEASED', releaseReason: 'NOMINATION_WITHDRAWN', payment: 'NOT_DUE' });
    expect((await book(offering.id)).reservations[0]).toMatchObject({ named: 0, unnamed: 1 });
    expectSound(await book(offering.id));
    const letter = { offeringId: offering.id, organizationId: tree.branch, people: [await memberOf(tree.primary)] };
    expect(linesIn(await acts.nominate(officer, letter))[0]?.enrollment?.seat).toBe('CONFIRMED');
    expect(await toldTo(person, 'reason', 'note')).toEqual([
      'SEAT_CONFIRMED',
      'PLACE_RELEASED NOMINATION_WITHDRAWN Needed at the works.',
    ]);
    expect(await toldTo(officer)).toEqual([]);
  });

  it('lets the first in the queue into an open seat', async () => {
    const { offering, id } = await nominee({ capacity: 1, reserved: false });
    const waiting = await world.person();
    await acts.enroll(waiting, offering.id);
    await newcomersTold();

    await acts.withdraw(officer, id);

    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 1, waiting: 0, released: 1 });
    expect(await toldTo(waiting)).toEqual(['WAITLISTED', 'SEAT_CONFIRMED']);
    expectSound(await book(offering.id));
  });

  it('closes the approval: those who agreed or were asked hear of it, those whose turn had not come do not', async () => {
    const own = await newTree();
    const [first, second, third] = [
      await officerOf(own.primary),
      await officerOf(own.branch),
      await officerOf(own.union),
    ];
    const layers = ['PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH', 'SECTORAL_UNION'];
    const offering = await world.offering({ capacity: 1, approvalLayers: layers });
    const recommender = await officerOf(own.territory);
    const person = await memberOf(own.primary);
    const letter = { offeringId: offering.id, organizationId: own.territory, people: [person] };
    const id = linesIn(await acts.nominate(recommender, letter))[0]?.enrollment?.id ?? '';
    await acts.agree(first, id);

    await acts.withdraw(recommender, id);

    const database = await workerDatabase();
    const steps = await database.query('SELECT state FROM approval_step WHERE enrollment_id = $1 ORDER BY position', [
      id,
    ]);
    expect(steps.map(({ state }: { state: string }) => state)).toEqual(['APPROVED', 'VOID', 'VOID']);
    const told = ['APPROVAL_REQUESTED', 'NOMINATION_WITHDRAWN Needed at the works.'];
    expect(await Promise.all([first, second, third, recommender].map((who) => toldTo(who, 'note')))).toEqual([
      told,
      told,
      [],
      [],
    ]);
    expect((await acts.agree(second, id)).data.decideApproval.enrollment).toBeNull();
    expectSound(await book(offering.id));
  });

  it('happens once however often it is sent, and leaves a place alone that has ended', async () => {
    const { offering, person, id } = await nominee();
    const key = `withdraw-${id}`;

    await acts.withdraw(officer, id, { key });
    expect(enrollmentIn(await acts.withdraw(officer, id, { key })).seat).toBe('RELEASED');
    expect(await withdrawals(id)).toBe(1);
    expect(enrollmentIn(await acts.withdraw(officer, id)).releaseReason).toBe('NOMINATION_WITHDRAWN');

    expect((await toldTo(person)).filter((kind) => kind === 'PLACE_RELEASED')).toHaveLength(1);
    expect((await book(offering.id)).reservations[0]).toMatchObject({ named: 0, unnamed: 1 });

    const other = await nominee();
    await acts.cancel(other.person, other.id);
    expect(enrollmentIn(await acts.withdraw(officer, other.id)).releaseReason).toBe('CANCELLED_BY_PERSON');
  });

  it('ends with the beginning of the course', async () => {
    const { offering, id } = await nominee();
    const database = await workerDatabase();
    await database.query(
      `UPDATE offering SET opens_at = $2, closes_at = $3, starts_at = now() - interval '1 second' WHERE id = $1`,
      [offering.id, new Date(Date.now() - 2 * DAY), new Date(Date.now() - DAY)],
    );

    expect(await acts.withdraw(officer, id)).toBeRefusedWith('TooLateToCancel');
    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 1, released: 0 });
  });

  it('never meets an approval half-way: a person is approved and taken back, or taken back alone', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { offering, id } = await nominee({ asksApproval: true, capacity: 1 });
      const waiting = enrollmentIn(await acts.enroll(await world.person(), offering.id));
      await acts.decide(offering.admin, waiting.id, 'APPROVE');

      const [withdrawn] = await Promise.all([
        acts.withdraw(officer, id),
        acts.decide(offering.admin, id, 'APPROVE'),
        acts.withdraw(officer, id),
      ]);

      expect(enrollmentIn(withdrawn).seat).toBe('RELEASED');
      const { rows, reservations } = await book(offering.id);
      // The seat was reserved, so it is the branch’s again and not that of who waits.
      expect(rows).toMatchObject({ confirmed: 0, requested: 0, waiting: 1, released: 1 });
      expect(reservations[0]).toMatchObject({ named: 0, unnamed: 1 });
      expectSound(await book(offering.id));
    }
  });

  it('never meets the person’s yes half-way', async () => {
    const { offering, person, id } = await nominee({ asksNomineeAcceptance: true });

    const [withdrawn] = await Promise.all([acts.withdraw(officer, id), acts.answer(person, id, 'ACCEPT')]);

    expect(enrollmentIn(withdrawn).seat).toBe('RELEASED');
    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 0, offered: 0, released: 1 });
    expectSound(await book(offering.id));
  });

  it('is for the recommender and those above it; others are refused without a trace', async () => {
    const { offering, person, id } = await nominee();
    const { revoked, expired } = await formerOfficers(tree.branch);
    const own = enrollmentIn(await acts.enroll(await world.person(), offering.id));
    const askers: [{ token: string } | null, string, string][] = [
      [null, id, 'UNAUTHENTICATED'],
      [person, id, 'FORBIDDEN'],
      [revoked, id, 'FORBIDDEN'],
      [expired, id, 'FORBIDDEN'],
      [await officerOf(tree.union), id, 'EnrollmentNotFound'],
      [await officerOf(tree.primary), id, 'EnrollmentNotFound'],
      [await officerOf(tree.sibling), id, 'EnrollmentNotFound'],
      [await officerOf((await newTree()).branch), id, 'EnrollmentNotFound'],
      [offering.admin, id, 'EnrollmentNotFound'],
      // Who came by themselves was named by nobody.
      [officer, own.id, 'EnrollmentNotFound'],
      [officer, tree.branch, 'EnrollmentNotFound'],
    ];
    const before = await rowCounts();
    for (const [who, enrollmentId, refusal] of askers) {
      expect(await acts.withdraw(who, enrollmentId)).toBeRefusedWith(refusal);
    }
    expect(written(before, await rowCounts())).toEqual({});
    const above = await officerOf(tree.union, 'SUBTREE');
    expect(await acts.withdraw(above, id)).toSucceed();
  });
});
