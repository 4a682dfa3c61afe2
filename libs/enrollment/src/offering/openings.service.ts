import { Injectable } from '@nestjs/common';
import { Acts, Authority, faults, type RequestContext, refuse, type Viewer } from '#platform';
import { Lanes } from '../enrollment/lanes.js';
import { Settlement } from '../enrollment/settlement.js';
import type { Offering } from './offering.entity.js';
import { OfferingStatus } from './offering.enums.js';
import { OfferingLocks } from './offering.locks.js';
import { OfferingQueries } from './offering.queries.js';
import { OfferingNotFound } from './offering.reasons.js';
import { assertMayBecome } from './status.rules.js';

/** Lets people enroll, or stops them. */
@Injectable()
export class Openings {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly offerings: OfferingQueries,
    private readonly lanes: Lanes,
    private readonly locks: OfferingLocks,
    private readonly seats: Settlement,
  ) {}

  /** Free seats go to those who wait at once. Refuses with OfferingNotFound, StatusDoesNotAllow. */
  open(asked: RequestContext, viewer: Viewer, offeringId: string): Promise<Offering> {
    return this.become(OfferingStatus.OPEN, 'openOffering', asked, viewer, offeringId);
  }

  /** Those who wait keep their places, and get nothing until it opens again. Refuses as `open` does. */
  close(asked: RequestContext, viewer: Viewer, offeringId: string): Promise<Offering> {
    return this.become(OfferingStatus.CLOSED, 'closeOffering', asked, viewer, offeringId);
  }

  private async become(
    status: OfferingStatus,
    name: string,
    asked: RequestContext,
    viewer: Viewer,
    offeringId: string,
  ): Promise<Offering> {
    const known = await this.offerings.find(offeringId);
    if (!known) refuse(new OfferingNotFound());
    if (!(await this.authority.holdsIn(viewer, 'offering.schedule', known.providerId))) throw faults.forbidden();

    return this.lanes.run(offeringId, () =>
      this.acts.perform(asked, { name, input: { offeringId } }, async (tx) => {
        const offering = await this.locks.lock(tx, offeringId);
        assertMayBecome(status, offering.status);
        offering.status = status;
        await tx.query('UPDATE offering SET status = $2 WHERE id = $1', [offering.id, status]);
        await this.seats.settle(tx, offering);
        return offering;
      }),
    );
  }
}
