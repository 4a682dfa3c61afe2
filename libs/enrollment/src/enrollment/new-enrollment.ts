import { newId } from '#platform';
import { Enrollment } from './enrollment.entity.js';
import { SeatState } from './enrollment.enums.js';
import type { Place } from './enrollment.rules.js';

interface Given {
  offeringId: string;
  personId: string;
  place: Place;
  now: Date;
  /** Until when an offered seat is kept; needed for such a place alone. */
  offerEnd?: Date;
}

/** A row for a place that was decided, not written yet; what is left out is as for who came by themselves. */
export function newEnrollment({ offeringId, personId, place, now, offerEnd }: Given, more: Partial<Enrollment> = {}) {
  return Object.assign(new Enrollment(), {
    id: newId(),
    offeringId,
    personId,
    ...place,
    priority: 0,
    offerExpiresAt: place.seat === SeatState.OFFERED ? (offerEnd ?? null) : null,
    requestedAt: now,
    confirmedAt: place.seat === SeatState.CONFIRMED ? now : null,
    releasedAt: null,
    releaseReason: null,
    recommendedById: null,
    replacesId: null,
    note: null,
    ...more,
  });
}
