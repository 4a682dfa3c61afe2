import type { Reason } from '#platform';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { EnrollmentNotFound } from '../enrollment/enrollment.reasons.js';
import { Completion } from './completion.enums.js';
import { CompletedOnOutside, CorrectionNeedsReason, NoConfirmedSeat } from './completion.reasons.js';

/** How a person’s training ended; null: nothing is recorded. The day stands beside COMPLETED alone. */
export interface Ending {
  completion: Completion | null;
  completedOn: string | null;
}

export interface EndedPlace extends Ending {
  seat: SeatState;
}

export interface EndingWish extends Ending {
  reason: string | null;
}

/** ISO days where the offering is taught. */
export interface TaughtDays {
  first: string;
  /** Of the end of the last session. */
  last: string;
  today: string;
}

/** The ending as it would stand; the very one that stands already when nothing would change. */
export function endingOf(place: EndedPlace, { completion, completedOn }: EndingWish, days: TaughtDays): Ending {
  if (completion === place.completion && (completedOn === null || completedOn === place.completedOn)) return place;
  if (completion !== Completion.COMPLETED) return { completion, completedOn: null };
  // While the last session goes on, its day is the latest there can be.
  return { completion, completedOn: completedOn ?? earlier(days.last, days.today) };
}

/** Why an ending may not be recorded; null: it may. Recording the same again is no error. */
export function whyNotRecorded(place: EndedPlace | undefined, wish: EndingWish, days: TaughtDays): Reason | null {
  if (!place) return new EnrollmentNotFound();
  if (place.seat !== SeatState.CONFIRMED) return new NoConfirmedSeat(place.seat);
  const ending = endingOf(place, wish, days);
  if (ending === place) return null;
  const { completedOn } = ending;
  const isOutside = completedOn !== null && (completedOn < days.first || completedOn > days.today);
  if (isOutside) return new CompletedOnOutside(days.first, days.today);
  return place.completion !== null && !wish.reason ? new CorrectionNeedsReason() : null;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
