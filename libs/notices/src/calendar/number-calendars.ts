import type { EntityManager } from 'typeorm';
import { prepared } from '#platform';

/**
 * Gives the calendars of these notices the next number of their subject and receiver. What was never sent needs no
 * cancelling: such a calendar stays without a number, and does not go out.
 */
export async function numberCalendars(tx: EntityManager, noticeIds: readonly string[]): Promise<void> {
  await prepared(
    tx,
    `WITH due AS (
       SELECT id, account_id, calendar->>'method' AS method, (calendar->>'subjectId')::uuid AS subject_id
       FROM notice WHERE id = ANY($1) AND calendar IS NOT NULL
     ), sent AS (
       INSERT INTO calendar_sequence AS known (account_id, subject_id, sequence)
       SELECT account_id, subject_id, 0 FROM due WHERE method = 'REQUEST'
       ON CONFLICT (account_id, subject_id) DO UPDATE SET sequence = known.sequence + 1
       RETURNING account_id, subject_id, sequence
     ), taken_back AS (
       UPDATE calendar_sequence AS known SET sequence = known.sequence + 1
       FROM due WHERE due.method = 'CANCEL' AND known.account_id = due.account_id AND known.subject_id = due.subject_id
       RETURNING known.account_id, known.subject_id, known.sequence
     ), numbered AS (SELECT * FROM sent UNION ALL SELECT * FROM taken_back)
     UPDATE notice SET calendar_sequence = numbered.sequence
     FROM due JOIN numbered USING (account_id, subject_id) WHERE notice.id = due.id`,
    [noticeIds],
  );
}
