import type { EntityManager } from 'typeorm';
import { recordActs } from '#platform';
import type { Offering } from '../offering/offering.entity.js';
import { reservationsOf, saveReservations } from './reservation.rows.js';
import { giveBackOverdue } from './reservation.rules.js';
import { SeatReservation } from './seat-reservation.entity.js';

/** Frees the seats nobody was named for until their day. Answers with how many reservations changed. */
export async function releaseOverdue(tx: EntityManager, offering: Offering, now: Date): Promise<number> {
  if (offering.reserved === 0) return 0;
  const changed = [...giveBackOverdue(offering, await reservationsOf(tx, offering.id), now)];
  await saveReservations(tx, changed);
  await recordActs(
    tx,
    changed.map(({ id, seats }) => ({
      accountId: null,
      act: { name: 'releaseUnusedSeats', details: { seats } },
      subject: Object.assign(new SeatReservation(), { id }),
    })),
  );
  return changed.length;
}
