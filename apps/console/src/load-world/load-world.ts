import type { DataSource, EntityManager } from 'typeorm';
import { hashOfToken, newToken } from '#identity';
import { newId } from '#platform';
import { CommandRefused } from '../commands/refused.js';

export interface LoadWorld {
  offeringId: string;
  seats: number;
  persons: { personId: string; token: string }[];
}

const TOKEN_HOURS = 24;
const AT_ONCE = 5_000;

/** Writes so many people who are signed in, and one open offering with so many seats, for a client that presses `enroll`. */
export async function writeLoadWorld(database: DataSource, people: number, seats: number): Promise<LoadWorld> {
  return database.transaction(async (tx) => {
    const persons: LoadWorld['persons'] = [];
    while (persons.length < people)
      persons.push(...(await writePeople(tx, Math.min(AT_ONCE, people - persons.length))));
    return { offeringId: await copyOffering(tx, seats), seats, persons };
  });
}

/** Their password is none: nobody can sign in as them but by the token. */
async function writePeople(tx: EntityManager, count: number): Promise<LoadWorld['persons']> {
  const rows = Array.from({ length: count }, () => {
    const token = newToken();
    return { personId: newId(), accountId: newId(), signInId: newId(), token, tokenHash: hashOfToken(token) };
  });
  await tx.query(
    `WITH given AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[])
         AS given (person_id, account_id, sign_in_id, token_hash)),
       people AS (INSERT INTO person (id, family_name, given_name) SELECT person_id, 'Load', 'Person' FROM given),
       accounts AS (INSERT INTO account (id, person_id, email, password_hash)
         SELECT account_id, person_id, 'load-' || person_id || '@odaq.example', 'none' FROM given)
     INSERT INTO sign_in (id, account_id, token_hash, expires_at)
     SELECT sign_in_id, account_id, token_hash, now() + make_interval(hours => $5) FROM given`,
    [
      rows.map(({ personId }) => personId),
      rows.map(({ accountId }) => accountId),
      rows.map(({ signInId }) => signInId),
      rows.map(({ tokenHash }) => tokenHash),
      TOKEN_HOURS,
    ],
  );
  return rows.map(({ personId, token }) => ({ personId, token }));
}

/** An offering like the newest one there is, open now, a year from now, with so many seats. */
async function copyOffering(tx: EntityManager, seats: number): Promise<string> {
  const id = newId();
  const copied: unknown[] = await tx.query(
    `INSERT INTO offering (id, course_id, course_version_id, provider_id, status, mode, language, time_zone,
       starts_at, ends_at, opens_at, closes_at, capacity, minimum, asks_approval, asks_acceptance)
     SELECT $1, course.id, course.published_version_id, course.provider_id, 'OPEN', 'ONLINE', 'ru', 'Asia/Tashkent',
       now() + interval '365 days', now() + interval '366 days', now(), now() + interval '365 days', $2, 0, false, false
     FROM course WHERE published_version_id IS NOT NULL ORDER BY course.id DESC LIMIT 1 RETURNING id`,
    [id, seats],
  );
  if (copied.length === 0)
    throw new CommandRefused('There is no published course to offer. Load the demo world first: npm start.');
  return id;
}
