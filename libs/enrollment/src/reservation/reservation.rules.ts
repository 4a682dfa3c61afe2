import type { ReservedSeats, Seats } from '../enrollment/seats.rules.js';

/** The part of a reservation that decides. */
export interface Reservation extends ReservedSeats {
  parentId: string | null;
  path: readonly string[];
  seats: number;
  passedDown: number;
  /** Null: unused seats stay. */
  releaseAt: Date | null;
}

/** Takes unnamed seats out of one reservation, back to the one they came from, or to everybody. */
export function giveUp(seats: Seats, reservation: Reservation, count: number, parent: Reservation | null): void {
  reservation.unnamed -= count;
  reservation.seats -= count;
  if (parent) {
    parent.passedDown -= count;
    parent.unnamed += count;
  } else {
    seats.reserved -= count;
  }
}

/** Keeps seats for an organization: out of the reservation above, or out of what is free. */
export function keep(seats: Seats, count: number, parent: Reservation | null): void {
  if (parent) {
    parent.passedDown += count;
    parent.unnamed -= count;
  } else {
    seats.reserved += count;
  }
}

export function isOverdue({ releaseAt }: Pick<Reservation, 'releaseAt'>, now: Date): boolean {
  return releaseAt !== null && releaseAt <= now;
}

/**
 * Gives back all that is unused after its day, those lowest in the tree first, so that seats rise level by level until
 * they come to a reservation whose day has not come, or are free for everybody. Answers with those that changed.
 */
export function giveBackOverdue(seats: Seats, reservations: readonly Reservation[], now: Date): Set<Reservation> {
  const byId = new Map(reservations.map((reservation) => [reservation.id, reservation]));
  const changed = new Set<Reservation>();
  for (const reservation of [...reservations].sort((a, b) => b.path.length - a.path.length)) {
    if (reservation.unnamed === 0 || !isOverdue(reservation, now)) continue;
    const parent = reservation.parentId === null ? null : (byId.get(reservation.parentId) ?? null);
    giveUp(seats, reservation, reservation.unnamed, parent);
    changed.add(reservation);
    if (parent) changed.add(parent);
  }
  return changed;
}
