import { newId } from '../../../libs/platform/src/ids.js';
import { client } from '../../support/client.js';
import { workerDatabase } from '../../support/database.js';
import { acts, enrollmentIn, linesIn, outcomesOf, reservationIn } from '../../support/enrollment.acts.js';
import { type Human, type MadeOffering, world } from '../../support/enrollment.world.js';
import { rowCounts, written } from '../../support/identity.world.js';
import {
  belong,
  formerOfficers,
  memberOf,
  membersOf,
  newTree,
  officerOf,
  type Tree,
} from '../../support/nomination.world.js';
import { expectSound, seatBookOf } from '../../support/seat-book.js';

const book = async (id: string) => seatBookOf(await workerDatabase(), id);

let tree: Tree;
let officer: Human;

beforeAll(async () => {
  tree = await newTree();
  officer = await officerOf(tree.branch);
});

async function reserved(offering: MadeOffering, organizationId: string, seats: number): Promise<string> {
  return reservationIn(await acts.reserve(offering.admin, { offeringId: offering.id, organizationId, seats })).id;
}

describe('nominate', () => {
  it('seats people of the organization and below out of its reservation first, then like everybody', async () => {
    const offering = await world.offering({ capacity: 4 });
    await reserved(offering, tree.branch, 2);
    await acts.enroll(await world.person(), offering.id);
    const people = [...(await membersOf(tree.branch, 1)), ...(await membersOf(tree.primary, 3))];

    const answer = await acts.nominate(officer, { offeringId: offering.id, organizationId: tree.branch, people });

    expect(outcomesOf(answer)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'WAITLISTED']);
    expect(linesIn(answer)[0]?.enrollment).toMatchObject({
      recommendedBy: { id: tree.branch },
      approval: 'NOT_NEEDED',
    });
    const after = await book(offering.id);
    expect(after.reservations[0]).toMatchObject({ seats: 2, named: 2, unnamed: 0 });
    expectSound(after);
  });

  it('takes who joined today and not who left today, by the day where the organization is', async () => {
    const offering = await world.offering({ capacity: 5 });
    // The day begins there first on earth, and here ten hours later at least.
    const island = await newTree();
    const [joined, left] = (await membersOf(island.primary, 2)) as [Human, Human];
    const database = await workerDatabase();
    await database.query(`UPDATE organization SET time_zone = 'Pacific/Kiritimati' WHERE id = $1`, [island.primary]);
    for (const [column, { personId }] of [['started_on', joined] as const, ['ended_on', left] as const]) {
      await database.query(
        `UPDATE membership SET ${column} = (now() AT TIME ZONE 'Pacific/Kiritimati')::date WHERE person_id = $1`,
        [personId],
      );
    }

    const answer = await acts.nominate(await officerOf(island.primary), {
      offeringId: offering.id,
      organizationId: island.primary,
      people: [joined, left],
    });

    expect(outcomesOf(answer)).toEqual(['CONFIRMED', 'PersonNotFound']);
  });

  it('answers each line on its own, with the reason of each that is refused', async () => {
    const offering = await world.offering({ capacity: 5 });
    const [member, enrolled] = (await membersOf(tree.primary, 2)) as [Human, Human];
    await acts.enroll(enrolled, offering.id);
    const foreign = await memberOf((await newTree()).primary);
    const lines = [
      { personId: newId() },
      member,
      enrolled,
      foreign,
      { personId: member.personId, note: 'Once more, by mistake.' },
      { personId: (await memberOf(tree.primary)).personId, reservationId: newId() },
    ];

    const answer = await acts.nominate(officer, {
      offeringId: offering.id,
      organizationId: tree.branch,
      people: lines,
    });

    expect(outcomesOf(answer)).toEqual([
      'PersonNotFound',
      'CONFIRMED',
      'AlreadyEnrolled',
      'PersonNotFound',
      'AlreadyEnrolled',
      'SeatReservationNotFound',
    ]);
    expect(linesIn(answer).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(linesIn(answer)[4]).toMatchObject({ note: 'Once more, by mistake.', enrollment: null });
    expect((await book(offering.id)).rows.confirmed).toBe(2);
  });

  it('places nobody when all or nothing was asked and one line is in the way, and says which', async () => {
    const offering = await world.offering({ capacity: 5 });
    const people = [await memberOf(tree.primary), await world.person(), await memberOf(tree.primary)];
    const before = await rowCounts();

    const wish = { offeringId: offering.id, organizationId: tree.branch, people, allOrNothing: true };
    const answer = await acts.nominate(officer, wish);

    expect(answer).toBeRefusedWith('PersonNotFound');
    expect(answer.data.nominate.errors[0].path).toEqual(['lines', '1', 'personId']);
    expect(written(before, await rowCounts())).toEqual({});

    const fine = people.filter((_, place) => place !== 1);
    expect(outcomesOf(await acts.nominate(officer, { ...wish, people: fine }))).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('lets those go first whom the letter puts first, when seats are few', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [first, second] = (await membersOf(tree.primary, 2)) as [Human, Human];
    const people = [{ personId: first.personId }, { personId: second.personId, priority: 5 }];

    const answer = await acts.nominate(officer, { offeringId: offering.id, organizationId: tree.branch, people });

    expect(outcomesOf(answer)).toEqual(['WAITLISTED', 'CONFIRMED']);
  });

  it('of two officers who name somebody for the last reserved seat, one wins and the other is told', async () => {
    const offering = await world.offering({ capacity: 1 });
    const reservationId = await reserved(offering, tree.branch, 1);
    const officers = [officer, await officerOf(tree.branch)];
    const people = await membersOf(tree.primary, 2);

    const answers = await Promise.all(
      officers.map((who, place) =>
        acts.nominate(who, {
          offeringId: offering.id,
          organizationId: tree.branch,
          people: [{ personId: people[place]?.personId ?? '', reservationId }],
        }),
      ),
    );

    expect(answers.flatMap(outcomesOf).sort()).toEqual(['CONFIRMED', 'ReservationUsedUp']);
    expectSound(await book(offering.id));
  });

  it('oversells nothing when an organization names twenty people while others enroll', async () => {
    const offering = await world.offering({ capacity: 10 });
    await reserved(offering, tree.branch, 6);
    const people = await membersOf(tree.primary, 20);

    await Promise.all([
      ...(await world.people(15)).map((person) => acts.enroll(person, offering.id)),
      ...[people.slice(0, 10), people.slice(10)].map((named) =>
        acts.nominate(officer, { offeringId: offering.id, organizationId: tree.branch, people: named }),
      ),
    ]);

    const after = await book(offering.id);
    expect(after.rows).toMatchObject({ confirmed: 10, waiting: 25 });
    expect(after.reservations[0]).toMatchObject({ named: 6, unnamed: 0 });
    expectSound(after);
  });

  it('repeats the same answer to the same key, line by line', async () => {
    const offering = await world.offering({ capacity: 1 });
    const people = [await memberOf(tree.primary), await world.person()];
    const wish = { offeringId: offering.id, organizationId: tree.branch, people };

    const first = await acts.nominate(officer, wish, { key: 'letter-7', language: 'ru' });
    const again = await acts.nominate(officer, wish, { key: 'letter-7', language: 'ru' });

    expect(again.data).toEqual(first.data);
    expect(linesIn(again)[1]?.errors).toMatchObject([{ message: 'Такого человека нет.' }]);
    expect((await book(offering.id)).rows.confirmed).toBe(1);
  });

  it('keeps a reserved seat for who must be approved, and gives it back when they are not', async () => {
    const offering = await world.offering({ capacity: 1, asksApproval: true });
    await reserved(offering, tree.branch, 1);
    const named = await memberOf(tree.primary);

    const answer = await acts.nominate(officer, {
      offeringId: offering.id,
      organizationId: tree.branch,
      people: [named],
    });
    const [line] = linesIn(answer);
    expect(line?.enrollment).toMatchObject({ seat: 'REQUESTED', approval: 'PENDING', holdsSeat: true });
    expect((await book(offering.id)).kept).toEqual({ reserved: 0, held: 1 });

    await acts.decide(offering.admin, line?.enrollment?.id ?? '', 'DECLINE', 'Not this time.');
    const after = await book(offering.id);
    expect(after.kept).toEqual({ reserved: 1, held: 0 });
    expect(after.reservations[0]).toMatchObject({ named: 0, unnamed: 1 });
    expectSound(after);
  });

  it('confirms the kept seat when the approval is given, ahead of nobody who waits', async () => {
    const offering = await world.offering({
      capacity: 1,
      asksApproval: true,
      price: { amount: '100', currency: 'UZS' },
    });
    await reserved(offering, tree.branch, 1);
    const named = await memberOf(tree.primary);
    const answer = await acts.nominate(officer, {
      offeringId: offering.id,
      organizationId: tree.branch,
      people: [named],
    });
    const id = linesIn(answer)[0]?.enrollment?.id ?? '';

    expect(enrollmentIn(await acts.decide(offering.admin, id, 'APPROVE'))).toMatchObject({
      seat: 'CONFIRMED',
      approval: 'APPROVED',
      payment: 'DUE',
      holdsSeat: false,
    });
    expectSound(await book(offering.id));
  });

  it('returns a seat to the reservation when the nominee withdraws, for somebody else of the organization', async () => {
    const offering = await world.offering({ capacity: 1 });
    await reserved(offering, tree.branch, 1);
    const [named, next] = (await membersOf(tree.primary, 2)) as [Human, Human];
    const stranger = await world.person();
    const wish = { offeringId: offering.id, organizationId: tree.branch };
    const answer = await acts.nominate(officer, { ...wish, people: [named] });
    await acts.enroll(stranger, offering.id);

    await acts.cancel(named, linesIn(answer)[0]?.enrollment?.id ?? '');

    expect((await book(offering.id)).kept.reserved).toBe(1);
    expect(outcomesOf(await acts.nominate(officer, { ...wish, people: [next] }))).toEqual(['CONFIRMED']);
    expectSound(await book(offering.id));
  });

  it.each([0, 101])('refuses a letter of %d people', async (count) => {
    const offering = await world.offering();
    const people = Array.from({ length: count }, () => ({ personId: newId() }));
    const answer = await acts.nominate(officer, { offeringId: offering.id, organizationId: tree.branch, people });
    expect(answer).toBeRefusedWith('BAD_USER_INPUT');
  });
});

describe('an offering that asks nominees', () => {
  async function asked(given: object = {}) {
    const offering = await world.offering({ capacity: 1, asksNomineeAcceptance: true, ...given });
    const person = await memberOf(tree.primary);
    const wish = { offeringId: offering.id, organizationId: tree.branch };
    const answer = await acts.nominate(officer, { ...wish, people: [person] });
    return { offering, person, wish, id: linesIn(answer)[0]?.enrollment?.id ?? '' };
  }

  it('keeps the seat until the person accepts', async () => {
    const { offering, person, id } = await asked();
    expect((await book(offering.id)).rows).toMatchObject({ offered: 1, confirmed: 0 });

    const accepted = enrollmentIn(await acts.answer(person, id, 'ACCEPT'));

    expect(accepted).toMatchObject({ seat: 'CONFIRMED', nomineeAnswer: 'ACCEPTED' });
    expect(await acts.answer(person, id, 'ACCEPT')).toSucceed();
    expect(await acts.answer(person, id, 'DECLINE')).toBeRefusedWith('NoAnswerAsked');
    expectSound(await book(offering.id));
  });

  it('gives the seat to the next when the person declines', async () => {
    const { offering, person, id } = await asked();
    await acts.enroll(await world.person(), offering.id);

    const declined = enrollmentIn(await acts.answer(person, id, 'DECLINE'));

    expect(declined).toMatchObject({
      seat: 'RELEASED',
      nomineeAnswer: 'DECLINED',
      releaseReason: 'NOMINATION_DECLINED',
    });
    expect((await book(offering.id)).rows).toMatchObject({ confirmed: 1, waiting: 0, released: 1 });
  });

  it('takes an accepted seat offer for an answer', async () => {
    const { person, id } = await asked();
    expect(enrollmentIn(await acts.accept(person, id))).toMatchObject({ seat: 'CONFIRMED', nomineeAnswer: 'ACCEPTED' });
  });

  it('lets approval and answer come in either order, and confirms only after both', async () => {
    for (const order of ['answer first', 'approval first']) {
      const { offering, person, id } = await asked({ asksApproval: true });
      const answer = () => acts.answer(person, id, 'ACCEPT').then(enrollmentIn);
      const approve = () => acts.decide(offering.admin, id, 'APPROVE').then(enrollmentIn);
      const [one, other] = order === 'answer first' ? [answer, approve] : [approve, answer];

      expect((await one()).seat).toBe(order === 'answer first' ? 'REQUESTED' : 'OFFERED');
      expect((await other()).seat).toBe('CONFIRMED');
      expectSound(await book(offering.id));
    }
  });

  it('asks nobody who came by themselves, and hears nobody but the person', async () => {
    const { offering, id } = await asked({ capacity: 2 });
    const own = await world.person();
    const enrolled = enrollmentIn(await acts.enroll(own, offering.id));
    const before = await rowCounts();

    expect(enrolled).toMatchObject({ seat: 'CONFIRMED', nomineeAnswer: 'NOT_ASKED' });
    expect(await acts.answer(own, enrolled.id, 'DECLINE')).toBeRefusedWith('NoAnswerAsked');
    for (const who of [own, officer, offering.admin]) {
      expect(await acts.answer(who, id, 'ACCEPT')).toBeRefusedWith('EnrollmentNotFound');
    }
    expect(await acts.answer(null, id, 'ACCEPT')).toBeRefusedWith('UNAUTHENTICATED');
    expect(written(before, await rowCounts())).toEqual({});
  });
});

describe('who may nominate', () => {
  it('is an officer of the organization, or above it; everybody else is refused without a trace', async () => {
    const offering = await world.offering({ capacity: 50 });
    const { revoked, expired } = await formerOfficers(tree.branch);
    const member = await world.person();
    await belong([member], tree.branch);
    const askers: [Human | { token: string } | null, string][] = [
      [null, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
      [revoked, 'FORBIDDEN'],
      [expired, 'FORBIDDEN'],
      [await officerOf(tree.union), 'FORBIDDEN'],
      [await officerOf(tree.primary), 'FORBIDDEN'],
      [await officerOf(tree.sibling), 'FORBIDDEN'],
      [await officerOf((await newTree()).branch), 'FORBIDDEN'],
      [offering.admin, 'FORBIDDEN'],
      [await world.academyAdmin(), 'FORBIDDEN'],
    ];
    const wish = { offeringId: offering.id, organizationId: tree.branch, people: [await memberOf(tree.primary)] };
    const before = await rowCounts();
    for (const [who, refusal] of askers) expect(await acts.nominate(who, wish)).toBeRefusedWith(refusal);
    expect(await acts.nominate(officer, { ...wish, offeringId: newId() })).toBeRefusedWith('OfferingNotFound');
    expect(await acts.nominate(officer, { ...wish, organizationId: newId() })).toBeRefusedWith('OrganizationNotFound');
    expect(written(before, await rowCounts())).toEqual({});

    for (const who of [officer, await officerOf(tree.union, 'SUBTREE')]) {
      const answer = await acts.nominate(who, { ...wish, people: [await memberOf(tree.primary)] });
      expect(outcomesOf(answer)).toEqual(['CONFIRMED']);
    }
  });

  it('lets the letter be read again by the sender and the provider alone', async () => {
    const offering = await world.offering();
    const people = [await memberOf(tree.primary)];
    const sent = await acts.nominate(officer, { offeringId: offering.id, organizationId: tree.branch, people });
    const { id } = sent.data.nominate.nomination;
    const read = async (who: { token: string } | null) => {
      const document = 'query ($id: ID!) { node(id: $id) { id ... on Nomination { lines { personId } } } }';
      return (await client.as(who).send(document, { id })).data.node;
    };

    for (const who of [officer, offering.admin]) {
      expect(await read(who)).toEqual({ id, lines: [{ personId: people[0]?.personId }] });
    }
    for (const who of [await officerOf(tree.sibling), people[0] ?? null, null]) expect(await read(who)).toBeNull();
  });
});
