import type { EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { faults } from '../errors/faults.js';
import type { Act } from './acts.service.js';
import { fingerprintOf } from './fingerprint.js';
import type { Outcome } from './idempotency-key.entity.js';

/** A key some account sent with some act. */
export interface KeyClaim {
  accountId: string;
  key: string;
  act: Act;
}

/** What a claim turned out to be: ours to perform, answered already, or a key used for something else. */
export type ClaimAnswer = { state: 'ours' } | { state: 'known'; outcome: Outcome } | { state: 'misused'; error: Error };

const OURS: ClaimAnswer = { state: 'ours' };
const idOf = ({ accountId, key }: Pick<KeyClaim, 'accountId' | 'key'>) => `${accountId} ${key}`;

/**
 * Claims keys for this transaction and answers in the given order; null is no claim, so always ours.
 * A twin that runs at the same moment waits here on the primary key. Keys are claimed in order, so that two batches
 * never wait for each other. No key may stand twice in one call.
 */
export async function claimKeys(tx: EntityManager, claims: readonly (KeyClaim | null)[]): Promise<ClaimAnswer[]> {
  const made = claims.filter((claim) => claim !== null).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  if (made.length === 0) return claims.map(() => OURS);

  const ours = new Set(await insertKeys(tx, made));
  const others = made.filter((claim) => !ours.has(idOf(claim)));
  const known = others.length > 0 ? await findKeys(tx, others) : new Map<string, KnownKey>();
  return claims.map((claim) => {
    const row = claim && known.get(idOf(claim));
    return row ? answerOf(claim, row) : OURS;
  });
}

async function insertKeys(tx: EntityManager, claims: readonly KeyClaim[]): Promise<string[]> {
  const rows = await prepared<Pick<KeyClaim, 'accountId' | 'key'>>(
    tx,
    `INSERT INTO idempotency_key (account_id, key, act, fingerprint)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT DO NOTHING RETURNING account_id AS "accountId", key`,
    [
      claims.map(({ accountId }) => accountId),
      claims.map(({ key }) => key),
      claims.map(({ act }) => act.name),
      claims.map(({ act }) => fingerprintOf(act.name, act.input)),
    ],
  );
  return rows.map(idOf);
}

interface KnownKey {
  accountId: string;
  key: string;
  fingerprint: string;
  outcome: Outcome;
}

async function findKeys(tx: EntityManager, claims: readonly KeyClaim[]): Promise<Map<string, KnownKey>> {
  const rows = await prepared<KnownKey>(
    tx,
    `SELECT account_id AS "accountId", key, fingerprint, outcome FROM idempotency_key
     WHERE (account_id, key) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
    [claims.map(({ accountId }) => accountId), claims.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [idOf(row), row]));
}

function answerOf({ act }: KeyClaim, { fingerprint, outcome }: KnownKey): ClaimAnswer {
  if (fingerprint === fingerprintOf(act.name, act.input)) return { state: 'known', outcome };
  return { state: 'misused', error: faults.badInput('This Idempotency-Key was already used for a different request.') };
}

/** Keeps how each claimed request ended, in the transaction that made its effect. */
export async function rememberOutcomes(
  tx: EntityManager,
  answers: readonly { claim: KeyClaim | null; outcome: Outcome }[],
): Promise<void> {
  const kept = answers.flatMap(({ claim, outcome }) => (claim ? [{ claim, outcome }] : []));
  if (kept.length === 0) return;
  await prepared(
    tx,
    `UPDATE idempotency_key SET outcome = answer.outcome
     FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS answer (account_id, key, outcome)
     WHERE idempotency_key.account_id = answer.account_id AND idempotency_key.key = answer.key`,
    [
      kept.map(({ claim }) => claim.accountId),
      kept.map(({ claim }) => claim.key),
      kept.map(({ outcome }) => JSON.stringify(outcome)),
    ],
  );
}
