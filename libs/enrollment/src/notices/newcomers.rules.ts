import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { SeatState } from '../enrollment/enrollment.enums.js';
import type { Offering } from '../offering/offering.entity.js';
import type { ToldOffering } from './told.queries.js';
import type { OwnPlace } from './write-notices.js';

type Filled = Pick<Offering, 'id' | 'waiting' | 'asksApproval'>;

/**
 * What people are told of the places they were given, in the order in which they got them. The offerings are counted
 * with them already. Where somebody must approve first there is nothing to tell yet.
 */
export function newcomersOf(
  offerings: readonly Filled[],
  enrollments: readonly Enrollment[],
  told: ReadonlyMap<string, Pick<ToldOffering, 'waitingBehind'>>,
): OwnPlace[] {
  return offerings
    .filter(({ asksApproval }) => !asksApproval)
    .flatMap(({ id, waiting }) => {
      const own = enrollments.filter(({ offeringId }) => offeringId === id);
      const queued = own.filter(({ seat }) => seat === SeatState.WAITLISTED);
      const aheadOfAll = waiting - queued.length - (told.get(id)?.waitingBehind ?? 0);
      return own.map((enrollment) => {
        const place = queued.indexOf(enrollment);
        return { ...enrollment, ahead: place === -1 ? null : aheadOfAll + place };
      });
    });
}
