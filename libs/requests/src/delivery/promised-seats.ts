import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SeatKeeping, type SeatWish } from '#enrollment';

/** Seats that an accepted proposal promised become seats that are kept, once there is an offering to keep them in. */
@Injectable()
export class PromisedSeats {
  constructor(private readonly seats: SeatKeeping) {}

  /**
   * Keeps in each of these offerings what is still owed of its course: everybody who asked is promised a seat in every
   * course of the program, once. What does not fit stays owed, for the next offering of that course. In the order of
   * their ids, because each is locked.
   */
  async keep(tx: EntityManager, requestId: string, offeringIds: readonly string[]): Promise<void> {
    for (const offeringId of [...offeringIds].sort()) {
      const owed = await owedIn(tx, requestId, offeringId);
      const kept = owed.length > 0 ? await this.seats.keepFor(tx, offeringId, owed) : [];
      await tx.query(
        `INSERT INTO program_request_reservation (request_id, reservation_id, seats)
         SELECT $1, * FROM unnest($2::uuid[], $3::int[])`,
        [requestId, kept.map(({ reservationId }) => reservationId), kept.map(({ seats }) => seats)],
      );
    }
  }
}

/** The requester before all, then the first who asked; what an offering kept that was cancelled is owed again. */
function owedIn(tx: EntityManager, requestId: string, offeringId: string): Promise<SeatWish[]> {
  return tx.query(
    `SELECT asker.organization_id AS "organizationId", (asker.promised_seats - coalesce(kept.seats, 0))::int AS seats
     FROM program_request_asker asker
     LEFT JOIN (
       SELECT reservation.organization_id, sum(promise.seats) AS seats
       FROM program_request_reservation promise
       JOIN seat_reservation reservation ON reservation.id = promise.reservation_id
       JOIN offering ON offering.id = reservation.offering_id AND offering.status <> 'CANCELLED'
       WHERE promise.request_id = $1 AND offering.course_id = (SELECT course_id FROM offering WHERE id = $2)
       GROUP BY 1
     ) kept ON kept.organization_id = asker.organization_id
     WHERE asker.request_id = $1 AND asker.withdrawn_at IS NULL AND asker.promised_seats > coalesce(kept.seats, 0)
     ORDER BY asker.is_requester DESC, asker.created_at, asker.id`,
    [requestId, offeringId],
  );
}
