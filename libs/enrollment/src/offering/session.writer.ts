import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { SessionInput } from './schedule-offering.input.js';
import { Session } from './session.entity.js';
import { SessionInstructor } from './session-instructor.entity.js';

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
  const teaching = sessions.flatMap(({ row: { id: sessionId, startsAt, endsAt, takesPlace }, instructorIds }) =>
    [...instructorIds].map((instructorId) => ({ sessionId, instructorId, startsAt, endsAt, takesPlace })),
  );
  if (teaching.length > 0) await tx.insert(SessionInstructor, teaching);
}
