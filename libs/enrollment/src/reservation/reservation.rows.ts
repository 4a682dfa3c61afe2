import { Any, type EntityManager } from 'typeorm';
import type { ReservedSeats } from '../enrollment/seats.rules.js';
import { SeatReservation } from './seat-reservation.entity.js';

/** All reservations of an offering. The caller holds the offering’s lock, which is the lock of them all. */
export function reservationsOf(tx: EntityManager, offeringId: string): Promise<SeatReservation[]> {
  return tx.find(SeatReservation, { where: { offeringId }, order: { createdAt: 'ASC', id: 'ASC' } });
}

/** The one a place was taken from; null: none. */
export async function reservationById(tx: EntityManager, id: string | null): Promise<SeatReservation | null> {
  return id === null ? null : tx.findOneOrFail(SeatReservation, { where: { id } });
}

export async function reservationsByIds(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, SeatReservation>> {
  if (ids.length === 0) return new Map();
  const found = await tx.find(SeatReservation, { where: { id: Any([...ids]) } });
  return new Map(found.map((reservation) => [reservation.id, reservation]));
}

type Changed = ReservedSeats & { seats: number; passedDown: number };

/** Writes the numbers of reservations, in one statement. */
export async function saveReservations(tx: EntityManager, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `UPDATE seat_reservation SET seats = changed.seats, named = changed.named, unnamed = changed.unnamed,
       passed_down = changed.passed_down
     FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[])
       AS changed (id, seats, named, unnamed, passed_down)
     WHERE seat_reservation.id = changed.id`,
    [
      changed.map(({ id }) => id),
      changed.map(({ seats }) => seats),
      changed.map(({ named }) => named),
      changed.map(({ unnamed }) => unnamed),
      changed.map(({ passedDown }) => passedDown),
    ],
  );
}

/** Nobody holds any seat of the offering any more. */
export async function endReservations(tx: EntityManager, offeringId: string): Promise<void> {
  await tx.query(
    'UPDATE seat_reservation SET seats = 0, named = 0, unnamed = 0, passed_down = 0 WHERE offering_id = $1',
    [offeringId],
  );
}
