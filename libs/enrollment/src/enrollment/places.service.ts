import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Authority, type RequestContext, refuse, type Viewer } from '#platform';
import { OfferingLocks } from '../offering/offering.locks.js';
import type { Enrollment } from './enrollment.entity.js';
import { NomineeAnswer, ReleaseReason, SeatState } from './enrollment.enums.js';
import { databaseNow, findClashes } from './enrollment.queries.js';
import {
  ClashesWithOwnSession,
  EnrollmentNotFound,
  NoAnswerAsked,
  NoSeatOffered,
  NotWaiting,
  SeatOfferExpired,
  TooLateToCancel,
} from './enrollment.reasons.js';
import { paymentFor } from './enrollment.rules.js';
import { type HeldPlace, PlaceChanges, release } from './place-changes.service.js';

/** Who may change a place: the person who has it, or who decides for the provider. */
interface Standing {
  enrollmentId: string;
  offeringId: string;
  personId: string;
  isOwn: boolean;
  decidesForProvider: boolean;
}

/** Everything that happens to a place after it was asked for. */
@Injectable()
export class Places {
  constructor(
    private readonly database: DataSource,
    private readonly authority: Authority,
    private readonly locks: OfferingLocks,
    private readonly changes: PlaceChanges,
  ) {}

  /**
   * Gives up a place or a wait. Cancelling twice is no error. A seat that becomes free goes to the next in the queue
   * in the same transaction. Refuses with EnrollmentNotFound, TooLateToCancel, CompletionRecorded.
   */
  async cancel(
    asked: RequestContext,
    viewer: Viewer,
    input: { enrollmentId: string; note?: string | null },
  ): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    const act = { name: 'cancelEnrollment', input, onBehalfOf: standing.isOwn ? null : standing.personId };
    return this.changes.perform(asked, act, standing, async (tx, place) => {
      const { offering, enrollment } = place;
      if (enrollment.seat === SeatState.RELEASED) return;
      const hasBegun = offering.startsAt <= (await databaseNow(tx));
      if (hasBegun && !standing.decidesForProvider) refuse(new TooLateToCancel());
      const reason = standing.isOwn ? ReleaseReason.CANCELLED_BY_PERSON : ReleaseReason.CANCELLED_BY_PROVIDER;
      release(place, reason, input.note ?? null);
    });
  }

  /**
   * Takes an offered seat. Accepting twice is no error.
   * Refuses with EnrollmentNotFound, NoSeatOffered, SeatOfferExpired, ClashesWithOwnSession.
   */
  async acceptOffer(asked: RequestContext, viewer: Viewer, input: { enrollmentId: string }): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.isOwn) refuse(new EnrollmentNotFound());
    return this.changes.perform(asked, { name: 'acceptSeatOffer', input }, standing, async (tx, place) => {
      if (place.enrollment.seat !== SeatState.CONFIRMED) await this.confirmOffered(tx, place);
    });
  }

  /** Leaves an offered seat to the next. Declining twice is no error. Refuses with EnrollmentNotFound, NoSeatOffered, SeatOfferExpired. */
  async declineOffer(asked: RequestContext, viewer: Viewer, input: { enrollmentId: string }): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.isOwn) refuse(new EnrollmentNotFound());
    return this.changes.perform(asked, { name: 'declineSeatOffer', input }, standing, async (tx, place) => {
      if (place.enrollment.releaseReason === ReleaseReason.OFFER_DECLINED) return;
      await this.assertOffered(tx, place.enrollment);
      release(place, ReleaseReason.OFFER_DECLINED, null);
    });
  }

  /**
   * Says whether a person whom an organization named comes. A seat kept for the answer is confirmed; one given up
   * returns to where it was taken from. The same answer twice is no error.
   * Refuses with EnrollmentNotFound, NoAnswerAsked, SeatOfferExpired, ClashesWithOwnSession.
   */
  async answerNomination(
    asked: RequestContext,
    viewer: Viewer,
    input: { enrollmentId: string; answer: NomineeAnswer.ACCEPTED | NomineeAnswer.DECLINED },
  ): Promise<Enrollment> {
    const standing = await this.standing(viewer, input.enrollmentId);
    if (!standing.isOwn) refuse(new EnrollmentNotFound());
    const act = { name: 'answerNomination', input, details: { answer: input.answer } };
    return this.changes.perform(asked, act, standing, async (tx, place) => {
      const { enrollment } = place;
      if (enrollment.nomineeAnswer === input.answer) return;
      if (enrollment.releaseReason === ReleaseReason.OFFER_EXPIRED) refuse(new SeatOfferExpired());
      const isAsked = enrollment.nomineeAnswer === NomineeAnswer.PENDING && enrollment.seat !== SeatState.RELEASED;
      if (!isAsked) refuse(new NoAnswerAsked());
      enrollment.nomineeAnswer = input.answer;
      if (input.answer === NomineeAnswer.DECLINED) release(place, ReleaseReason.NOMINATION_DECLINED, null);
      else if (enrollment.seat === SeatState.OFFERED) await this.confirmOffered(tx, place);
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
    return this.changes.perform(asked, act, standing, async (_, { enrollment }) => {
      const waits = enrollment.seat === SeatState.WAITLISTED || enrollment.seat === SeatState.REQUESTED;
      if (!waits) refuse(new NotWaiting());
      enrollment.priority = input.priority;
    });
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
    return { enrollmentId, offeringId: row.offeringId, personId: row.personId, isOwn, decidesForProvider };
  }

  private async confirmOffered(tx: EntityManager, { offering, enrollment }: HeldPlace): Promise<void> {
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
    if (enrollment.nomineeAnswer === NomineeAnswer.PENDING) enrollment.nomineeAnswer = NomineeAnswer.ACCEPTED;
  }

  private async assertOffered(tx: EntityManager, { seat, offerExpiresAt, releaseReason }: Enrollment): Promise<void> {
    if (releaseReason === ReleaseReason.OFFER_EXPIRED) refuse(new SeatOfferExpired());
    if (seat !== SeatState.OFFERED || !offerExpiresAt) refuse(new NoSeatOffered(seat));
    if (offerExpiresAt <= (await databaseNow(tx))) refuse(new SeatOfferExpired());
  }
}
