import type { EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { newId } from '../ids.js';
import type { Act } from './acts.service.js';

/** One act, by whom, and the row it is about. */
export interface DoneAct {
  /** Null: nobody signed in, or the platform itself. */
  accountId: string | null;
  act: Omit<Act, 'input'>;
  subject: object & { id: string };
}

/** Writes one audit row per act, all in one statement. */
export async function recordActs(tx: EntityManager, done: readonly DoneAct[]): Promise<void> {
  if (done.length === 0) return;
  await prepared(
    tx,
    `INSERT INTO audit_entry (id, account_id, on_behalf_of_person_id, act, subject_type, subject_id, details)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])`,
    [
      done.map(() => newId()),
      done.map(({ accountId }) => accountId),
      done.map(({ act }) => act.onBehalfOf ?? null),
      done.map(({ act }) => act.name),
      done.map(({ subject }) => subject.constructor.name),
      done.map(({ subject }) => subject.id),
      done.map(({ act }) => JSON.stringify(act.details ?? {})),
    ],
  );
}
