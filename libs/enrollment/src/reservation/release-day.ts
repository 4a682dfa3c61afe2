import { refuse } from '#platform';
import { ReleaseDayInvalid } from './reservation.reasons.js';

export interface ReleaseDay {
  releaseOn: string | null;
  releaseAt: Date | null;
}

interface Wish {
  releaseOn: string | null;
  timeZone: string;
  closesAt: Date;
  now: Date;
  /** What these seats come from; null: free seats. */
  parent: ReleaseDay | null;
}

/** When unused seats go back: on the day asked for, else with those they come from. Refuses with ReleaseDayInvalid. */
export function releaseDayOf({ releaseOn, timeZone, closesAt, now, parent }: Wish): ReleaseDay {
  if (releaseOn === null) return { releaseOn: parent?.releaseOn ?? null, releaseAt: parent?.releaseAt ?? null };
  const dawn = Temporal.PlainDate.from(releaseOn).toZonedDateTime(timeZone);
  const releaseAt = new Date(dawn.epochMilliseconds);
  const latestAt = parent?.releaseAt && parent.releaseAt < closesAt ? parent.releaseAt : closesAt;
  if (releaseAt <= now || releaseAt > latestAt) refuse(new ReleaseDayInvalid(latestAt));
  return { releaseOn, releaseAt };
}
