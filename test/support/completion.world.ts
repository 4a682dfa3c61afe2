import { newId } from '../../libs/platform/src/ids.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';
import {
  DAY,
  HOUR,
  type Human,
  type MadeOffering,
  type OfferingWish,
  type SessionWish,
  world,
} from './enrollment.world.js';

export interface LineWish {
  enrollmentId: string;
  completion?: 'COMPLETED' | 'NOT_COMPLETED' | null;
  completedOn?: string;
  reason?: string;
}

const RECORD = `mutation Record($input: RecordCompletionsInput!) { recordCompletions(input: $input) {
  sheet { id offering { id } lines {
    position enrollmentId completion completedOn reason errors { __typename ... on UserError { message path } }
    enrollment { id completion completedOn completionRecordedAt } } }
  errors { __typename ... on UserError { message path } } } }`;

/** Records as this officer; nobody is named twice. */
export function recordCompletions(who: Asker, offeringId: string, lines: readonly LineWish[], key?: string) {
  return client.as(who).send(RECORD, { input: { offeringId, lines } }, key ? { 'idempotency-key': key } : {});
}

/** What each line came to: an ending, or why not. */
export function endingsOf(answer: Answer): (string | null)[] {
  const lines = answer.data?.recordCompletions?.sheet?.lines;
  if (!lines) throw new Error(`no sheet in ${JSON.stringify(answer.data)} ${JSON.stringify(answer.errors)}`);
  return lines.map(({ enrollment, errors }: any) => (enrollment ? enrollment.completion : errors[0].__typename));
}

/** Two hours of a day, so many days ago, at nine in Tashkent. */
export function sessionDaysAgo(days: number): SessionWish {
  const midnight = Temporal.Now.zonedDateTimeISO('Asia/Tashkent').startOfDay().epochMilliseconds;
  const startsAt = new Date(midnight - days * DAY + 9 * HOUR);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR) };
}

/** An offering that is over: its sessions were ten and nine days ago, unless it is said. */
export function endedOffering(wish: OfferingWish = {}): Promise<MadeOffering> {
  const opensAt = new Date(Date.now() - 400 * DAY);
  return world.offering({ status: 'FINISHED', sessions: [sessionDaysAgo(10), sessionDaysAgo(9)], opensAt, ...wish });
}

/** Gives these people a place in this seat state, in their order. */
export async function placed(offeringId: string, people: readonly Human[], seat = 'CONFIRMED'): Promise<string[]> {
  const database = await workerDatabase();
  const ids = people.map(() => newId());
  await database.query(
    `INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, confirmed_at, queue_number,
       offer_expires_at, release_reason, released_at)
     SELECT id, $1, person_id, CASE WHEN $4 = 'REQUESTED' THEN 'PENDING' ELSE 'NOT_NEEDED' END::approval_state,
       $4::seat_state, 'NOT_DUE', CASE WHEN $4 = 'CONFIRMED' THEN now() END,
       CASE WHEN $4 IN ('REQUESTED', 'WAITLISTED') THEN place + (
         SELECT coalesce(max(queue_number), 0) FROM enrollment WHERE offering_id = $1) END,
       CASE WHEN $4 = 'OFFERED' THEN now() END,
       CASE WHEN $4 = 'RELEASED' THEN 'CANCELLED_BY_PERSON' END::release_reason, CASE WHEN $4 = 'RELEASED' THEN now() END
     FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS given (id, person_id, place)`,
    [offeringId, ids, people.map(({ personId }) => personId), seat],
  );
  await database.query(
    `UPDATE offering SET confirmed = (SELECT count(*) FROM enrollment WHERE offering_id = $1 AND seat = 'CONFIRMED'),
       waiting = (SELECT count(*) FROM enrollment WHERE offering_id = $1 AND seat = 'WAITLISTED') WHERE id = $1`,
    [offeringId],
  );
  return ids;
}
