import { Refusal } from '#platform';
import { OfferingStatus } from '../offering/offering.enums.js';
import { ApprovalState, NomineeAnswer, PaymentState, SeatState, WhenFull } from './enrollment.enums.js';
import {
  AlreadyEnrolled,
  ClashesWithOwnSession,
  EnrollmentWindowClosed,
  OfferingClosed,
  OfferingFull,
  PersonNotFound,
  ReservationUsedUp,
  WaitlistFull,
} from './enrollment.reasons.js';
import {
  type Naming,
  type Newcomer,
  offerEnd,
  placeAll,
  placeInStead,
  placeOf,
  promotionOf,
} from './enrollment.rules.js';
import { giveBack, mayMove, type Seats, take } from './seats.rules.js';

const NOON = new Date('2026-11-22T12:00:00Z');
/** What is true of every place of who came by themselves. */
const ONES_OWN = { holdsSeat: false, nomineeAnswer: NomineeAnswer.NOT_ASKED, reservationId: null };
const somebody: Newcomer = { exists: true, isEnrolled: false, clash: null };

function seats(given: Partial<Seats> = {}): Seats {
  return {
    status: OfferingStatus.OPEN,
    opensAt: new Date('2026-11-01T00:00:00Z'),
    closesAt: new Date('2026-12-01T00:00:00Z'),
    capacity: 5,
    confirmed: 0,
    offered: 0,
    reserved: 0,
    held: 0,
    waiting: 0,
    lastQueueNumber: 0,
    waitlistLimit: null,
    asksApproval: false,
    priceAmount: null,
    ...given,
  };
}

function refusalOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reasons;
    throw error;
  }
  return [];
}

describe('the place a newcomer gets', () => {
  it('is a confirmed seat while seats are left', () => {
    expect(placeOf(seats({ confirmed: 4 }), somebody, WhenFull.WAIT, NOON)).toEqual({
      approval: ApprovalState.NOT_NEEDED,
      seat: SeatState.CONFIRMED,
      payment: PaymentState.NOT_DUE,
      queueNumber: null,
      ...ONES_OWN,
    });
  });

  it('is owed for at once when the seat has a price', () => {
    expect(placeOf(seats({ priceAmount: '1250000.0000' }), somebody, WhenFull.WAIT, NOON).payment).toBe(
      PaymentState.DUE,
    );
  });

  it('is free when the price is zero', () => {
    expect(placeOf(seats({ priceAmount: '0.0000' }), somebody, WhenFull.WAIT, NOON).payment).toBe(PaymentState.NOT_DUE);
  });

  it('is the next number in the queue when all seats are taken, and nothing is owed for waiting', () => {
    const full = seats({ confirmed: 3, offered: 2, lastQueueNumber: 7, priceAmount: '10.00' });
    expect(placeOf(full, somebody, WhenFull.WAIT, NOON)).toEqual({
      approval: ApprovalState.NOT_NEEDED,
      seat: SeatState.WAITLISTED,
      payment: PaymentState.NOT_DUE,
      queueNumber: 8,
      ...ONES_OWN,
    });
  });

  it('never jumps the queue, even when a seat looks free', () => {
    expect(placeOf(seats({ confirmed: 4, waiting: 1, lastQueueNumber: 1 }), somebody, WhenFull.WAIT, NOON).seat).toBe(
      SeatState.WAITLISTED,
    );
  });

  it('is only a request where the academy must agree, though seats are free', () => {
    expect(placeOf(seats({ asksApproval: true }), somebody, WhenFull.WAIT, NOON)).toEqual({
      approval: ApprovalState.PENDING,
      seat: SeatState.REQUESTED,
      payment: PaymentState.NOT_DUE,
      queueNumber: 1,
      ...ONES_OWN,
    });
  });

  it.each([
    ['a stranger', seats(), { ...somebody, exists: false }, PersonNotFound],
    ['somebody already enrolled', seats(), { ...somebody, isEnrolled: true }, AlreadyEnrolled],
    ['a tentative offering', seats({ status: OfferingStatus.TENTATIVE }), somebody, OfferingClosed],
    ['a closed offering', seats({ status: OfferingStatus.CLOSED }), somebody, OfferingClosed],
    ['a running offering', seats({ status: OfferingStatus.RUNNING }), somebody, OfferingClosed],
    ['a finished offering', seats({ status: OfferingStatus.FINISHED }), somebody, OfferingClosed],
    ['a cancelled offering', seats({ status: OfferingStatus.CANCELLED }), somebody, OfferingClosed],
    ['a window not open yet', seats({ opensAt: new Date('2026-11-23T00:00:00Z') }), somebody, EnrollmentWindowClosed],
    ['the very moment of the deadline', seats({ closesAt: NOON }), somebody, EnrollmentWindowClosed],
    [
      'a confirmed session elsewhere at that time',
      seats(),
      { ...somebody, clash: { offeringId: 'other', startsAt: NOON, endsAt: NOON } },
      ClashesWithOwnSession,
    ],
  ])('is refused for %s', (_, offered, newcomer, Reason) => {
    const reasons = refusalOf(() => placeOf(offered, newcomer, WhenFull.WAIT, NOON));
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toBeInstanceOf(Reason);
  });

  it('is refused with the length of the queue to who does not want to wait', () => {
    const [reason] = refusalOf(() => placeOf(seats({ confirmed: 5, waiting: 3 }), somebody, WhenFull.DECLINE, NOON));
    expect(reason).toBeInstanceOf(OfferingFull);
    expect(reason).toMatchObject({ waiting: 3 });
  });

  it('is refused when as many wait as may', () => {
    const [reason] = refusalOf(() =>
      placeOf(seats({ confirmed: 5, waiting: 2, waitlistLimit: 2 }), somebody, WhenFull.WAIT, NOON),
    );
    expect(reason).toBeInstanceOf(WaitlistFull);
    expect(reason).toMatchObject({ limit: 2 });
  });

  it('is given to the last seat and not beyond it', () => {
    expect(placeOf(seats({ confirmed: 4 }), somebody, WhenFull.DECLINE, NOON).seat).toBe(SeatState.CONFIRMED);
    expect(refusalOf(() => placeOf(seats({ confirmed: 5 }), somebody, WhenFull.DECLINE, NOON))).toHaveLength(1);
  });
});

