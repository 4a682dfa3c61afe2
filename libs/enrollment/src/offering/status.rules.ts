import { refuse } from '#platform';
import { OfferingStatus } from './offering.enums.js';
import { StatusDoesNotAllow } from './offering.reasons.js';

const { TENTATIVE, OPEN, CLOSED } = OfferingStatus;

const FROM: Partial<Record<OfferingStatus, readonly OfferingStatus[]>> = {
  [OPEN]: [TENTATIVE, CLOSED],
  [CLOSED]: [OPEN],
};

/** Whether people may step in is switched to and fro; what has begun or ended stays. Refuses with StatusDoesNotAllow. */
export function assertMayBecome(next: OfferingStatus, now: OfferingStatus): void {
  if (!FROM[next]?.includes(now)) refuse(new StatusDoesNotAllow(now));
}
