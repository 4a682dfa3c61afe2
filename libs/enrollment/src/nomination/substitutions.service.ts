import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, type RequestContext, refuse, type Viewer } from '#platform';
import { openSteps } from '../approval/approval-steps.js';
import { Enrollment } from '../enrollment/enrollment.entity.js';
import { PaymentState, ReleaseReason, SeatState } from '../enrollment/enrollment.enums.js';
import { databaseNow, findNewcomers, pairKey, STRANGER } from '../enrollment/enrollment.queries.js';
import { EnrollmentNotFound } from '../enrollment/enrollment.reasons.js';
import { placeInStead, whyNot } from '../enrollment/enrollment.rules.js';
import { insertEnrollments } from '../enrollment/insert-enrollments.js';
import { Lanes } from '../enrollment/lanes.js';
import { newEnrollment } from '../enrollment/new-enrollment.js';
import { type HeldPlace, release, saveEnrollment } from '../enrollment/place-changes.service.js';
import { take } from '../enrollment/seats.rules.js';
import { Settlement } from '../enrollment/settlement.js';
import { announce } from '../notices/announce.js';
import { OfferingLocks } from '../offering/offering.locks.js';
import { reservationById, saveReservations } from '../reservation/reservation.rows.js';
import { peopleOf } from './homes.js';
import type { SubstituteEnrolleeInput } from './nomination.inputs.js';
import { NotSubstitutable } from './nomination.reasons.js';
import { Recommenders } from './recommenders.js';

/** Somebody comes in a nominee’s stead. */
@Injectable()
export class Substitutions {
  constructor(
    private readonly acts: Acts,
    private readonly recommenders: Recommenders,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly settlement: Settlement,
  ) {}

  /**
   * Hands a nominee’s seat, price, reservation and number on to somebody else of the organization, until the deadline.
   * An approval is the person’s own and is not handed on: where one is asked, the seat is kept while the newcomer waits
   * for theirs, and goes back to its reservation or the queue if they do not get it.
   * Its officers may, and those who decide for the provider. Refuses with the reasons of SubstituteEnrolleeError.
   */
  async substitute(asked: RequestContext, viewer: Viewer, input: SubstituteEnrolleeInput): Promise<Enrollment> {
    const standing = await this.recommenders.standing(viewer, input.enrollmentId);
    if (!standing?.isRecommender && !standing?.decidesForProvider) refuse(new EnrollmentNotFound());
    const details = { enrollmentId: input.enrollmentId };
    const act = { name: 'substituteEnrollee', input, details, onBehalfOf: input.personId };
    return this.lanes.run(standing.offeringId, () =>
      this.acts.perform(asked, act, async (tx) => {
        const offering = await this.locks.lock(tx, standing.offeringId);
        const enrollment = await tx.findOneOrFail(Enrollment, { where: { id: input.enrollmentId } });
        const reservation = await reservationById(tx, enrollment.reservationId);
        return this.handOn(tx, { offering, enrollment, reservation }, input.personId.toLowerCase());
      }),
    );
  }

  private async handOn(tx: EntityManager, old: HeldPlace, personId: string): Promise<Enrollment> {
    const { offering, enrollment, reservation } = old;
    const { recommendedById } = enrollment;
    if (enrollment.seat === SeatState.RELEASED || !recommendedById) refuse(new NotSubstitutable());
    const now = await this.assertMayCome(tx, offering, recommendedById, personId);

    const place = placeInStead(offering, enrollment, offering.asksNomineeAcceptance);
    release(old, ReleaseReason.SUBSTITUTED, null);
    Object.assign(enrollment, { queueNumber: null, payment: PaymentState.NOT_DUE });
    await saveEnrollment(tx, enrollment);
    take(offering, place, reservation);
    if (reservation) await saveReservations(tx, [reservation]);
    const offerEnd = this.settlement.offerEnd(offering, now);
    const more = { recommendedById, priority: enrollment.priority, replacesId: enrollment.id };
    const newcomer = newEnrollment({ offeringId: offering.id, personId, place, now, offerEnd }, more);
    await insertEnrollments(tx, [newcomer]);
    await openSteps(tx, offering, [newcomer]);
    if (newcomer.offerExpiresAt) await this.settlement.settleAt(tx, offering, newcomer.offerExpiresAt);
    await this.settlement.settle(tx, offering);
    await announce(tx, [enrollment.id, newcomer.id]);
    return tx.findOneOrFail(Enrollment, { where: { id: newcomer.id } });
  }

  /** Refuses as for everybody who wants a place, and with PersonNotFound who is not of the organization. */
  private async assertMayCome(
    tx: EntityManager,
    offering: HeldPlace['offering'],
    organizationId: string,
    personId: string,
  ): Promise<Date> {
    await this.locks.lockPersons(tx, [personId]);
    const now = await databaseNow(tx);
    const isTheirs = (await peopleOf(tx, organizationId, [personId])).has(personId);
    const pair = { offeringId: offering.id, personId };
    const newcomers = await findNewcomers(tx, isTheirs ? [pair] : []);
    const reason = whyNot(offering, newcomers.get(pairKey(pair)) ?? STRANGER, now);
    if (reason) refuse(reason);
    return now;
  }
}
