import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../libs/platform/src/ids.js';
import { type Academy, type MadeCourse, newAcademy, newStaff, publishedCourse, type Staff } from './catalog.world.js';
import { workerDatabase } from './database.js';

/** Somebody with an account who is signed in. */
export interface Human {
  token: string;
  accountId: string;
  personId: string;
}

export interface SessionWish {
  startsAt: Date;
  endsAt: Date;
  roomId?: string | null;
  instructorIds?: string[];
}

/** What an offering is like, as a test cares for it: by default OPEN, free, online, next month, one session. */
export interface OfferingWish {
  course?: TaughtCourse;
  status?: string;
  mode?: string;
  language?: string;
  capacity?: number;
  minimum?: number;
  waitlistLimit?: number | null;
  /** By default an hour ago. */
  opensAt?: Date;
  /** By default the start of the first session. */
  closesAt?: Date;
  asksApproval?: boolean;
  asksAcceptance?: boolean;
  /** Given, approval is asked. */
  approvalLayers?: string[];
  asksNomineeAcceptance?: boolean;
  price?: { amount: string; currency: string } | null;
  venueId?: string | null;
  /** By default one of two hours, on a day that no other offering of this file has. */
  sessions?: SessionWish[];
}

/** A published course and who teaches it. */
export interface TaughtCourse extends MadeCourse {
  academy: Academy;
}

export interface MadeOffering {
  id: string;
  courseId: string;
  providerId: string;
  /** May schedule, cancel and decide. */
  admin: Staff;
  startsAt: Date;
  endsAt: Date;
  sessionIds: string[];
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let lastDay = 30;
let common: Promise<TaughtCourse> | undefined;

/** Surroundings for seats and calendars, written straight into the database. Nothing is ever removed. */
export const world = {
  /** Somebody who schedules for an academy of their own. */
  async academyAdmin(): Promise<Staff & { academy: Academy }> {
    const academy = await newAcademy();
    return { ...academy.admin, academy };
  },

  /** A course of a new academy, published in these languages. */
  async course(languages: string[] = ['en', 'uz']): Promise<TaughtCourse> {
    const academy = await newAcademy();
    const titles = Object.fromEntries(languages.map((locale) => [locale, `Collective bargaining ${locale}`]));
    return { ...(await publishedCourse(academy, { titles })), academy };
  },

  /** So many people, signed in, with no role. */
  async people(count: number): Promise<Human[]> {
    const database = await workerDatabase();
    const people = Array.from({ length: count }, () => ({
      token: randomBytes(32).toString('base64url'),
      accountId: newId(),
      personId: newId(),
    }));
    const personIds = people.map(({ personId }) => personId);
    const accountIds = people.map(({ accountId }) => accountId);
    await database.query(
      `INSERT INTO person (id, family_name, given_name)
       SELECT id, 'Member', 'Number ' || place FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place)`,
      [personIds],
    );
    await database.query(
      `INSERT INTO account (id, person_id, email, password_hash)
       SELECT id, person_id, id || '@example.org', 'none' FROM unnest($1::uuid[], $2::uuid[]) AS given (id, person_id)`,
      [accountIds, personIds],
    );
    await database.query(
      `INSERT INTO sign_in (id, account_id, token_hash, expires_at)
       SELECT id, account_id, token_hash, now() + interval '1 day'
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS given (id, account_id, token_hash)`,
      [people.map(() => newId()), accountIds, people.map(({ token }) => createHash('sha256').update(token).digest())],
    );
    return people;
  },

  async person(): Promise<Human> {
    const [human] = await world.people(1);
    return human as Human;
  },

  /** An offering with its sessions; of a course that all tests of the file share, unless another is given. */
  async offering(wish: OfferingWish = {}): Promise<MadeOffering> {
    common ??= world.course();
    const course = wish.course ?? (await common);
    const sessions = wish.sessions ?? [ownSession()];
    const startsAt = new Date(Math.min(...sessions.map((session) => session.startsAt.getTime())));
    const endsAt = new Date(Math.max(...sessions.map((session) => session.endsAt.getTime())));
    const id = newId();
    const database = await workerDatabase();
    await database.query(
      `INSERT INTO offering (
         id, course_id, course_version_id, provider_id, status, mode, language, time_zone, venue_id, starts_at, ends_at,
         opens_at, closes_at, capacity, minimum, waitlist_limit, asks_approval, asks_acceptance, price_amount, price_currency,
         approval_layers, asks_nominee_acceptance)
       SELECT $1, id, published_version_id, provider_id, $3, $4, $5, 'Asia/Tashkent', $6, $7, $8,
         $9, $10, $11, $12, $13, $14, $15, $16, $17, $18::approval_layer[], $19
       FROM course WHERE id = $2`,
      [
        id,
        course.id,
        wish.status ?? 'OPEN',
        wish.mode ?? 'ONLINE',
        wish.language ?? 'en',
        wish.venueId ?? null,
        startsAt,
        endsAt,
        wish.opensAt ?? new Date(Date.now() - HOUR),
        wish.closesAt ?? startsAt,
        wish.capacity ?? 10,
        wish.minimum ?? 0,
        wish.waitlistLimit ?? null,
        wish.asksApproval ?? Boolean(wish.approvalLayers?.length),
        wish.asksAcceptance ?? false,
        wish.price?.amount ?? null,
        wish.price?.currency ?? null,
        wish.approvalLayers ?? [],
        wish.asksNomineeAcceptance ?? false,
      ],
    );
    const { admin, id: providerId } = course.academy;
    const sessionIds = await insertSessions(id, sessions);
    return { id, courseId: course.id, providerId, admin, startsAt, endsAt, sessionIds };
  },

  /** A venue of the organization; answers with the rooms in the order given. */
  async venue(organizationId: string, rooms: { name: string; seats?: number }[] = [{ name: '101', seats: 30 }]) {
    const database = await workerDatabase();
    const id = newId();
    await database.query(
      `INSERT INTO venue (id, organization_id, name, locality, country_code, time_zone)
       VALUES ($1, $2, 'House of Unions', 'Tashkent', 'UZ', 'Asia/Tashkent')`,
      [id, organizationId],
    );
    const roomIds = rooms.map(() => newId());
    await database.query(
      `INSERT INTO room (id, venue_id, name, seats)
       SELECT id, $1, name, seats FROM unnest($2::uuid[], $3::text[], $4::int[]) AS given (id, name, seats)`,
      [id, roomIds, rooms.map(({ name }) => name), rooms.map(({ seats }) => seats ?? null)],
    );
    return { id, roomIds };
  },

  /** Somebody who teaches for the organization. */
  async instructor(organizationId: string): Promise<string> {
    const database = await workerDatabase();
    const [id, personId] = [newId(), newId()];
    await database.query(
      `INSERT INTO person (id, family_name, given_name, patronymic) VALUES ($1, 'Teacher', 'Test', null)`,
      [personId],
    );
    await database.query('INSERT INTO instructor (id, organization_id, person_id) VALUES ($1, $2, $3)', [
      id,
      organizationId,
      personId,
    ]);
    return id;
  },

  staff: newStaff,
};

/** Two hours of a day, so many days from now, at nine in Tashkent. */
export function sessionOnDay(days: number): SessionWish {
  const midnight = Math.floor(Date.now() / DAY) * DAY;
  const startsAt = new Date(midnight + days * DAY + 4 * HOUR);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR) };
}

