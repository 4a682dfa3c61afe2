import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { SessionInput } from './schedule-offering.input.js';
import { Session } from './session.entity.js';

/** Who teaches any of these sessions, each once, by id. */
export function instructorsIn(sessions: readonly SessionInput[]): string[] {
  return [...new Set(sessions.flatMap(({ instructorIds }) => instructorIds.map((id) => id.toLowerCase())))].sort();
}

/** Writes the meetings of an offering and who teaches them, earliest first: two schedulers then wait in one order. */
export async function insertSessions(
  tx: EntityManager,
  offeringId: string,
  given: readonly SessionInput[],
): Promise<void> {
  const inOrder = [...given].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const sessions = inOrder.map(({ startsAt, endsAt, roomId, instructorIds }) => ({
    row: { id: newId(), offeringId, startsAt, endsAt, roomId: roomId ?? null, takesPlace: true },
    instructorIds: new Set(instructorIds.map((id) => id.toLowerCase())),
  }));
  await tx.insert(
    Session,
    sessions.map(({ row }) => row),
  );
  const teaching = sessions.flatMap(({ row: { id }, instructorIds }) =>
    [...instructorIds].map((instructorId) => ({ id, instructorId })),
  );
  await insertTeaching(tx, teaching);
}

async function insertTeaching(tx: EntityManager, teaching: readonly { id: string; instructorId: string }[]) {
  if (teaching.length === 0) return;
  await tx.query(
    `INSERT INTO session_instructor (session_id, instructor_id, person_id, starts_at, ends_at, takes_place)
     SELECT session.id, instructor.id, instructor.person_id, session.starts_at, session.ends_at, session.takes_place
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS given (session_id, instructor_id, place)
     JOIN session ON session.id = given.session_id JOIN instructor ON instructor.id = given.instructor_id
     ORDER BY given.place`,
    [teaching.map(({ id }) => id), teaching.map(({ instructorId }) => instructorId)],
  );
}
