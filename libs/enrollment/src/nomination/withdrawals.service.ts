import { Injectable } from '@nestjs/common';
import { type RequestContext, refuse, type Viewer } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { ReleaseReason, SeatState } from '../enrollment/enrollment.enums.js';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { EnrollmentNotFound, TooLateToCancel } from '../enrollment/enrollment.reasons.js';
import { PlaceChanges, release } from '../enrollment/place-changes.service.js';
import type { WithdrawNominationInput } from './nomination.inputs.js';
import { Recommenders } from './recommenders.js';

/** An organization takes back whom it named. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly recommenders: Recommenders,
    private readonly changes: PlaceChanges,
  ) {}

  /**
   * Ends the place of a nominee in the name of who named them, until the first session begins; the provider and the
   * person have `cancelEnrollment`. A reserved seat returns to its reservation, another goes to the next in the queue.
   * A place that has ended is left as it is. Refuses with EnrollmentNotFound, TooLateToCancel, CompletionRecorded.
   */
  async withdraw(asked: RequestContext, viewer: Viewer, input: WithdrawNominationInput): Promise<Enrollment> {
    const place = await this.recommenders.standing(viewer, input.enrollmentId);
    if (!place?.isRecommender) refuse(new EnrollmentNotFound());
    const act = { name: 'withdrawNomination', input, onBehalfOf: place.personId };
    return this.changes.perform(asked, act, place, async (tx, held) => {
      if (held.enrollment.seat === SeatState.RELEASED) return;
      if (held.offering.startsAt <= (await databaseNow(tx))) refuse(new TooLateToCancel());
      release(held, ReleaseReason.NOMINATION_WITHDRAWN, input.reason);
    });
  }
}
