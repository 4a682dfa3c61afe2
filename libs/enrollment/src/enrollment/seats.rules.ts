import type { OfferingStatus } from '../offering/offering.enums.js';
import { SeatState } from './enrollment.enums.js';
import type { Place } from './enrollment.rules.js';

/** What an offering has to give: the part of its row that decides. */
export interface Seats {
  status: OfferingStatus;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  confirmed: number;
  offered: number;
  /** Kept for organizations that have named nobody for them yet. */
  reserved: number;
  /** Kept for people whose approval is pending. */
  held: number;
  waiting: number;
  lastQueueNumber: number;
  waitlistLimit: number | null;
  asksApproval: boolean;
  priceAmount: string | null;
}

/** Seats an organization has left to name people for. */
export interface ReservedSeats {
  id: string;
  named: number;
  unnamed: number;
}

/** Seats that are nobody’s: neither had, nor offered, nor kept for somebody or for an organization. */
export function freeSeats({ capacity, confirmed, offered, reserved, held }: Seats): number {
  return capacity - confirmed - offered - reserved - held;
}

/** Whether settling could change anything: an offer or a reservation may have run out, or a seat be free while somebody waits. */
export function mayMove(seats: Seats): boolean {
  return seats.offered > 0 || seats.reserved > 0 || (seats.waiting > 0 && freeSeats(seats) > 0);
}

/** Takes the place out of what is left to give; a reserved seat comes out of its reservation. */
export function take(seats: Seats, place: Place, reservation: ReservedSeats | null = null): void {
  count(seats, place, 1);
  if (place.queueNumber !== null) seats.lastQueueNumber = Math.max(seats.lastQueueNumber, place.queueNumber);
  if (reservation) nameFor(seats, reservation, 1);
}

/** Gives back what a place held. Giving up a place in the queue frees no seat; a reserved seat returns to its reservation. */
export function giveBack(seats: Seats, place: HeldPlace, reservation: ReservedSeats | null = null): void {
  count(seats, place, -1);
  if (reservation && hasSeat(place)) nameFor(seats, reservation, -1);
}

type HeldPlace = Pick<Place, 'seat' | 'holdsSeat'>;

/** Whether a seat is gone while this place lasts. */
export function hasSeat({ seat, holdsSeat }: HeldPlace): boolean {
  return holdsSeat || seat === SeatState.CONFIRMED || seat === SeatState.OFFERED;
}

function count(seats: Seats, { seat, holdsSeat }: HeldPlace, by: 1 | -1): void {
  if (seat === SeatState.CONFIRMED) seats.confirmed += by;
  if (seat === SeatState.OFFERED) seats.offered += by;
  if (seat === SeatState.WAITLISTED) seats.waiting += by;
  if (holdsSeat) seats.held += by;
}

function nameFor(seats: Seats, reservation: ReservedSeats, people: 1 | -1): void {
  reservation.named += people;
  reservation.unnamed -= people;
  seats.reserved -= people;
}
