import type { EntityManager } from 'typeorm';
import { addJobs, type Job, newId, prepared } from '#platform';
import type { NoticeCalendar } from '../calendar/calendar.js';
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
 * One statement, however many they are. Kinds a receiver has muted are left out.
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
  await write(tx, inOrder);
}

async function write(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
  // Fifty people of one offering share one calendar: it crosses the wire once.
  const texts = notices.map(({ calendar }) => (calendar ? JSON.stringify(calendar) : null));
  const calendars = [...new Set(texts)].filter((text) => text !== null);
  await prepared(tx, WRITE, [
    notices.map(() => newId()),
    notices.map(({ kind }) => kind),
    notices.map(({ personId }) => personId),
    notices.map(({ dedupeKey }) => dedupeKey),
    notices.map(({ locales }) => (locales ?? []).join(' ')),
    notices.map(({ values }) => JSON.stringify(values)),
    texts.map((text) => (text === null ? null : calendars.indexOf(text) + 1)),
    calendars,
    DELIVER,
    TOGETHER,
  ]);
}

/**
 * Notices, the numbers of their calendars, and the jobs that send them. A calendar gets the next number of its subject
 * and receiver. What was never sent needs no cancelling: such a calendar stays without a number, and does not go out.
 */
const WRITE = `
  WITH asked AS MATERIALIZED (
    SELECT asked.id, asked.kind, account.id AS account_id, asked.dedupe_key, asked.values, asked.place,
      array_remove(preference.locale || string_to_array(asked.locales, ' '), NULL) AS locales,
      calendar.content AS calendar, calendar.method, calendar.subject_id
    FROM unnest($1::uuid[], $2::notice_kind[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::int[])
      WITH ORDINALITY AS asked (id, kind, person_id, dedupe_key, locales, values, calendar, place)
    JOIN account ON account.person_id = asked.person_id AND account.disabled_at IS NULL
    LEFT JOIN notice_preference preference ON preference.account_id = account.id
    LEFT JOIN (
      SELECT place, content, content->>'method' AS method, (content->>'subjectId')::uuid AS subject_id
      FROM unnest($8::jsonb[]) WITH ORDINALITY AS of (content, place)
    ) AS calendar ON calendar.place = asked.calendar
    WHERE asked.kind::text <> ALL (coalesce(preference.muted, '{}'))
      AND NOT EXISTS (SELECT FROM notice WHERE notice.dedupe_key = asked.dedupe_key)
  ), sent AS (
    INSERT INTO calendar_sequence AS known (account_id, subject_id, sequence)
    SELECT account_id, subject_id, 0 FROM asked WHERE method = 'REQUEST' ORDER BY place
    ON CONFLICT (account_id, subject_id) DO UPDATE SET sequence = known.sequence + 1
    RETURNING account_id, subject_id, sequence
  ), taken_back AS (
    UPDATE calendar_sequence AS known SET sequence = known.sequence + 1
    FROM asked WHERE asked.method = 'CANCEL'
      AND known.account_id = asked.account_id AND known.subject_id = asked.subject_id
    RETURNING known.account_id, known.subject_id, known.sequence
  ), written AS (
    INSERT INTO notice (id, kind, account_id, dedupe_key, locales, "values", calendar, calendar_sequence)
    SELECT id, kind, account_id, dedupe_key, locales, "values", calendar, numbered.sequence
    FROM asked LEFT JOIN (SELECT * FROM sent UNION ALL SELECT * FROM taken_back) AS numbered
      USING (account_id, subject_id)
    ORDER BY place
    ON CONFLICT (dedupe_key) DO NOTHING
    RETURNING id
  )
  SELECT count(*) FROM ${addJobs(`(
    SELECT $9::text AS name, json_build_object('noticeIds', string_agg(id::text, ' ')) AS payload,
      NULL::timestamptz AS run_at, NULL AS key
    FROM (SELECT id, (row_number() OVER () - 1) / $10::int AS bundle FROM written) AS bundled GROUP BY bundle
  )`)}`;
