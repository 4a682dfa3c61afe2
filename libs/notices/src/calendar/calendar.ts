import type { Texts } from '../notice/values.js';

/** Sessions for the receiver’s calendar. The same ones sent again replace those sent before. */
export interface NoticeCalendar {
  /** REQUEST puts them into the calendar or changes them there, CANCEL takes them out. */
  method: 'REQUEST' | 'CANCEL';
  /** What the sessions belong to; its changes are numbered for each receiver. */
  subjectId: string;
  title: Texts;
  /** Null: online, or not yet known. */
  place: string | null;
  events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** Its UID in every calendar, for as long as the session exists. */
  id: string;
  startsAt: Date | string;
  endsAt: Date | string;
}
