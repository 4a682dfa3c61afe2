import type { Offering } from '../offering/offering.entity.js';
import { OfferingStatus } from '../offering/offering.enums.js';

const { TENTATIVE, OPEN, CLOSED } = OfferingStatus;

export const hasSeatsToKeep = (status: OfferingStatus) => [TENTATIVE, OPEN, CLOSED].includes(status);

/** Seats are kept only while somebody can still be named for them. */
export function canStillBeNamed({ status, closesAt }: Offering, now: Date): boolean {
  return hasSeatsToKeep(status) && closesAt > now;
}
