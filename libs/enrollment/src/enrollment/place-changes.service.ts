import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Act, Acts, type RequestContext, refuse } from '#platform';
import { voidSteps } from '../approval/step.rows.js';
import { announce } from '../notices/announce.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { reservationById, saveReservations } from '../reservation/reservation.rows.js';
import type { SeatReservation } from '../reservation/seat-reservation.entity.js';
import { Enrollment } from './enrollment.entity.js';
import { PaymentState, type ReleaseReason, SeatState } from './enrollment.enums.js';
import { CompletionRecorded } from './enrollment.reasons.js';
import { Lanes } from './lanes.js';
import { giveBack } from './seats.rules.js';
import { Settlement } from './settlement.js';

/** One place under the lock of its offering. */
export interface HeldPlace {
  offering: Offering;
  enrollment: Enrollment;
  /** The reservation its seat was taken from; null: none. */
  reservation: SeatReservation | null;
}

export type Change = (tx: EntityManager, place: HeldPlace) => Promise<void>;

/** The way every change of one place is made. */
@Injectable()
export class PlaceChanges {
  constructor(
    private readonly acts: Acts,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /** Lock, change, write, settle, in one transaction. Answers with the place as it is afterwards. */
  perform(
    asked: RequestContext,
    act: Act,
    { enrollmentId, offeringId }: { enrollmentId: string; offeringId: string },
    apply: Change,
  ): Promise<Enrollment> {
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        const enrollment = await tx.findOneOrFail(Enrollment, { where: { id: enrollmentId } });
        const reservation = await reservationById(tx, enrollment.reservationId);
        await apply(tx, { offering, enrollment, reservation });
        await saveEnrollment(tx, enrollment);
        if (reservation) await saveReservations(tx, [reservation]);
        await this.settlement.settle(tx, offering);
        await announce(tx, [enrollmentId]);
        return tx.findOneOrFail(Enrollment, { where: { id: enrollmentId } });
      }),
    );
  }
}

/** Ends a place and gives back what it held; not written yet. Refuses with CompletionRecorded. */
export function release(
  { offering, enrollment, reservation }: HeldPlace,
  reason: ReleaseReason,
  note: string | null,
): void {
  if (enrollment.completion) refuse(new CompletionRecorded());
  giveBack(offering, enrollment, reservation);
  enrollment.seat = SeatState.RELEASED;
  enrollment.holdsSeat = false;
  enrollment.releaseReason = reason;
  enrollment.note = note;
  enrollment.offerExpiresAt = null;
  // What was paid is given back by the people who keep the money; what was only due is no longer.
  if (enrollment.payment === PaymentState.DUE) enrollment.payment = PaymentState.NOT_DUE;
}

/** Writes what may change of a place. Nobody is asked any more about one that was released. */
export async function saveEnrollment(tx: EntityManager, enrollment: Enrollment): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET approval = $2, seat = $3::seat_state, payment = $4, offer_expires_at = $5, confirmed_at = $6,
       release_reason = $7, note = $8, priority = $9, holds_seat = $10, nominee_answer = $11, queue_number = $12,
       released_at = CASE WHEN $3::seat_state = 'RELEASED' THEN coalesce(released_at, clock_timestamp()) END
     WHERE id = $1`,
    [
      enrollment.id,
      enrollment.approval,
      enrollment.seat,
      enrollment.payment,
      enrollment.offerExpiresAt,
      enrollment.confirmedAt,
      enrollment.releaseReason,
      enrollment.note,
      enrollment.priority,
      enrollment.holdsSeat,
      enrollment.nomineeAnswer,
      enrollment.queueNumber,
    ],
  );
  if (enrollment.seat === SeatState.RELEASED) await voidSteps(tx, [enrollment.id]);
}
