import { type Reason, Refusal, refuse } from '#platform';
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
import { freeSeats, hasSeat, type ReservedSeats, type Seats, take } from './seats.rules.js';

/** What is known of a newcomer at the moment of deciding. */
export interface Newcomer {
  exists: boolean;
  isEnrolled: boolean;
  /** A confirmed session of theirs at the same time; null: none. */
  clash: Clash | null;
}

export interface Clash {
  offeringId: string;
  startsAt: Date;
  endsAt: Date;
}

/** How a person comes to ask: by themselves, or because an organization names them. */
export interface Naming {
  /** Whether the person is asked before they have a seat for good. */
  asksAnswer: boolean;
  /** Reservations of the organization to draw from, in this order; the first that has seats left is used. */
  reservations: readonly ReservedSeats[];
  /** Whether the person is to have a reserved seat or none. */
  fromReservationOnly: boolean;
}

/** Nobody named them. */
export const BY_THEMSELVES: Naming = { asksAnswer: false, reservations: [], fromReservationOnly: false };

export interface Place {
  approval: ApprovalState;
  seat: SeatState;
  payment: PaymentState;
  queueNumber: number | null;
  /** Whether a seat is kept until the approval is decided. */
  holdsSeat: boolean;
  nomineeAnswer: NomineeAnswer;
  /** The reservation the seat is taken from; null: an open seat, or none. */
  reservationId: string | null;
}

/** Whether people are let in at this moment. After the deadline nobody enrolls and the queue does not move. */
export function isEnrolling({ status, opensAt, closesAt }: Seats, now: Date): boolean {
  return status === OfferingStatus.OPEN && opensAt <= now && now < closesAt;
}

/** What is to be paid once a seat is confirmed. */
export function paymentFor({ priceAmount }: Pick<Seats, 'priceAmount'>): PaymentState {
  return priceAmount !== null && Number(priceAmount) > 0 ? PaymentState.DUE : PaymentState.NOT_DUE;
}

/** Decides the place a newcomer gets. Refuses with the reason a person would be told. */
export function placeOf(
  seats: Seats,
  newcomer: Newcomer,
  whenFull: WhenFull,
  now: Date,
  { asksAnswer, reservations, fromReservationOnly }: Naming = BY_THEMSELVES,
): Place {
  const reason = whyNot(seats, newcomer, now);
  if (reason) refuse(reason);
  const reservation = reservations.find(({ unnamed }) => unnamed > 0);
  if (fromReservationOnly && !reservation) refuse(new ReservationUsedUp());

  const nomineeAnswer = asksAnswer ? NomineeAnswer.PENDING : NomineeAnswer.NOT_ASKED;
  const plain = { holdsSeat: false, nomineeAnswer, reservationId: reservation?.id ?? null };
  const queued = { ...plain, payment: PaymentState.NOT_DUE, queueNumber: seats.lastQueueNumber + 1 };
  const isFull = !reservation && (freeSeats(seats) <= 0 || seats.waiting > 0);
  if (isFull && whenFull === WhenFull.DECLINE) refuse(new OfferingFull(seats.waiting));
  if (seats.asksApproval) {
    const holdsSeat = reservation !== undefined;
    return { ...queued, approval: ApprovalState.PENDING, seat: SeatState.REQUESTED, holdsSeat };
  }
  if (!isFull) {
    const seat = asksAnswer ? SeatState.OFFERED : SeatState.CONFIRMED;
    const payment = asksAnswer ? PaymentState.NOT_DUE : paymentFor(seats);
    return { ...plain, approval: ApprovalState.NOT_NEEDED, seat, payment, queueNumber: null };
  }
  if (seats.waitlistLimit !== null && seats.waiting >= seats.waitlistLimit)
    refuse(new WaitlistFull(seats.waitlistLimit));
  return { ...queued, approval: ApprovalState.NOT_NEEDED, seat: SeatState.WAITLISTED };
}

/** The reason a newcomer is not let in whatever the seats say; null: none. Asked also before anybody presses a button. */
export function whyNot(seats: Seats, { exists, isEnrolled, clash }: Newcomer, now: Date): Reason | null {
  if (!exists) return new PersonNotFound();
  if (seats.status !== OfferingStatus.OPEN) return new OfferingClosed(seats.status);
  if (!isEnrolling(seats, now)) return new EnrollmentWindowClosed(seats.opensAt, seats.closesAt);
  if (isEnrolled) return new AlreadyEnrolled();
  return clash && new ClashesWithOwnSession(clash);
}

export type Decision = { place: Place } | { refusal: Refusal };

export interface Applicant {
  personId: string;
  newcomer: Newcomer;
  whenFull: WhenFull;
  /** Absent: they come by themselves. */
  naming?: Naming;
}

/** Decides for many newcomers in the order they came; one refused line leaves the others alone. */
export function placeAll(seats: Seats, applicants: readonly Applicant[], now: Date): Decision[] {
  const placed = new Set<string>();
  return applicants.map(({ newcomer, personId, whenFull, naming = BY_THEMSELVES }) => {
    try {
      const isEnrolled = newcomer.isEnrolled || placed.has(personId);
      const place = placeOf(seats, { ...newcomer, isEnrolled }, whenFull, now, naming);
      take(
        seats,
        place,
        naming.reservations.find(({ id }) => id === place.reservationId),
      );
      placed.add(personId);
      return { place };
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    }
  });
}

/** The place of who comes in somebody’s stead: the same seat or number, kept while the newcomer is not approved. */
export function placeInStead(seats: Seats, old: SubstitutedPlace, asksAnswer: boolean): Place {
  const had = hasSeat(old);
  const queueNumber = old.queueNumber ?? (seats.asksApproval ? seats.lastQueueNumber + 1 : null);
  const nomineeAnswer = asksAnswer ? NomineeAnswer.PENDING : NomineeAnswer.NOT_ASKED;
  const paid = old.payment === PaymentState.DUE ? PaymentState.NOT_DUE : old.payment;
  const place = { queueNumber, nomineeAnswer, reservationId: old.reservationId, payment: paid, holdsSeat: false };
  if (seats.asksApproval) {
    return { ...place, approval: ApprovalState.PENDING, seat: SeatState.REQUESTED, holdsSeat: had };
  }
  const approval = ApprovalState.NOT_NEEDED;
  if (!had) return { ...place, approval, seat: SeatState.WAITLISTED };
  if (asksAnswer || old.seat === SeatState.OFFERED) return { ...place, approval, seat: SeatState.OFFERED };
  return { ...place, approval, seat: SeatState.CONFIRMED, payment: old.payment };
}

type SubstitutedPlace = Pick<Place, 'seat' | 'holdsSeat' | 'queueNumber' | 'payment' | 'reservationId'>;

/** How somebody gets a seat that became theirs: at once, or as an offer that must be accepted. */
export function promotionOf(
  asksAcceptance: boolean,
  clash: Clash | null,
  answer: NomineeAnswer = NomineeAnswer.NOT_ASKED,
): SeatState.CONFIRMED | SeatState.OFFERED {
  // Who meanwhile sits elsewhere at that time is asked to choose rather than passed over or seated twice.
  return asksAcceptance || clash || answer === NomineeAnswer.PENDING ? SeatState.OFFERED : SeatState.CONFIRMED;
}

/** An offer never outlives the enrollment deadline, after which the queue does not move; one made later is not cut. */
export function offerEnd({ closesAt }: Pick<Seats, 'closesAt'>, now: Date, hours: number): Date {
  const end = new Date(now.getTime() + hours * 3_600_000);
  return end < closesAt || closesAt <= now ? end : closesAt;
}
