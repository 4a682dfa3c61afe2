import type { Moment } from '../notice/values.js';

/** Where people count by the Persian calendar and in their own digits. */
const BY_PERSIAN_CALENDAR = new Map([
  ['fa', 'fa-AF'],
  ['ps', 'ps-AF'],
]);

/** A moment by the clocks of its zone, as people of this language write it: 22.09.2026, 10:00 (UTC+5). */
export function tellMoment({ at, timeZone }: Moment, locale: string): string {
  const moment = new Date(at);
  const persian = BY_PERSIAN_CALENDAR.get(new Intl.Locale(locale).language);
  const dayAndTime = persian ? inPersian(moment, timeZone, persian) : inNumbers(moment, timeZone);
  return `${dayAndTime} (${zoneOf(moment, timeZone)})`;
}

function inNumbers(moment: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(zoned.day)}.${two(zoned.month)}.${zoned.year}, ${two(zoned.hour)}:${two(zoned.minute)}`;
}

function inPersian(moment: Date, timeZone: string, locale: string): string {
  const format = { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(moment);
}

/** Making one costs a hundred times what using it does. */
const zones = new Map<string, Intl.DateTimeFormat>();

/** The offset from UTC says more than a zone’s name to who lives in another one. */
function zoneOf(moment: Date, timeZone: string): string {
  const zone = zones.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
  zones.set(timeZone, zone);
  const offset = zone.formatToParts(moment).find(({ type }) => type === 'timeZoneName');
  return offset?.value.replace('GMT', 'UTC') ?? timeZone;
}
