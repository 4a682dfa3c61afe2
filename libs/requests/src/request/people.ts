import type { EntityManager } from 'typeorm';
import { newId } from '#platform';

/** How many people, where. */
export interface PeopleAt {
  countryCode: string;
  /** Null: anywhere in the country. */
  subdivisionCode: string | null;
  people: number;
}

/** Somebody who asks for the program, with people of their own. */
export interface Asker {
  requestId: string;
  organizationId: string;
  isRequester: boolean;
}

/** Writes how many people an organization asks for, in place of what it said before. Answers with the asker’s id. */
export async function writeAsker(tx: EntityManager, asker: Asker, people: readonly PeopleAt[]): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `INSERT INTO program_request_asker (id, request_id, organization_id, is_requester, created_at)
     VALUES ($1, $2, $3, $4, clock_timestamp())
     ON CONFLICT (request_id, organization_id) DO UPDATE SET withdrawn_at = NULL RETURNING id`,
    [newId(), asker.requestId, asker.organizationId, asker.isRequester],
  );
  if (!row) throw new Error('no asker was written');
  await tx.query('DELETE FROM program_request_people WHERE asker_id = $1', [row.id]);
  await insertPeople(tx, row.id, people);
  return row.id;
}

async function insertPeople(tx: EntityManager, askerId: string, people: readonly PeopleAt[]): Promise<void> {
  await tx.query(
    `INSERT INTO program_request_people (asker_id, country_code, subdivision_code, people)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[])`,
    [
      askerId,
      people.map(({ countryCode }) => countryCode),
      people.map(({ subdivisionCode }) => subdivisionCode),
      people.map((place) => place.people),
    ],
  );
}

/** People of all who ask in one request join the other; an organization that asks in both has its numbers added up. */
export async function carryOver(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
  await tx.query(
    `INSERT INTO program_request_asker AS known (id, request_id, organization_id, is_requester, created_at)
     SELECT gen_random_uuid(), $2, organization_id, false, clock_timestamp() FROM program_request_asker
     WHERE request_id = $1 AND withdrawn_at IS NULL
     ON CONFLICT (request_id, organization_id) DO UPDATE SET withdrawn_at = NULL`,
    [fromId, intoId],
  );
  await tx.query(
    `INSERT INTO program_request_people AS known (asker_id, country_code, subdivision_code, people)
     SELECT joined.id, moved.country_code, moved.subdivision_code, moved.people
     FROM program_request_asker asker
     JOIN program_request_people moved ON moved.asker_id = asker.id
     JOIN program_request_asker joined ON joined.request_id = $2 AND joined.organization_id = asker.organization_id
     WHERE asker.request_id = $1 AND asker.withdrawn_at IS NULL
     ON CONFLICT (asker_id, country_code, subdivision_code) DO UPDATE SET people = known.people + excluded.people`,
    [fromId, intoId],
  );
}

/** Takes an organization’s people out again; its numbers are forgotten. False: it did not support. */
export async function removeSupporter(tx: EntityManager, requestId: string, organizationId: string): Promise<boolean> {
  const [rows]: [{ id: string }[], number] = await tx.query(
    `UPDATE program_request_asker SET withdrawn_at = clock_timestamp()
     WHERE request_id = $1 AND organization_id = $2 AND NOT is_requester AND withdrawn_at IS NULL RETURNING id`,
    [requestId, organizationId],
  );
  const [asker] = rows;
  if (asker) await tx.query('DELETE FROM program_request_people WHERE asker_id = $1', [asker.id]);
  return Boolean(asker);
}
