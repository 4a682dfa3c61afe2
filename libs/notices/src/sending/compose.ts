import type { Settings } from '#platform';
import { writeCalendar } from '../calendar/write-calendar.js';
import { htmlOf } from '../writing/html.js';
import { oneLine } from '../writing/plain.js';
import { unsubscribing, wordingOf } from '../writing/wording.js';
import type { Letter } from './letter.js';
import type { Mail } from './mail.js';

/** Writes the mail of a notice. `unsubscribeUrl`: null for what cannot be unsubscribed. */
export function compose(letter: Letter, settings: Settings, unsubscribeUrl: string | null): Mail {
  const sender = senderOf(settings.mailFrom);
  const receiver = { name: oneLine(letter.receiverName), address: letter.address };
  const { locale, subject, text } = wordingOf(letter.kind, letter.values, letter.locales);
  const body = unsubscribeUrl ? `${text}\n\n${unsubscribing(unsubscribeUrl, locale)}` : text;
  return {
    id: letter.id,
    messageId: `<${letter.id}@${sender.address.split('@').at(-1)}>`,
    date: letter.createdAt,
    from: settings.mailFrom,
    to: receiver,
    subject,
    text: body,
    html: htmlOf(body, locale),
    calendar: calendarOf(letter, sender, receiver),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...unsubscribeHeaders(unsubscribeUrl) },
  };
}

function calendarOf(letter: Letter, organizer: Mail['to'], receiver: Mail['to']): Mail['calendar'] {
  const { calendar, calendarSequence, createdAt, locales } = letter;
  if (!calendar || calendarSequence === null || calendar.events.length === 0) return null;
  const given = { calendar, sequence: calendarSequence, writtenAt: createdAt, organizer, receiver, locales };
  return { method: calendar.method, content: writeCalendar(given) };
}

/** One click in the mail program, without a page in between (RFC 8058). */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  return url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};
}

function senderOf(mailFrom: string): Mail['to'] {
  const [, name = '', address = mailFrom] = /^(.*?)\s*<(.+)>$/.exec(mailFrom) ?? [];
  return { name: name || 'Odaq', address };
}
