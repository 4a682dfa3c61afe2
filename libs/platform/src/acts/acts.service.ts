import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AfterCommit, Transactions } from '../database/transactions.js';
import { Refusal, refuse, reviveReason, storeReason } from '../errors/reason.js';
import type { RequestContext } from '../graphql/request-context.js';
import { recordActs } from './audit.js';
import { claimKey, type KeyClaim, rememberOutcome } from './idempotency.js';
import type { Outcome } from './idempotency-key.entity.js';

/** One mutation as it is audited. */
export interface Act {
  /** The mutation’s name, for example `publishCourse`. */
  name: string;
  /** What was asked for; its fingerprint guards the idempotency key. */
  input: object;
  /** The person it is done for, when that is not the viewer. */
  onBehalfOf?: string | null;
  /** What the audit keeps beside the ids: numbers and codes, never secrets or personal texts. */
  details?: object;
}

type Row = object & { id: string };

/** Every mutation runs here: one transaction holds its effect, its audit row and the answer to repeat. */
@Injectable()
export class Acts {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Performs the work once per idempotency key, and writes one audit row about what it returns.
   * A repeated request gets the same rows as they are now, or the same refusal.
   * Throws BAD_USER_INPUT when the key was used with another payload.
   */
  async perform<T extends Row>(
    asked: RequestContext,
    act: Act,
    work: (tx: EntityManager, after: AfterCommit) => Promise<T>,
  ): Promise<T> {
    const claim = keyClaimOf(asked, act);
    try {
      return await this.transactions.run(async (tx, after, withCommit) => {
        const known = await claimOne(tx, claim);
        if (known) return (await retell(tx, known)) as T;

        const row = await work(tx, after);
        withCommit(
          Promise.all([
            recordActs(tx, [{ accountId: asked.viewer?.accountId ?? null, act, subject: row }]),
            claim && rememberOutcome(tx, claim, outcomeOf(row)),
          ]),
        );
        return row;
      });
    } catch (error) {
      if (claim && error instanceof Refusal) await this.rememberRefusal(claim, error);
      throw error;
    }
  }

  /** A refusal rolled everything back, so its answer is kept in a small transaction of its own. */
  private async rememberRefusal(claim: KeyClaim, refusal: Refusal): Promise<void> {
    await this.transactions.run(async (tx) => {
      const known = await claimOne(tx, claim);
      if (!known) await rememberOutcome(tx, claim, refusedOutcome(refusal));
    });
  }
}

async function claimOne(tx: EntityManager, claim: KeyClaim | null): Promise<Outcome | null> {
  if (!claim) return null;
  const answer = await claimKey(tx, claim);
  if (answer.state === 'misused') throw answer.error;
  return answer.state === 'known' ? answer.outcome : null;
}

/** Null: no key was sent, or nobody is signed in to own it. */
export function keyClaimOf(asked: RequestContext, act: Act): KeyClaim | null {
  if (!asked.idempotencyKey || !asked.viewer) return null;
  return { accountId: asked.viewer.accountId, key: asked.idempotencyKey, act };
}

export function outcomeOf(row: Row): Outcome {
  return { entity: row.constructor.name, id: row.id };
}

export function refusedOutcome({ reasons }: Refusal): Outcome {
  return { reasons: reasons.map(storeReason) };
}

/** Answers a repeated request: the rows it made, as they are now, or its refusal. */
export async function retell(tx: EntityManager, outcome: Outcome): Promise<unknown> {
  if ('reasons' in outcome) refuse(...outcome.reasons.map(reviveReason));
  return tx.findOneByOrFail(outcome.entity, { id: outcome.id });
}
