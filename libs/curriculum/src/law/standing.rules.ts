import { RatificationStatus } from './law.enums.js';

export enum ConventionStanding {
  IN_FORCE = 'IN_FORCE',
  RATIFIED = 'RATIFIED',
  UNDER_WAY = 'UNDER_WAY',
  NOT_RATIFIED = 'NOT_RATIFIED',
  NOT_KNOWN = 'NOT_KNOWN',
}

/** An ILO convention binds a country twelve months after it ratified. */
const TERM = { months: 12 };

/**
 * Where a country stands with a convention on a day. A date that is known only to the month or year is read so that
 * nothing is in force too early. `ratification` is null where the register says nothing of the country.
 */
export function standingOn(
  day: string,
  convention: { inForceFrom: string },
  ratification: { status: RatificationStatus; date: string | null } | null,
): ConventionStanding {
  switch (ratification?.status) {
    case RatificationStatus.RATIFIED:
      return sinceRatified(day, convention, ratification.date);
    case RatificationStatus.UNDER_WAY:
      return ConventionStanding.UNDER_WAY;
    case RatificationStatus.NOT_RATIFIED:
      return ConventionStanding.NOT_RATIFIED;
    default:
      return ConventionStanding.NOT_KNOWN;
  }
}

function sinceRatified(day: string, { inForceFrom }: { inForceFrom: string }, date: string | null): ConventionStanding {
  if (date === null) return ConventionStanding.RATIFIED;
  if (day < date.slice(0, day.length)) return ConventionStanding.NOT_RATIFIED;
  const binding = lastDayOf(date).add(TERM).toString();
  return binding <= day && inForceFrom <= day ? ConventionStanding.IN_FORCE : ConventionStanding.RATIFIED;
}

function lastDayOf(date: string): Temporal.PlainDate {
  if (date.length === 10) return Temporal.PlainDate.from(date);
  const month = Temporal.PlainYearMonth.from(date.length === 7 ? date : `${date}-12`);
  return month.toPlainDate({ day: month.daysInMonth });
}
