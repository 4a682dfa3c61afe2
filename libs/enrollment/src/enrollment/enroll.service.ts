import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonAccess } from '#identity';
import { Authority, Jobs, type RequestContext, refuse, Transactions, type Viewer } from '#platform';
import { OfferingLocks } from '../offering/offering.locks.js';
import { OfferingNotFound } from '../offering/offering.reasons.js';
import { Admission, type EnrollRequest } from './admission.js';
import { Batches } from './batches.js';
import type { EnrollInput } from './enroll.input.js';
import type { Enrollment } from './enrollment.entity.js';
import { NotYourMember } from './enrollment.reasons.js';
import { Lanes } from './lanes.js';
import { Settlement } from './settlement.js';

/** The part of a process’s connections that may wait for locks of others. More would hold up what needs no lock. */
const MAY_WAIT = 1 / 3;

@Injectable()
export class Enroll {
  private readonly batches: Batches<EnrollRequest, Enrollment>;

  constructor(
    private readonly database: DataSource,
    transactions: Transactions,
    private readonly authority: Authority,
    private readonly persons: PersonAccess,
    locks: OfferingLocks,
    settlement: Settlement,
    lanes: Lanes,
    jobs: Jobs,
  ) {
    const admission = new Admission(transactions, locks, settlement, jobs);
    const mayWait = Math.ceil((database.options.poolSize ?? 1) * MAY_WAIT);
    this.batches = new Batches(lanes, (...batch) => admission.decide(...batch), identitiesOf, mayWait);
  }

  /**
   * Gives a person a seat or a place in the queue.
   *
   * The offering row is locked first, so two callers never count the same seat; callers of one process who come
   * together are decided together, whichever offerings they want.
   * Refuses with OfferingNotFound, NotYourMember, PersonNotFound, OfferingClosed, EnrollmentWindowClosed,
   * AlreadyEnrolled, ClashesWithOwnSession, OfferingFull, WaitlistFull.
   */
  async enroll(asked: RequestContext, viewer: Viewer, input: EnrollInput): Promise<Enrollment> {
    const personId = input.personId ?? viewer.personId;
    if (personId !== viewer.personId) await this.assertMayEnroll(viewer, input.offeringId, personId);
    return this.batches.submit(input.offeringId, { asked, viewer, personId, whenFull: input.whenFull, input });
  }

  private async assertMayEnroll(viewer: Viewer, offeringId: string, personId: string): Promise<void> {
    const [offering] = await this.database.query('SELECT provider_id AS "providerId" FROM offering WHERE id = $1', [
      offeringId,
    ]);
    if (!offering) refuse(new OfferingNotFound());
    const decides = await this.authority.holdsIn(viewer, 'enrollment.decide', offering.providerId);
    if (!decides && !(await this.persons.mayActFor(viewer, personId))) refuse(new NotYourMember());
  }
}

/** One person wants two places one after the other: the first may stand in the way of the second. */
function identitiesOf({ asked, viewer, personId }: EnrollRequest): string[] {
  return [personId, ...(asked.idempotencyKey ? [`${viewer.accountId} ${asked.idempotencyKey}`] : [])];
}
