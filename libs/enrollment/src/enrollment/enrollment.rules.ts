import { type Reason, Refusal, refuse } from '#platform';
import { OfferingStatus } from '../offering/offering.enums.js';
import { ApprovalState, PaymentState, SeatState, WhenFull } from './enrollment.enums.js';
import {
  AlreadyEnrolled,
  ClashesWithOwnSession,
  EnrollmentWindowClosed,
  OfferingClosed,
  OfferingFull,
  PersonNotFound,
  WaitlistFull,
} from './enrollment.reasons.js';

/** What an offering has to give: the part of its row that decides. */
export interface Seats {
  status: OfferingStatus;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  confirmed: number;
  offered: number;
  waiting: number;
  lastQueueNumber: number;
  waitlistLimit: number | null;
  asksApproval: boolean;
  priceAmount: string | null;
}

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

export interface Place {
  approval: ApprovalState;
  seat: SeatState;
  payment: PaymentState;
  queueNumber: number | null;
}

/** Whether people are let in at this moment. After the deadline nobody enrolls and the queue does not move. */
export function isEnrolling({ status, opensAt, closesAt }: Seats, now: Date): boolean {
  return status === OfferingStatus.OPEN && opensAt <= now && now < closesAt;
}

export function freeSeats({ capacity, confirmed, offered }: Seats): number {
  return capacity - confirmed - offered;
}

/** Whether settling could change anything: an offer may have run out, or a seat be free while somebody waits. */
export function mayMove(seats: Seats): boolean {
  return seats.offered > 0 || (seats.waiting > 0 && freeSeats(seats) > 0);
}

/** What is to be paid once a seat is confirmed. */
export function paymentFor({ priceAmount }: Pick<Seats, 'priceAmount'>): PaymentState {
  return priceAmount !== null && Number(priceAmount) > 0 ? PaymentState.DUE : PaymentState.NOT_DUE;
}

/** Decides the place a newcomer gets. Refuses with the reason a person would be told. */
export function placeOf(seats: Seats, newcomer: Newcomer, whenFull: WhenFull, now: Date): Place {
  const reason = whyNot(seats, newcomer, now);
  if (reason) refuse(reason);

  const queued = { payment: PaymentState.NOT_DUE, queueNumber: seats.lastQueueNumber + 1 };
  const isFull = freeSeats(seats) <= 0 || seats.waiting > 0;
  if (isFull && whenFull === WhenFull.DECLINE) refuse(new OfferingFull(seats.waiting));
  if (seats.asksApproval) return { ...queued, approval: ApprovalState.PENDING, seat: SeatState.REQUESTED };
  if (!isFull) {
    const payment = paymentFor(seats);
    return { approval: ApprovalState.NOT_NEEDED, seat: SeatState.CONFIRMED, payment, queueNumber: null };
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

/** Takes the place out of what is left to give. */
export function take(seats: Seats, { seat, queueNumber }: Place): void {
  if (seat === SeatState.CONFIRMED) seats.confirmed += 1;
  if (seat === SeatState.WAITLISTED) seats.waiting += 1;
  if (queueNumber !== null) seats.lastQueueNumber = queueNumber;
}

/** Gives back what a place held. Giving up a place in the queue frees no seat. */
export function giveBack(seats: Seats, seat: SeatState): void {
  if (seat === SeatState.CONFIRMED) seats.confirmed -= 1;
  if (seat === SeatState.OFFERED) seats.offered -= 1;
  if (seat === SeatState.WAITLISTED) seats.waiting -= 1;
}

export type Decision = { place: Place } | { refusal: Refusal };

/** Decides for many newcomers in the order they came; one refused line leaves the others alone. */
export function placeAll(
  seats: Seats,
  newcomers: readonly { newcomer: Newcomer; personId: string; whenFull: WhenFull }[],
  now: Date,
): Decision[] {
  const seated = new Set<string>();
  return newcomers.map(({ newcomer, personId, whenFull }) => {
    try {
      const isEnrolled = newcomer.isEnrolled || seated.has(personId);
      const place = placeOf(seats, { ...newcomer, isEnrolled }, whenFull, now);
      take(seats, place);
      seated.add(personId);
      return { place };
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    }
  });
}

/** How the next in the queue gets a freed seat: at once, or as an offer that must be accepted. */
export function promotionOf(asksAcceptance: boolean, clash: Clash | null): SeatState.CONFIRMED | SeatState.OFFERED {
  // Who meanwhile sits elsewhere at that time is asked to choose rather than passed over or seated twice.
  return asksAcceptance || clash ? SeatState.OFFERED : SeatState.CONFIRMED;
}