describe('many who come together', () => {
  const line = (...personIds: string[]) =>
    personIds.map((personId) => ({ personId, newcomer: somebody, whenFull: WhenFull.WAIT }));

  it('are placed in the order they came, numbered without gaps', () => {
    const offering = seats({ capacity: 2 });
    const decisions = placeAll(offering, line('a', 'b', 'c', 'd'), NOON);
    expect(decisions.map((decision) => ('place' in decision ? decision.place.queueNumber : 'refused'))).toEqual([
      null,
      null,
      1,
      2,
    ]);
    expect(offering).toMatchObject({ confirmed: 2, waiting: 2, lastQueueNumber: 2 });
  });

  it('leave the others alone when one is refused', () => {
    const offering = seats();
    const decisions = placeAll(offering, line('a', 'a', 'b'), NOON);
    expect(decisions.map((decision) => 'place' in decision)).toEqual([true, false, true]);
    expect(offering.confirmed).toBe(2);
  });
});

describe('giving up a place', () => {
  it.each([
    [SeatState.CONFIRMED, { confirmed: 1, offered: 2, waiting: 2 }],
    [SeatState.OFFERED, { confirmed: 2, offered: 1, waiting: 2 }],
    [SeatState.WAITLISTED, { confirmed: 2, offered: 2, waiting: 1 }],
    [SeatState.REQUESTED, { confirmed: 2, offered: 2, waiting: 2 }],
    [SeatState.RELEASED, { confirmed: 2, offered: 2, waiting: 2 }],
  ])('that is %s gives back just that', (seat, left) => {
    const offering = seats({ confirmed: 2, offered: 2, waiting: 2 });
    giveBack(offering, { seat, holdsSeat: false });
    expect(offering).toMatchObject(left);
  });

  it('undoes what taking it did', () => {
    const offering = seats();
    const place = placeOf(offering, somebody, WhenFull.WAIT, NOON);
    take(offering, place);
    giveBack(offering, place);
    expect(offering).toEqual(seats());
  });
});

describe('a freed seat', () => {
  it('is confirmed at once where no acceptance is asked', () => {
    expect(promotionOf(false, null)).toBe(SeatState.CONFIRMED);
  });

  it('is offered where acceptance is asked', () => {
    expect(promotionOf(true, null)).toBe(SeatState.OFFERED);
  });

  it('is offered to who sits elsewhere at that time, so that they choose', () => {
    expect(promotionOf(false, { offeringId: 'other', startsAt: NOON, endsAt: NOON })).toBe(SeatState.OFFERED);
  });

  it('moves the queue only when one waits', () => {
    expect(mayMove(seats({ confirmed: 4 }))).toBe(false);
    expect(mayMove(seats({ confirmed: 5, waiting: 1 }))).toBe(false);
    expect(mayMove(seats({ confirmed: 4, waiting: 1 }))).toBe(true);
    expect(mayMove(seats({ confirmed: 4, offered: 1 }))).toBe(true);
  });
});

