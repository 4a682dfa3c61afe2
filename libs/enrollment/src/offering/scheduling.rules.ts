import type { Reason } from '#platform';
import {
  MinimumAboveCapacity,
  PriceInvalid,
  SessionEndsBeforeStart,
  SessionsOverlap,
  SessionTooLong,
  StartsInPast,
  WindowInvalid,
} from './scheduling.reasons.js';

/** One meeting lasts a day at most. */
const LONGEST_SESSION_HOURS = 24;

interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** What somebody wants to schedule, as far as it can be judged by itself. */
export interface Plan {
  /** At least one, in any order. */
  sessions: readonly Period[];
  capacity: number;
  minimum: number;
  /** Null: from now. */
  opensAt: Date | null;
  /** Null: until the first session begins. */
  closesAt: Date | null;
}

/** All that is wrong with a plan, whatever the rooms say; empty: nothing. */
export function obstaclesIn(plan: Plan, now: Date): Reason[] {
  return [
    ...unsoundSessions(plan.sessions),
    ...overlaps(plan.sessions),
    ...startsInPast(plan.sessions, now),
    ...unsoundWindow(plan, now),
    ...(plan.minimum > plan.capacity ? [new MinimumAboveCapacity(plan.capacity)] : []),
  ];
}

/** From the start of the first session to the end of the last. */
export function periodOf(sessions: readonly Period[]): Period {
  return {
    startsAt: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime()))),
  };
}

/** The enrollment window as it was asked for, or the usual one. */
export function windowOf({ sessions, opensAt, closesAt }: Plan, now: Date): { opensAt: Date; closesAt: Date } {
  return { opensAt: opensAt ?? now, closesAt: closesAt ?? periodOf(sessions).startsAt };
}

/** Whether the amount is none that its currency has; `decimals` is how many digits it knows after the point. */
export function unsoundPrice(amount: string, decimals: number): PriceInvalid[] {
  const fraction = amount.split('.')[1]?.replace(/0+$/, '') ?? '';
  return amount.startsWith('-') || fraction.length > decimals ? [new PriceInvalid(decimals)] : [];
}

function unsoundSessions(sessions: readonly Period[]): Reason[] {
  return sessions.flatMap(({ startsAt, endsAt }, place) => {
    const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
    if (hours <= 0) return [new SessionEndsBeforeStart(place)];
    return hours > LONGEST_SESSION_HOURS ? [new SessionTooLong(place, LONGEST_SESSION_HOURS)] : [];
  });
}

/** Each session is held against the one before it that lasts longest; one that ends before it begins is passed over. */
function overlaps(sessions: readonly Period[]): SessionsOverlap[] {
  const ordered = sessions
    .map((session, place) => ({ ...session, place }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  let longest: (typeof ordered)[number] | undefined;
  const found: SessionsOverlap[] = [];
  for (const session of ordered) {
    if (longest && session.startsAt < longest.endsAt) found.push(new SessionsOverlap(longest.place, session.place));
    if (!longest || session.endsAt > longest.endsAt) longest = session;
  }
  return found;
}

function startsInPast(sessions: readonly Period[], now: Date): StartsInPast[] {
  return sessions.flatMap(({ startsAt }, place) => (startsAt <= now ? [new StartsInPast(place)] : []));
}

/** Asked only of what was chosen: the usual window of a session in the past is no second mistake. */
function unsoundWindow(plan: Plan, now: Date): WindowInvalid[] {
  if (!plan.opensAt && !plan.closesAt) return [];
  const { opensAt, closesAt } = windowOf(plan, now);
  const isSound = opensAt < closesAt && closesAt > now && closesAt <= periodOf(plan.sessions).endsAt;
  return isSound ? [] : [new WindowInvalid(opensAt, closesAt)];
}
