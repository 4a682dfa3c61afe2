import { CalendarSequence } from './calendar/calendar-sequence.entity.js';
import { Notice } from './notice/notice.entity.js';
import { NoticePreference } from './preferences/notice-preference.entity.js';

export type { CalendarEvent, NoticeCalendar } from './calendar/calendar.js';
export { notYetTold } from './notice/not-yet-told.js';
export { NoticeKind } from './notice/notice-kind.js';
export { type NewNotice, notify } from './notice/notify.js';
export type { RequestNews, RequestTurn, Texts, WhyReleased } from './notice/values.js';
export { NoticesModule } from './notices.module.js';
export { mailLine } from './sending/mail-line.js';

export const noticesEntities = [CalendarSequence, Notice, NoticePreference];
