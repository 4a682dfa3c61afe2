import { ICalAttendeeStatus, ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { oneLine } from '../writing/plain.js';
import { textIn } from '../writing/wording.js';
import type { NoticeCalendar } from './calendar.js';

interface Party {
  name: string;
  address: string;
}

export interface CalendarToWrite {
  calendar: NoticeCalendar;
  sequence: number;
  /** When the notice was written: the same calendar again is the same text. */
  writtenAt: Date;
  organizer: Party;
  receiver: Party;
  /** Languages to name the sessions in, best first. */
  locales: readonly string[];
}

/**
 * The calendar as iCalendar text (RFC 5545): one event per session, in UTC, so that every reader’s clock shows it right.
 * The UID of an event is the session’s id; the higher sequence wins.
 */
export function writeCalendar({
  calendar,
  sequence,
  writtenAt,
  organizer,
  receiver,
  locales,
}: CalendarToWrite): string {
  const isCancelled = calendar.method === 'CANCEL';
  const document = new ICalCalendar({
    prodId: { company: 'Odaq', product: 'notices' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  for (const { id, startsAt, endsAt } of calendar.events) {
    document.createEvent({
      id,
      sequence,
      stamp: writtenAt,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: oneLine(textIn(calendar.title.texts, locales)),
      location: calendar.place === null ? null : oneLine(calendar.place),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: organizer.name, email: organizer.address },
      attendees: [{ name: receiver.name, email: receiver.address, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
    });
  }
  return document.toString();
}
