import type { EntityManager } from 'typeorm';
import type { EndedPlace } from './completion.rules.js';
import type { CompletionLine } from './completion-line.entity.js';

/** A place as it is when its ending is recorded. */
export interface RecordedPlace extends EndedPlace {
  id: string;
  personId: string;
}

/** Those of these enrollments that are in the offering. */
export function placesIn(tx: EntityManager, offeringId: string, ids: readonly string[]): Promise<RecordedPlace[]> {
  return tx.query(
    `SELECT id, person_id AS "personId", seat, completion, completed_on::text AS "completedOn"
     FROM enrollment WHERE id = ANY($1) AND offering_id = $2`,
    [ids, offeringId],
  );
}

export async function saveEndings(tx: EntityManager, accountId: string, places: readonly RecordedPlace[]) {
  if (places.length === 0) return;
  await tx.query(
    `UPDATE enrollment SET completion = given.completion, completed_on = given.completed_on,
       completion_recorded_at = clock_timestamp(), completion_recorded_by_account_id = $4
     FROM unnest($1::uuid[], $2::completion[], $3::date[]) AS given (id, completion, completed_on)
     WHERE enrollment.id = given.id`,
    [
      places.map(({ id }) => id),
      places.map(({ completion }) => completion),
      places.map(({ completedOn }) => completedOn),
      accountId,
    ],
  );
}

export async function insertLines(tx: EntityManager, sheetId: string, lines: readonly Omit<CompletionLine, 'sheet'>[]) {
  await tx.query(
    `INSERT INTO completion_line (sheet_id, position, enrollment_id, completion, completed_on, reason, refusal)
     SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::completion[], $5::date[], $6::text[], $7::jsonb[])`,
    [
      sheetId,
      lines.map(({ position }) => position),
      lines.map(({ enrollmentId }) => enrollmentId),
      lines.map(({ completion }) => completion),
      lines.map(({ completedOn }) => completedOn),
      lines.map(({ reason }) => reason),
      lines.map(({ refusal }) => refusal && JSON.stringify(refusal)),
    ],
  );
}
