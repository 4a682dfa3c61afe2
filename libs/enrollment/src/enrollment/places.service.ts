import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Act, Acts, Authority, type RequestContext, refuse, type Viewer } from '#platform';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { Enrollment } from './enrollment.entity.js';
import { ApprovalState, PaymentState, ReleaseReason, SeatState } from './enrollment.enums.js';
import { databaseNow, findClashes } from './enrollment.queries.js';
import {
  ClashesWithOwnSession,
  EnrollmentNotFound,
  NoApprovalPending,
  NoSeatOffered,
  NotWaiting,
  ReasonNeeded,
  SeatOfferExpired,
  TooLateToCancel,
} from './enrollment.reasons.js';
import { giveBack, paymentFor } from './enrollment.rules.js';
import { Lanes } from './lanes.js';
import { Settlement } from './settlement.js';

/** Who may change a place: the person who has it, or who decides for the provider. */
interface Standing {
  offeringId: string;
  personId: string;
  isOwn: boolean;
  decidesForProvider: boolean;
}

type Change = (tx: EntityManager, offering: Offering, enrollment: Enrollment) => Promise<void>;

/** Everything that happens to a place after it was asked for. */
@Injectable()
export class Places {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /**
   * Gives up a place or a wait. Cancelling twice is no error. A seat that becomes free goes to the next in the queue
   * in the same transaction. Refuses with EnrollmentNotFound, TooLateToCancel.
   */
  async cancel(
    asked: RequestContext,
    viewer: Viewer,
    input: { enrollmentId: string; note?: string | null },
  ): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    const act = { name: 'cancelEnrollment', input, onBehalfOf: standing.isOwn ? null : standing.personId };
    return this.change(asked, act, input.enrollmentId, standing, async (tx, offering, enrollment) => {
      if (enrollment.seat === SeatState.RELEASED) return;
      const hasBegun = offering.startsAt <= (await databaseNow(tx));
      if (hasBegun && !standing.decidesForProvider) refuse(new TooLateToCancel());
      const reason = standing.isOwn ? ReleaseReason.CANCELLED_BY_PERSON : ReleaseReason.CANCELLED_BY_PROVIDER;
      release(offering, enrollment, reason, input.note ?? null);
    });
  }

  /**
   * Takes an offered seat. Accepting twice is no error.
   * Refuses with EnrollmentNotFound, NoSeatOffered, SeatOfferExpired, ClashesWithOwnSession.
   */
  async acceptOffer(asked: RequestContext, viewer: Viewer, input: { enrollmentId: string }): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.isOwn) refuse(new EnrollmentNotFound());
    return this.change(
      asked,
      { name: 'acceptSeatOffer', input },
      input.enrollmentId,
      standing,
      async (tx, offering, enrollment) => {
        if (enrollment.seat === SeatState.CONFIRMED) return;
        await this.assertOffered(tx, enrollment);
        await this.locks.lockPersons(tx, [enrollment.personId]);
        const [clash] = (await findClashes(tx, [enrollment])).values();
        if (clash) refuse(new ClashesWithOwnSession(clash));

        offering.offered -= 1;
        offering.confirmed += 1;
        enrollment.seat = SeatState.CONFIRMED;
        enrollment.payment = paymentFor(offering);
        enrollment.offerExpiresAt = null;
        enrollment.confirmedAt = await databaseNow(tx);
      },
    );
  }

  /** Leaves an offered seat to the next. Declining twice is no error. Refuses with EnrollmentNotFound, NoSeatOffered, SeatOfferExpired. */
  async declineOffer(asked: RequestContext, viewer: Viewer, input: { enrollmentId: string }): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.isOwn) refuse(new EnrollmentNotFound());
    return this.change(
      asked,
      { name: 'declineSeatOffer', input },
      input.enrollmentId,
      standing,
      async (tx, offering, enrollment) => {
        if (enrollment.releaseReason === ReleaseReason.OFFER_DECLINED) return;
        await this.assertOffered(tx, enrollment);
        release(offering, enrollment, ReleaseReason.OFFER_DECLINED, null);
      },
    );
  }

  /**
   * Agrees to a person’s place or declines it; an approved person then stands in the queue with the number drawn when
   * they asked, and is seated if a seat is free. Refuses with EnrollmentNotFound, NoApprovalPending, ReasonNeeded.
   */
  async decideApproval(
    asked: RequestContext,
    viewer: Viewer,
    input: { enrollmentId: string; approve: boolean; note?: string | null },
  ): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.decidesForProvider) refuse(new EnrollmentNotFound());
    const note = input.note?.trim() || null;
    if (!input.approve && !note) refuse(new ReasonNeeded());

    const details = { approved: input.approve };
    const act = { name: 'decideApproval', input, details, onBehalfOf: standing.personId };
    return this.change(asked, act, input.enrollmentId, standing, async (_, offering, enrollment) => {
      const { approval, seat } = enrollment;
      if (approval !== ApprovalState.PENDING || seat !== SeatState.REQUESTED) refuse(new NoApprovalPending());
      enrollment.note = note;
      if (input.approve) {
        enrollment.approval = ApprovalState.APPROVED;
        enrollment.seat = SeatState.WAITLISTED;
        offering.waiting += 1;
      } else {
        enrollment.approval = ApprovalState.DECLINED;
        release(offering, enrollment, ReleaseReason.APPROVAL_DECLINED, note);
      }
    });
  }

  /** Moves somebody in the queue; the audit keeps the reason. Refuses with EnrollmentNotFound, NotWaiting. */
  async prioritize(
    asked: RequestContext,
    viewer: Viewer,
    input: { enrollmentId: string; priority: number; reason: string },
  ): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.decidesForProvider) refuse(new EnrollmentNotFound());
    const details = { priority: input.priority, reason: input.reason };
    const act = { name: 'prioritizeEnrollment', input, details, onBehalfOf: standing.personId };
    return this.change(asked, act, input.enrollmentId, standing, async (_, __, enrollment) => {
      const waits = enrollment.seat === SeatState.WAITLISTED || enrollment.seat === SeatState.REQUESTED;
      if (!waits) refuse(new NotWaiting());
      enrollment.priority = input.priority;
    });
  }

  /** Lock, change, write, settle: the same way for every change of one place. */
  private change(
    asked: RequestContext,
    act: Act,
    enrollmentId: string,
    { offeringId }: Standing,
    apply: Change,
  ): Promise<Enrollment> {
    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        const enrollment = await tx.findOneOrFail(Enrollment, { where: { id: enrollmentId } });
        await apply(tx, offering, enrollment);
        await save(tx, enrollment);
        await this.settlement.settle(tx, offering);
        return tx.findOneOrFail(Enrollment, { where: { id: enrollmentId } });
      }),
    );
  }

  /** How the viewer stands to this enrollment. Refuses with EnrollmentNotFound when they may not even see it. */
  private async standing(viewer: Viewer, enrollmentId: string): Promise<Standing> {
    const [row] = await this.database.query(
      `SELECT enrollment.person_id AS "personId", offering.id AS "offeringId", offering.provider_id AS "providerId"
       FROM enrollment JOIN offering ON offering.id = enrollment.offering_id WHERE enrollment.id = $1`,
      [enrollmentId],
    );
    if (!row) refuse(new EnrollmentNotFound());
    const isOwn = row.personId === viewer.personId;
    const decidesForProvider = await this.authority.holdsIn(viewer, 'enrollment.decide', row.providerId);
    if (!isOwn && !decidesForProvider) refuse(new EnrollmentNotFound());
    return { offeringId: row.offeringId, personId: row.personId, isOwn, decidesForProvider };
  }

  private async assertOffered(tx: EntityManager, { seat, offerExpiresAt, releaseReason }: Enrollment): Promise<void> {
    if (releaseReason === ReleaseReason.OFFER_EXPIRED) refuse(new SeatOfferExpired());
    if (seat !== SeatState.OFFERED || !offerExpiresAt) refuse(new NoSeatOffered(seat));
    if (offerExpiresAt <= (await databaseNow(tx))) refuse(new SeatOfferExpired());
  }
}

function release(offering: Offering, enrollment: Enrollment, reason: ReleaseReason, note: string | null): void {
  giveBack(offering, enrollment.seat);
  enrollment.seat = SeatState.RELEASED;
  enrollment.releaseReason = reason;
  enrollment.note = note;
  enrollment.offerExpiresAt = null;
  // What was paid is given back by the people who keep the money; what was only due is no longer.
  if (enrollment.payment === PaymentState.DUE) enrollment.payment = PaymentState.NOT_DUE;
}

async function save(tx: EntityManager, enrollment: Enrollment): Promise<void> {
  await tx.query(
    `UPDATE enrollment SET approval = $2, seat = $3::seat_state, payment = $4, offer_expires_at = $5, confirmed_at = $6,
       release_reason = $7, note = $8, priority = $9,
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
    ],
  );
}
