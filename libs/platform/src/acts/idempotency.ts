import type { EntityManager } from 'typeorm';
import { Contention, violates } from '../database/interruptions.js';
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

/** What a key turned out to be: ours to answer, answered already, or used for something else. */
export type ClaimAnswer = { state: 'ours' } | { state: 'known'; outcome: Outcome } | { state: 'misused'; error: Error };

const OURS: ClaimAnswer = { state: 'ours' };
const idOf = ({ accountId, key }: Pick<KeyClaim, 'accountId' | 'key'>) => `${accountId} ${key}`;

/** Claims a key for this transaction before anything is done. A twin that runs at the same moment waits here. */
export async function claimKey(tx: EntityManager, claim: KeyClaim): Promise<ClaimAnswer> {
  const { accountId, key, act } = claim;
  const claimed = await prepared(
    tx,
    `INSERT INTO idempotency_key (account_id, key, act, fingerprint) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [accountId, key, act.name, fingerprintOf(act.name, act.input)],
  );
  if (claimed.length > 0) return OURS;
  const [known] = await findOutcomes(tx, [claim]);
  return known ?? OURS;
}

/** Keeps how the request with a claimed key ended, in the transaction that made its effect. */
export async function rememberOutcome(tx: EntityManager, { accountId, key }: KeyClaim, outcome: Outcome) {
  await prepared(tx, 'UPDATE idempotency_key SET outcome = $3 WHERE account_id = $1 AND key = $2', [
    accountId,
    key,
    JSON.stringify(outcome),
  ]);
}

/**
 * Says of each key what it is, in the given order, and claims nothing: the caller holds locks that a twin must wait
 * for, and writes the keys with `keepOutcomes`. Null is no key, so always ours.
 */
export async function findOutcomes(tx: EntityManager, claims: readonly (KeyClaim | null)[]): Promise<ClaimAnswer[]> {
  const sent = claims.filter((claim) => claim !== null);
  if (sent.length === 0) return claims.map(() => OURS);
  const rows = await prepared<KnownKey>(
    tx,
    `SELECT account_id AS "accountId", key, fingerprint, outcome FROM idempotency_key
     WHERE (account_id, key) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`,
    [sent.map(({ accountId }) => accountId), sent.map(({ key }) => key)],
  );
  const known = new Map(rows.map((row) => [idOf(row), row]));
  return claims.map((claim) => {
    const row = claim && known.get(idOf(claim));
    return row ? answerOf(claim, row) : OURS;
  });
}

interface KnownKey {
  accountId: string;
  key: string;
  fingerprint: string;
  outcome: Outcome;
}

function answerOf({ act }: KeyClaim, { fingerprint, outcome }: KnownKey): ClaimAnswer {
  if (fingerprint === fingerprintOf(act.name, act.input)) return { state: 'known', outcome };
  return { state: 'misused', error: faults.badInput('This Idempotency-Key was already used for a different request.') };
}

/**
 * Writes keys with how their requests ended, as part of the transaction that made the effects. No key may stand twice
 * in one call; they are written in order, so that two batches never wait for each other.
 * Throws Contention when one was taken since it was looked for: then everything is to be decided again.
 */
export async function keepOutcomes(
  tx: EntityManager,
  ended: readonly { claim: KeyClaim | null; outcome: Outcome }[],
): Promise<void> {
  const kept = ended
    .flatMap(({ claim, outcome }) => (claim ? [{ ...claim, outcome }] : []))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  if (kept.length === 0) return;
  await prepared(
    tx,
    `INSERT INTO idempotency_key (account_id, key, act, fingerprint, outcome)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[])`,
    [
      kept.map(({ accountId }) => accountId),
      kept.map(({ key }) => key),
      kept.map(({ act }) => act.name),
      kept.map(({ act }) => fingerprintOf(act.name, act.input)),
      kept.map(({ outcome }) => JSON.stringify(outcome)),
    ],
  ).catch((error) => {
    throw violates(error, 'idempotency_key_pkey') ? new Contention('an idempotency key was taken meanwhile') : error;
  });
}
