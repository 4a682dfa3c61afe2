const HOURS_A_DAY = 8;
const MOST_DAYS = 10;

export interface Meeting {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Days of class from 09:00 local time, Monday to Friday, until the hours are taught (at most ten days).
 * `week` counts from the Monday after next.
 */
export function timetable(
  timeZone: string,
  week: number,
  { academicHours, minutesPerAcademicHour }: { academicHours: number; minutesPerAcademicHour: number },
): Meeting[] {
  const today = Temporal.Now.plainDateISO(timeZone);
  const monday = today.add({ days: 15 - today.dayOfWeek, weeks: week });
  const days = Math.min(Math.max(Math.ceil(academicHours / HOURS_A_DAY), 1), MOST_DAYS);
  const minutes = Math.ceil((Math.min(academicHours / days, HOURS_A_DAY) * minutesPerAcademicHour) / 15) * 15;
  return Array.from({ length: days }, (_, place) => {
    const day = monday.add({ days: Math.floor(place / 5) * 7 + (place % 5) });
    const start = day.toZonedDateTime({ timeZone, plainTime: '09:00' });
    return { startsAt: toDate(start), endsAt: toDate(start.add({ minutes })) };
  });
}

function toDate(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}
