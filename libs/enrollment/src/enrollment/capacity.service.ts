import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { type Act, Acts, Authority, faults, type RequestContext, recordActs, refuse, type Viewer } from '#platform';

import { voidSteps } from '../approval/step.rows.js';
import { announce } from '../notices/announce.js';
import { Offering } from '../offering/offering.entity.js';
import { OfferingStatus } from '../offering/offering.enums.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';
import { endReservations } from '../reservation/reservation.rows.js';
import { Enrollment } from './enrollment.entity.js';
import { CapacityBelowSeated, CompletionRecorded } from './enrollment.reasons.js';
import { Lanes } from './lanes.js';
import { Settlement } from './settlement.js';

/** What a provider does to all seats of an offering at once. */
@Injectable()
export class Capacity {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /** More seats go to the queue at once; fewer than are taken is refused. Refuses with OfferingNotFound, StatusDoesNotAllow, CapacityBelowSeated. */
  async change(
    asked: RequestContext,
    viewer: Viewer,
    input: { offeringId: string; capacity: number },
  ): Promise<Offering> {
    const act = { name: 'changeCapacity', input, details: { capacity: input.capacity } };
    return this.act(asked, viewer, act, input.offeringId, async (tx, offering) => {
      if (isOver(offering.status)) refuse(new StatusDoesNotAllow(offering.status));
      const taken = offering.seatsTaken + offering.seatsReserved;
      if (input.capacity < taken) refuse(new CapacityBelowSeated(taken));
      offering.capacity = input.capacity;
      offering.minimum = Math.min(offering.minimum, input.capacity);
      await tx.query('UPDATE offering SET capacity = $2, minimum = $3 WHERE id = $1', [
        offering.id,
        offering.capacity,
        offering.minimum,
      ]);
    });
  }

  /** Releases every place, frees rooms and instructors. Cancelling twice is no error. Refuses with OfferingNotFound, StatusDoesNotAllow, CompletionRecorded. */
  async cancelOffering(
    asked: RequestContext,
    viewer: Viewer,
    input: { offeringId: string; reason: string },
  ): Promise<Offering> {
    const act = { name: 'cancelOffering', input };
    return this.act(asked, viewer, act, input.offeringId, async (tx, offering) => {
      if (offering.status === OfferingStatus.CANCELLED) return;
      if (offering.status === OfferingStatus.FINISHED) refuse(new StatusDoesNotAllow(offering.status));
      const completed = await tx.exists(Enrollment, { where: { offeringId: offering.id, completion: Not(IsNull()) } });
      if (completed) refuse(new CompletionRecorded('offeringId'));
      await this.releaseAll(tx, asked, offering, input.reason);
      Object.assign(offering, { status: OfferingStatus.CANCELLED, cancelReason: input.reason });
      Object.assign(offering, { confirmed: 0, offered: 0, waiting: 0, reserved: 0, held: 0 });
      await endReservations(tx, offering.id);
      await tx.query('UPDATE offering SET status = $2, cancel_reason = $3 WHERE id = $1', [
        offering.id,
        offering.status,
        offering.cancelReason,
      ]);
      await tx.query('UPDATE session SET takes_place = false WHERE offering_id = $1', [offering.id]);
    });
  }

  private async releaseAll(tx: EntityManager, asked: RequestContext, offering: Offering, note: string): Promise<void> {
    const [released]: [{ id: string; personId: string }[], number] = await tx.query(
      `UPDATE enrollment SET seat = 'RELEASED', release_reason = 'OFFERING_CANCELLED', note = $2,
         released_at = clock_timestamp(), offer_expires_at = NULL, holds_seat = false,
         payment = CASE WHEN payment = 'DUE' THEN 'NOT_DUE' ELSE payment END
       WHERE offering_id = $1 AND seat <> 'RELEASED' RETURNING id, person_id AS "personId"`,
      [offering.id, note],
    );
    await voidSteps(
      tx,
      released.map(({ id }) => id),
    );
    await recordActs(
      tx,
      released.map(({ id, personId }) => ({
        accountId: asked.viewer?.accountId ?? null,
        act: { name: 'cancelOffering', onBehalfOf: personId },
        subject: Object.assign(new Enrollment(), { id }),
      })),
    );
    await announce(
      tx,
      released.map(({ id }) => id),
    );
  }

  private async act(
    asked: RequestContext,
    viewer: Viewer,
    act: Act,
    offeringId: string,
    apply: (tx: EntityManager, offering: Offering) => Promise<void>,
  ): Promise<Offering> {
    const known = await this.database.manager.findOne(Offering, {
      where: { id: offeringId },
      select: { id: true, providerId: true },
    });
    if (!known) refuse(new OfferingNotFound());
    if (!(await this.authority.holdsIn(viewer, 'offering.schedule', known.providerId))) throw faults.forbidden();
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        await apply(tx, offering);
        await this.settlement.settle(tx, offering);
        return offering;
      }),
    );
  }
}

function isOver(status: OfferingStatus): boolean {
  return status === OfferingStatus.FINISHED || status === OfferingStatus.CANCELLED;
}