function ownSession(): SessionWish {
  lastDay += 1;
  return sessionOnDay(lastDay);
}

async function insertSessions(offeringId: string, sessions: readonly SessionWish[]): Promise<string[]> {
  const database = await workerDatabase();
  const ids = sessions.map(() => newId());
  await database.query(
    `INSERT INTO session (id, offering_id, starts_at, ends_at, room_id)
     SELECT id, $1, starts_at, ends_at, room_id
     FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::uuid[]) AS given (id, starts_at, ends_at, room_id)`,
    [
      offeringId,
      ids,
      sessions.map(({ startsAt }) => startsAt),
      sessions.map(({ endsAt }) => endsAt),
      sessions.map(({ roomId }) => roomId ?? null),
    ],
  );
  const teaching = sessions.flatMap(({ instructorIds = [] }, place) =>
    instructorIds.map((instructorId) => ({ sessionId: ids[place], instructorId })),
  );
  await database.query(
    `INSERT INTO session_instructor (session_id, instructor_id, person_id, starts_at, ends_at, takes_place)
     SELECT session.id, instructor.id, instructor.person_id, session.starts_at, session.ends_at, true
     FROM unnest($1::uuid[], $2::uuid[]) AS given (session_id, instructor_id)
     JOIN session ON session.id = session_id JOIN instructor ON instructor.id = instructor_id`,
    [teaching.map(({ sessionId }) => sessionId), teaching.map(({ instructorId }) => instructorId)],
  );
  await database.query('UPDATE offering SET instructor_ids = $2 WHERE id = $1', [
    offeringId,
    [...new Set(teaching.map(({ instructorId }) => instructorId))].sort(),
  ]);
  return ids;
}
