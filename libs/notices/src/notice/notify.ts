import type { EntityManager } from 'typeorm';
import { enqueue, type Job, newId, prepared } from '#platform';
import type { NoticeCalendar } from '../calendar/calendar.js';
import { numberCalendars } from '../calendar/number-calendars.js';
import { prepareUnsubscribing } from '../preferences/unsubscribe-url.js';
import { type NoticeKind, REMINDERS } from './notice-kind.js';
import type { ValuesOf } from './values.js';

/** Queue job that delivers the notices with these ids, which a space divides. */
export const DELIVER = 'notices:deliver';
export const deliveryOf = (ids: readonly string[]): Job => ({ name: DELIVER, payload: { noticeIds: ids.join(' ') } });

/** So many notices are delivered by one job: a rush does not cost a job per person. */
const TOGETHER = 20;

interface Addressed {
  /** Who is to get it. Nobody does when the person has no account in use. */
  personId: string;
  /** Names what happened to whom: the same key again is the same notice, and is not sent again. */
  dedupeKey: string;
  /** Languages to write it in when the receiver chose none, best first; English stands behind them all. */
  locales?: readonly string[];
  /** Comes along for the receiver’s calendar; one per subject and receiver in a call. */
  calendar?: NoticeCalendar | null;
}

export type NewNotice = { [Kind in NoticeKind]: Addressed & { kind: Kind; values: ValuesOf[Kind] } }[NoticeKind];

/**
 * Writes notices and the jobs that send them as part of this transaction: they exist only if it commits.
 * A fixed number of statements, however many they are. Kinds a receiver has muted are left out.
 */
export async function notify(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  // In one order, so that two calls with the same keys never wait for each other.
  const inOrder = [...notices].sort((a, b) => (a.dedupeKey < b.dedupeKey ? -1 : 1));
  const reminders = inOrder.filter(({ kind }) => REMINDERS.includes(kind));
  if (reminders.length > 0) {
    await prepareUnsubscribing(
      tx,
      reminders.map(({ personId }) => personId),
    );
  }
  const written = await insert(tx, inOrder);
  if (written.some(({ hasCalendar }) => hasCalendar)) {
    await numberCalendars(
      tx,
      written.map(({ id }) => id),
    );
  }
  const ids = written.map(({ id }) => id);
  const bundles = Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, place) =>
    ids.slice(TOGETHER * place, TOGETHER * (place + 1)),
  );
  await enqueue(tx, bundles.map(deliveryOf));
}

async function insert(
  tx: EntityManager,
  notices: readonly NewNotice[],
): Promise<{ id: string; hasCalendar: boolean }[]> {
  // Fifty people of one offering share one calendar: it crosses the wire once.
  const calendars = [...new Set(notices.map(({ calendar }) => calendar ?? null))];
  return prepared(
    tx,
    `INSERT INTO notice (id, kind, account_id, dedupe_key, locales, "values", calendar)
     SELECT asked.id, asked.kind, account.id, asked.dedupe_key,
       array_remove(preference.locale || string_to_array(asked.locales, ' '), NULL), asked.values,
       ($8::jsonb[])[asked.calendar]
     FROM unnest($1::uuid[], $2::notice_kind[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::int[])
       WITH ORDINALITY AS asked (id, kind, person_id, dedupe_key, locales, values, calendar, place)
     JOIN account ON account.person_id = asked.person_id AND account.disabled_at IS NULL
     LEFT JOIN notice_preference preference ON preference.account_id = account.id
     WHERE asked.kind::text <> ALL (coalesce(preference.muted, '{}'))
     ORDER BY asked.place
     ON CONFLICT (dedupe_key) DO NOTHING
     RETURNING id, calendar IS NOT NULL AS "hasCalendar"`,
    [
      notices.map(() => newId()),
      notices.map(({ kind }) => kind),
      notices.map(({ personId }) => personId),
      notices.map(({ dedupeKey }) => dedupeKey),
      notices.map(({ locales }) => (locales ?? []).join(' ')),
      notices.map(({ values }) => JSON.stringify(values)),
      notices.map(({ calendar }) => calendars.indexOf(calendar ?? null) + 1),
      calendars.map((calendar) => calendar && JSON.stringify(calendar)),
    ],
  );
}
