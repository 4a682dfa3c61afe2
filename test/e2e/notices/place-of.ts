import { newId } from '../../../libs/platform/src/ids.js';
import { workerDatabase } from '../../support/database.js';
import type { Human, MadeOffering } from '../../support/enrollment.world.js';

interface PlaceWish {
  seat?: string;
  queueNumber?: number;
  priority?: number;
  approval?: string;
  releaseReason?: string;
  note?: string;
  hadSeat?: boolean;
  recommendedById?: string;
}

/** A place as it stands, written without asking anybody. */
export async function placeOf(
  { id: offeringId }: MadeOffering,
  { personId }: Human,
  wish: PlaceWish = {},
): Promise<string> {
  const database = await workerDatabase();
  const id = newId();
  const { seat = 'CONFIRMED', releaseReason = null } = wish;
  await database.query(
    `INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, queue_number, priority,
       offer_expires_at, confirmed_at, release_reason, note, recommended_by_id)
     VALUES ($1, $2, $3, $4, $5::seat_state, 'NOT_DUE', $6, $7,
       CASE WHEN $5::seat_state = 'OFFERED' THEN '2026-09-24T05:00:00Z'::timestamptz END, $8, $9, $10, $11)`,
    [
      id,
      offeringId,
      personId,
      wish.approval ?? 'NOT_NEEDED',
      seat,
      wish.queueNumber ?? null,
      wish.priority ?? 0,
      seat === 'CONFIRMED' || wish.hadSeat ? new Date() : null,
      releaseReason,
      wish.note ?? null,
      wish.recommendedById ?? null,
    ],
  );
  return id;
}
