import type { DataSource, EntityManager } from 'typeorm';
import { ofAnyLength, prepared } from '#platform';
import type { NomineeAnswer } from './enrollment.enums.js';
import type { Clash, Newcomer } from './enrollment.rules.js';

/** The database’s clock at this moment, not at the start of the transaction: a lock may have been waited for. */
export async function databaseNow(tx: EntityManager): Promise<Date> {
  const [row] = await prepared<{ now: Date }>(tx, 'SELECT clock_timestamp() AS now');
  return (row as { now: Date }).now;
}

/** The first so many who wait and may be given a seat, in the order of the queue. */
export function nextInQueue(
  tx: EntityManager,
  offeringId: string,
  count: number,
): Promise<{ id: string; personId: string; nomineeAnswer: NomineeAnswer }[]> {
  return tx.query(
    `SELECT id, person_id AS "personId", nominee_answer AS "nomineeAnswer" FROM enrollment
     WHERE offering_id = $1 AND seat = 'WAITLISTED'
     ORDER BY priority DESC, queue_number LIMIT $2`,
    [offeringId, count],
  );
}

/** A person looked at for an offering. */
export interface Pair {
  offeringId: string;
  personId: string;
}

export const pairKey = ({ offeringId, personId }: Pair) => `${offeringId} ${personId}`;

type Runner = EntityManager | DataSource;

/** The earliest of a pair’s person’s confirmed sessions elsewhere that overlaps one of its offering, as a lateral join. */
const CLASH = `LATERAL (
  SELECT theirs.offering_id, theirs.starts_at, theirs.ends_at FROM enrollment
  JOIN session theirs ON theirs.offering_id = enrollment.offering_id AND theirs.takes_place
  WHERE enrollment.person_id = pair.person_id AND enrollment.seat = 'CONFIRMED'
    AND enrollment.offering_id <> pair.offering_id
    AND EXISTS (SELECT 1 FROM session ours WHERE ours.offering_id = pair.offering_id AND ours.takes_place
      AND ours.starts_at < theirs.ends_at AND theirs.starts_at < ours.ends_at)
  ORDER BY theirs.starts_at LIMIT 1) clash ON true`;

/** By pair; whose pair is not in it has none. */
export async function findClashes(database: Runner, pairs: readonly Pair[]): Promise<Map<string, Clash>> {
  const rows = await prepared<Clash & { ours: string; personId: string }>(
    database,
    `SELECT pair.offering_id AS ours, pair.person_id AS "personId",
       clash.offering_id AS "offeringId", clash.starts_at AS "startsAt", clash.ends_at AS "endsAt"
     FROM unnest(${ofAnyLength('$1')}, $2::uuid[]) AS pair (offering_id, person_id) JOIN ${CLASH}`,
    columnsOf(pairs),
  );
  return new Map(rows.map(({ ours, personId, ...clash }) => [pairKey({ offeringId: ours, personId }), clash]));
}

/** What must be known of newcomers before they are given a place; strangers are left out. */
export async function findNewcomers(database: Runner, pairs: readonly Pair[]): Promise<Map<string, Newcomer>> {
  const rows = await prepared<Pair & { isEnrolled: boolean; elsewhere: string | null; startsAt: Date; endsAt: Date }>(
    database,
    `SELECT pair.offering_id AS "offeringId", pair.person_id AS "personId", EXISTS (
       SELECT 1 FROM enrollment WHERE enrollment.offering_id = pair.offering_id
         AND enrollment.person_id = pair.person_id AND enrollment.seat <> 'RELEASED'
     ) AS "isEnrolled", clash.offering_id AS elsewhere, clash.starts_at AS "startsAt", clash.ends_at AS "endsAt"
     FROM unnest(${ofAnyLength('$1')}, $2::uuid[]) AS pair (offering_id, person_id)
     JOIN person ON person.id = pair.person_id LEFT JOIN ${CLASH}`,
    columnsOf(pairs),
  );
  return new Map(
    rows.map(({ isEnrolled, elsewhere, startsAt, endsAt, ...pair }) => {
      const clash = elsewhere ? { offeringId: elsewhere, startsAt, endsAt } : null;
      return [pairKey(pair), { exists: true, isEnrolled, clash }];
    }),
  );
}

function columnsOf(pairs: readonly Pair[]): [string[], string[]] {
  return [pairs.map(({ offeringId }) => offeringId), pairs.map(({ personId }) => personId)];
}

/** Somebody of whom nothing is known: there is no such person. */
export const STRANGER: Newcomer = { exists: false, isEnrolled: false, clash: null };
