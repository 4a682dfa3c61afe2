import type { EntityManager } from 'typeorm';
import { faults } from '../errors/faults.js';
import type { Act } from './acts.service.js';
import { fingerprintOf } from './fingerprint.js';
import { IdempotencyKey, type Outcome } from './idempotency-key.entity.js';

/** A key some account sent with some act. */
export interface KeyClaim {
  accountId: string;
  key: string;
  act: Act;
}

/**
 * Claims keys for this transaction. Answers, in the given order, with the outcome of those already answered and null
 * for those that are ours to perform (or that are no claim at all). A twin that runs at the same moment waits here
 * on the primary key. Keys are claimed in order, so that two batches never wait for each other.
 * Throws BAD_USER_INPUT when a key was used with another payload.
 */
export async function claimKeys(tx: EntityManager, claims: readonly (KeyClaim | null)[]): Promise<(Outcome | null)[]> {
  const answers: (Outcome | null)[] = claims.map(() => null);
  const ordered = claims
    .map((claim, place) => ({ claim, place }))
    .filter((entry): entry is { claim: KeyClaim; place: number } => entry.claim !== null)
    .sort((a, b) => compare(a.claim, b.claim));
  for (const { claim, place } of ordered) answers[place] = await claimKey(tx, claim);
  return answers;
}

async function claimKey(tx: EntityManager, { accountId, key, act }: KeyClaim): Promise<Outcome | null> {
  const fingerprint = fingerprintOf(act.name, act.input);
  const claimed: unknown[] = await tx.query(
    `INSERT INTO idempotency_key (account_id, key, act, fingerprint) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [accountId, key, act.name, fingerprint],
  );
  if (claimed.length > 0) return null;

  const known = await tx.findOneByOrFail(IdempotencyKey, { accountId, key });
  if (known.fingerprint !== fingerprint) {
    throw faults.badInput('This Idempotency-Key was already used for a different request.');
  }
  return known.outcome;
}

function compare(a: KeyClaim, b: KeyClaim): number {
  const left = `${a.accountId} ${a.key}`;
  const right = `${b.accountId} ${b.key}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Keeps how each claimed request ended, in the transaction that made its effect. */
export async function rememberOutcomes(
  tx: EntityManager,
  answers: readonly { claim: KeyClaim | null; outcome: Outcome }[],
): Promise<void> {
  const kept = answers.filter((answer) => answer.claim !== null);
  if (kept.length === 0) return;
  await tx.query(
    `UPDATE idempotency_key SET outcome = answer.outcome
     FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS answer (account_id, key, outcome)
     WHERE idempotency_key.account_id = answer.account_id AND idempotency_key.key = answer.key`,
    [
      kept.map(({ claim }) => claim?.accountId),
      kept.map(({ claim }) => claim?.key),
      kept.map(({ outcome }) => JSON.stringify(outcome)),
    ],
  );
}