describe('the place of somebody an organization names', () => {
  const named = (unnamed: number, given: Partial<Naming> = {}): Naming => ({
    asksAnswer: false,
    reservations: [{ id: 'ours', named: 0, unnamed }],
    fromReservationOnly: false,
    ...given,
  });

  it('is a reserved seat, though others wait', () => {
    const full = seats({ confirmed: 3, reserved: 2, waiting: 4, lastQueueNumber: 4 });
    expect(placeOf(full, somebody, WhenFull.DECLINE, NOON, named(2))).toMatchObject({
      seat: SeatState.CONFIRMED,
      reservationId: 'ours',
      queueNumber: null,
    });
  });

  it('is like everybody’s when the reservation is used up, unless it had to be that one', () => {
    const full = seats({ confirmed: 5 });
    expect(placeOf(full, somebody, WhenFull.WAIT, NOON, named(0))).toMatchObject({
      seat: SeatState.WAITLISTED,
      reservationId: null,
    });
    const [reason] = refusalOf(() =>
      placeOf(full, somebody, WhenFull.WAIT, NOON, named(0, { fromReservationOnly: true })),
    );
    expect(reason).toBeInstanceOf(ReservationUsedUp);
  });

  it('is kept, and not given, while the approval is pending', () => {
    const asking = seats({ asksApproval: true, reserved: 1, capacity: 1 });
    expect(placeOf(asking, somebody, WhenFull.WAIT, NOON, named(1))).toMatchObject({
      approval: ApprovalState.PENDING,
      seat: SeatState.REQUESTED,
      holdsSeat: true,
    });
    expect(placeOf(asking, somebody, WhenFull.WAIT, NOON, named(0)).holdsSeat).toBe(false);
  });

  it('is offered, and nothing is owed, until they answer', () => {
    const place = placeOf(seats({ priceAmount: '5' }), somebody, WhenFull.WAIT, NOON, named(0, { asksAnswer: true }));
    expect(place).toMatchObject({
      seat: SeatState.OFFERED,
      payment: PaymentState.NOT_DUE,
      nomineeAnswer: NomineeAnswer.PENDING,
    });
  });

  it('draws the reservation down, and then what is open, in one letter', () => {
    const offering = seats({ capacity: 2, reserved: 1 });
    const naming = named(1);
    const decisions = placeAll(
      offering,
      ['a', 'b', 'c'].map((personId) => ({ personId, newcomer: somebody, whenFull: WhenFull.WAIT, naming })),
      NOON,
    );
    expect(
      decisions.map((decision) => 'place' in decision && [decision.place.seat, decision.place.reservationId]),
    ).toEqual([
      [SeatState.CONFIRMED, 'ours'],
      [SeatState.CONFIRMED, null],
      [SeatState.WAITLISTED, null],
    ]);
    expect(naming.reservations[0]).toMatchObject({ named: 1, unnamed: 0 });
    expect(offering).toMatchObject({ confirmed: 2, reserved: 0, waiting: 1 });
  });

  it('returns to its reservation when it is given up', () => {
    const offering = seats({ confirmed: 1 });
    const reservation = { id: 'ours', named: 1, unnamed: 0 };
    giveBack(offering, { seat: SeatState.CONFIRMED, holdsSeat: false }, reservation);
    expect(offering).toMatchObject({ confirmed: 0, reserved: 1 });
    expect(reservation).toMatchObject({ named: 0, unnamed: 1 });
  });
});

describe('a place handed on', () => {
  const old = {
    seat: SeatState.CONFIRMED,
    holdsSeat: false,
    queueNumber: null,
    payment: PaymentState.PAID,
    reservationId: 'ours',
  };

  it('is the same seat at the same price', () => {
    expect(placeInStead(seats(), old, false)).toMatchObject({
      approval: ApprovalState.NOT_NEEDED,
      seat: SeatState.CONFIRMED,
      payment: PaymentState.PAID,
      reservationId: 'ours',
    });
  });

  it('is only kept where the newcomer must be approved, with a number to ask under', () => {
    expect(placeInStead(seats({ asksApproval: true, lastQueueNumber: 3 }), old, false)).toMatchObject({
      approval: ApprovalState.PENDING,
      seat: SeatState.REQUESTED,
      holdsSeat: true,
      queueNumber: 4,
    });
  });

  it('is offered where nominees are asked, or where it was an offer', () => {
    expect(placeInStead(seats(), old, true).seat).toBe(SeatState.OFFERED);
    expect(placeInStead(seats(), { ...old, seat: SeatState.OFFERED }, false).seat).toBe(SeatState.OFFERED);
  });

  it('is the same number in the queue', () => {
    const waiting = { ...old, seat: SeatState.WAITLISTED, queueNumber: 2, payment: PaymentState.NOT_DUE };
    expect(placeInStead(seats(), waiting, false)).toMatchObject({ seat: SeatState.WAITLISTED, queueNumber: 2 });
    expect(placeInStead(seats({ asksApproval: true }), waiting, false)).toMatchObject({
      seat: SeatState.REQUESTED,
      holdsSeat: false,
      queueNumber: 2,
    });
  });
});

describe('the end of an offer', () => {
  it('is so many hours away, the deadline at the latest, unless that is over', () => {
    const closesAt = new Date('2026-11-23T00:00:00Z');
    expect(offerEnd({ closesAt }, NOON, 6)).toEqual(new Date('2026-11-22T18:00:00Z'));
    expect(offerEnd({ closesAt }, NOON, 48)).toEqual(closesAt);
    expect(offerEnd({ closesAt: NOON }, NOON, 6)).toEqual(new Date('2026-11-22T18:00:00Z'));
  });
});
