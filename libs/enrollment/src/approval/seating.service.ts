import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { databaseNow, findClashes } from '../enrollment/enrollment.queries.js';
import { paymentFor, promotionOf } from '../enrollment/enrollment.rules.js';
import type { HeldPlace } from '../enrollment/place-changes.service.js';
import { Settlement } from '../enrollment/settlement.js';
import { OfferingLocks } from '../offering/offering.locks.js';

/** Turns a seat that was kept for somebody into theirs. */
@Injectable()
export class Seating {
  constructor(
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /** Who has not answered yet, or sits elsewhere at that time, is offered it; not written yet. */
  async seatHeld(tx: EntityManager, { offering, enrollment }: HeldPlace): Promise<void> {
    await this.locks.lockPersons(tx, [enrollment.personId]);
    const [clash = null] = (await findClashes(tx, [enrollment])).values();
    const now = await databaseNow(tx);
    enrollment.holdsSeat = false;
    offering.held -= 1;
    enrollment.seat = promotionOf(false, clash, enrollment.nomineeAnswer);
    if (enrollment.seat === SeatState.OFFERED) {
      offering.offered += 1;
      enrollment.offerExpiresAt = this.settlement.offerEnd(offering, now);
      await this.settlement.settleAt(tx, offering, enrollment.offerExpiresAt);
    } else {
      offering.confirmed += 1;
      enrollment.confirmedAt = now;
      if (enrollment.payment === 'NOT_DUE') enrollment.payment = paymentFor(offering);
    }
  }
}
