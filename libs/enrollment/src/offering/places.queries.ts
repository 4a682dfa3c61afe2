import type { EntityManager } from 'typeorm';
import type { Reason } from '#platform';
import { VenueNotFound } from '../venue/venue.reasons.js';
import type { ScheduleOfferingInput, SessionInput } from './schedule-offering.input.js';
import { InstructorNotFound, InstructorTaken, RoomNotFound, RoomTaken, RoomTooSmall } from './scheduling.reasons.js';

/** What the rooms and instructors that were asked for are to their provider: not there, too small; empty: all is well. */
export async function unfitPlaces(
  tx: EntityManager,
  providerId: string,
  { venueId, sessions, capacity }: ScheduleOfferingInput,
): Promise<Reason[]> {
  const venues = await tx.query('SELECT id FROM venue WHERE id = $1 AND organization_id = $2', [venueId, providerId]);
  if (venueId && venues.length === 0) return [new VenueNotFound()];

  const rooms: { id: string; seats: number | null }[] = await tx.query(
    'SELECT id, seats FROM room WHERE venue_id = $1 AND id = ANY($2::uuid[])',
    [venueId ?? null, sessions.flatMap(({ roomId }) => roomId ?? [])],
  );
  const instructors: { id: string }[] = await tx.query(
    'SELECT id FROM instructor WHERE organization_id = $1 AND id = ANY($2::uuid[])',
    [providerId, sessions.flatMap(({ instructorIds }) => instructorIds)],
  );
  const seatsOf = new Map(rooms.map(({ id, seats }) => [id, seats]));
  const known = new Set(instructors.map(({ id }) => id));
  return sessions.flatMap(({ roomId, instructorIds }, place) => [
    ...(roomId ? unfitRoom(place, seatsOf.get(roomId.toLowerCase()), capacity) : []),
    ...instructorIds.filter((id) => !known.has(id.toLowerCase())).map((id) => new InstructorNotFound(place, id)),
  ]);
}

function unfitRoom(place: number, seats: number | null | undefined, capacity: number): Reason[] {
  if (seats === undefined) return [new RoomNotFound(place)];
  return seats !== null && seats < capacity ? [new RoomTooSmall(place, seats)] : [];
}

interface Taken {
  place: number;
  id: string;
  from: Date;
  until: Date;
}

/** Rooms and instructors that are in another session at the time of one of these, which must end after they begin. */
export async function takenPlaces(tx: EntityManager, sessions: readonly SessionInput[]): Promise<Reason[]> {
  const rooms = sessions.map(({ roomId }) => (roomId ? [roomId] : []));
  const instructors = sessions.map(({ instructorIds }) => instructorIds);
  const takenRooms = await taken(tx, ROOM_IN_USE, sessions, rooms);
  const takenInstructors = await taken(tx, INSTRUCTOR_IN_USE, sessions, instructors);
  return [
    ...takenRooms.map((row) => new RoomTaken(row.place, row.id, row)),
    ...takenInstructors.map((row) => new InstructorTaken(row.place, row.id, row)),
  ];
}

const ROOM_IN_USE = 'JOIN session used ON used.room_id = asked.id';

/** The same person may teach for another academy too. */
const INSTRUCTOR_IN_USE = `JOIN instructor ON instructor.id = asked.id
     JOIN session_instructor used ON used.person_id = instructor.person_id`;

/** For each session and wish the earliest that is in the way. */
function taken(
  tx: EntityManager,
  inUse: string,
  sessions: readonly SessionInput[],
  wishes: readonly string[][],
): Promise<Taken[]> {
  const asked = wishes.flatMap((ids, place) => ids.map((id) => ({ id, place, ...(sessions[place] as SessionInput) })));
  return tx.query(
    `SELECT DISTINCT ON (asked.place, asked.id) asked.place, asked.id, used.starts_at AS "from", used.ends_at AS until
     FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS asked (place, id, starts_at, ends_at)
     ${inUse} AND used.takes_place
       AND tstzrange(used.starts_at, used.ends_at) && tstzrange(asked.starts_at, asked.ends_at)
     ORDER BY asked.place, asked.id, used.starts_at`,
    [
      asked.map(({ place }) => place),
      asked.map(({ id }) => id),
      asked.map(({ startsAt }) => startsAt),
      asked.map(({ endsAt }) => endsAt),
    ],
  );
}
