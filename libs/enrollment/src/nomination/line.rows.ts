import type { EntityManager } from 'typeorm';
import { type Refusal, refusedOutcome } from '#platform';

/** The answer to one line of a letter. */
export interface AnsweredLine {
  /** From 1. */
  position: number;
  personId: string;
  note: string | null;
  /** The place that was given, or why there is none. */
  answer: { enrollmentId: string } | { refusal: Refusal };
}

export async function insertLines(tx: EntityManager, nominationId: string, lines: readonly AnsweredLine[]) {
  await tx.query(
    `INSERT INTO nomination_line (nomination_id, position, person_id, enrollment_id, refusal, note)
     SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::jsonb[], $6::text[])`,
    [
      nominationId,
      lines.map(({ position }) => position),
      lines.map(({ personId }) => personId),
      lines.map(({ answer }) => ('enrollmentId' in answer ? answer.enrollmentId : null)),
      lines.map(({ answer }) => ('refusal' in answer ? JSON.stringify(refusedOutcome(answer.refusal)) : null)),
      lines.map(({ note }) => note),
    ],
  );
}
