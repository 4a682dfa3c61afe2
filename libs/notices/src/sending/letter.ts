import type { EntityManager } from 'typeorm';
import { prepared } from '#platform';
import type { NoticeCalendar } from '../calendar/calendar.js';
import { NoticeKind } from '../notice/notice-kind.js';
import type { NoticeValue } from '../notice/values.js';

/** A notice that is still to be sent, and whom to. */
export interface Letter {
  id: string;
  kind: NoticeKind;
  accountId: string;
  locales: string[];
  values: Record<string, NoticeValue>;
  calendar: NoticeCalendar | null;
  calendarSequence: number | null;
  createdAt: Date;
  attempts: number;
  address: string;
  receiverName: string;
  /** Whether the receiver has meanwhile muted this kind. */
  isMuted: boolean;
}

/**
 * Claims notices by locking their rows for as long as this transaction lasts: another worker that wants them waits, and
 * a claim dies with its worker. Those sent, given up, or gone are left out.
 */
export function claimLetters(tx: EntityManager, noticeIds: readonly string[]): Promise<Letter[]> {
  return prepared(
    tx,
    `SELECT notice.id, notice.kind, account_id AS "accountId", locales, "values", calendar,
       calendar_sequence AS "calendarSequence", notice.created_at AS "createdAt", attempts, account.email AS address,
       concat_ws(' ', person.family_name, person.given_name, person.patronymic) AS "receiverName",
       EXISTS (SELECT FROM notice_preference preference
         WHERE preference.account_id = notice.account_id AND notice.kind::text = ANY (preference.muted)) AS "isMuted"
     FROM notice JOIN account ON account.id = notice.account_id JOIN person ON person.id = account.person_id
     WHERE notice.id = ANY($1) AND sent_at IS NULL AND failed_at IS NULL
     ORDER BY notice.id FOR NO KEY UPDATE OF notice`,
    [noticeIds],
  );
}
