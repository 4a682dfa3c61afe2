import type { EntityManager } from 'typeorm';
import { prepared } from '#platform';
import type { Enrollment } from './enrollment.entity.js';

/** Writes new enrollments in one statement, however many they are. */
export async function insertEnrollments(tx: EntityManager, enrollments: readonly Enrollment[]): Promise<void> {
  if (enrollments.length === 0) return;
  await prepared(
    tx,
    `INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, queue_number, requested_at, confirmed_at,
       priority, offer_expires_at, recommended_by_id, nominee_answer, reservation_id, holds_seat, replaces_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::approval_state[], $5::seat_state[],
       $6::payment_state[], $7::int[], $8::timestamptz[], $9::timestamptz[], $10::int[],
       $11::timestamptz[], $12::uuid[], $13::nominee_answer[], $14::uuid[], $15::boolean[], $16::uuid[])`,
    [
      enrollments.map(({ id }) => id),
      enrollments.map(({ offeringId }) => offeringId),
      enrollments.map(({ personId }) => personId),
      enrollments.map(({ approval }) => approval),
      enrollments.map(({ seat }) => seat),
      enrollments.map(({ payment }) => payment),
      enrollments.map(({ queueNumber }) => queueNumber),
      enrollments.map(({ requestedAt }) => requestedAt),
      enrollments.map(({ confirmedAt }) => confirmedAt),
      enrollments.map(({ priority }) => priority),
      enrollments.map(({ offerExpiresAt }) => offerExpiresAt),
      enrollments.map(({ recommendedById }) => recommendedById),
      enrollments.map(({ nomineeAnswer }) => nomineeAnswer),
      enrollments.map(({ reservationId }) => reservationId),
      enrollments.map(({ holdsSeat }) => holdsSeat),
      enrollments.map(({ replacesId }) => replacesId),
    ],
  );
}
