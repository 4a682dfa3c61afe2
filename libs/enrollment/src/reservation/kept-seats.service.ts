import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { freeSeats } from '../enrollment/seats.rules.js';
import { Settlement } from '../enrollment/settlement.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { keep } from './reservation.rules.js';
import { canStillBeNamed } from './reservation.window.js';
import { SeatReservation } from './seat-reservation.entity.js';

/** So many seats for an organization; as many of them as there are. */
export interface SeatWish {
  organizationId: string;
  seats: number;
}

export interface KeptSeats extends SeatWish {
  reservationId: string;
}

/** Keeps seats for organizations that were promised some elsewhere. */
@Injectable()
export class SeatKeeping {
  constructor(
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /**
   * Keeps free seats of an offering in the order of the wishes, for as long as they last; who waits goes before.
   * Part of the caller’s transaction, which holds the offering’s lock from here on. Keeps none where nobody can be
   * named any more. Refuses with OfferingNotFound.
   */
  async keepFor(tx: EntityManager, offeringId: string, wishes: readonly SeatWish[]): Promise<KeptSeats[]> {
    const offering = await this.locks.lock(tx, offeringId);
    await this.settlement.settle(tx, offering);
    const now = await databaseNow(tx);
    if (!canStillBeNamed(offering, now)) return [];

    const kept: KeptSeats[] = [];
    for (const { organizationId, seats: wanted } of wishes) {
      const seats = Math.min(wanted, freeSeats(offering));
      if (seats <= 0) continue;
      const reservationId = newId();
      await tx.insert(SeatReservation, {
        id: reservationId,
        offeringId,
        organizationId,
        parentId: null,
        path: [reservationId],
        seats,
        named: 0,
        unnamed: seats,
        passedDown: 0,
        releaseOn: null,
        releaseAt: null,
        createdAt: now,
      });
      keep(offering, seats, null);
      kept.push({ organizationId, seats, reservationId });
    }
    await this.settlement.settle(tx, offering);
    return kept;
  }
}
