import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { enqueue, Jobs, newId, Transactions } from '#platform';
import { HELD_JUDGMENTS } from './judgments.js';
import { LegalRecheck } from './legal-recheck.entity.js';

const RECHECK = 'curriculum.recheck';
const MOST_AT_ONCE = 200;

/** Alignments that rely on an edition of an act (`relied`), with each that began after it (`fresh`). */
const RELYING = `alignment
  JOIN legal_requirement requirement ON requirement.id = alignment.requirement_id
  JOIN legal_act_edition relied ON relied.id = requirement.edition_id
  JOIN legal_act_edition fresh ON fresh.act_id = alignment.act_id AND fresh.id <> relied.id
    AND (relied.in_force_from IS NULL OR relied.in_force_from < fresh.in_force_from)`;

/** Part of recording a change: the work is there if, and only if, the change is. */
export async function beginRecheck(tx: EntityManager, editionId: string): Promise<void> {
  const [{ total }] = await tx.query(`SELECT count(*)::int AS total FROM ${RELYING} WHERE fresh.id = $1`, [editionId]);
  await tx.query(
    `INSERT INTO legal_recheck (edition_id, total, finished_at) VALUES ($1, $2, CASE WHEN $2::int = 0 THEN now() END)`,
    [editionId, total],
  );
  if (total > 0) await enqueue(tx, [{ name: RECHECK, payload: { editionId }, key: `${RECHECK} ${editionId}` }]);
}

/** An edition that came with a later file is a change of law as one that a person records. */
export async function beginMissingRechecks(tx: EntityManager): Promise<void> {
  const editions: { id: string }[] = await tx.query(
    `SELECT DISTINCT fresh.id FROM ${RELYING}
     WHERE NOT EXISTS (SELECT 1 FROM legal_recheck known WHERE known.edition_id = fresh.id)`,
  );
  for (const { id } of editions) await beginRecheck(tx, id);
}

/**
 * Marks what relied on earlier editions of an act, and gives a task to the owner of each curriculum that relies on it:
 * the one it was judged for, and the variants of the act’s country that inherit it.
 */
@Injectable()
export class Rechecks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define(RECHECK, async ({ editionId }) => {
      if (editionId) await this.run(editionId);
    });
  }

  /** Goes on where it was left, batch by batch, each in a transaction of its own; done twice it changes nothing. */
  async run(editionId: string): Promise<void> {
    while (await this.transactions.run((tx) => markBatch(tx, editionId)));
  }
}

/** Answers whether there is more to do. */
async function markBatch(tx: EntityManager, editionId: string): Promise<boolean> {
  const recheck = await tx.findOne(LegalRecheck, { where: { editionId }, lock: { mode: 'pessimistic_write' } });
  if (!recheck || recheck.finishedAt) return false;
  const batch: { id: string }[] = await tx.query(
    `SELECT alignment.id FROM ${RELYING}
     WHERE fresh.id = $1 AND ($2::uuid IS NULL OR alignment.id > $2) ORDER BY alignment.id LIMIT ${MOST_AT_ONCE}`,
    [editionId, recheck.lastAlignmentId],
  );
  const isLast = batch.length < MOST_AT_ONCE;
  const ids = batch.map(({ id }) => id);
  await tx.query(`UPDATE alignment SET state = 'TO_BE_RECHECKED' WHERE id = ANY($1::uuid[])`, [ids]);
  const holders: { id: string }[] = await tx.query(
    `SELECT DISTINCT holder.id FROM ${HELD_JUDGMENTS} WHERE alignment.id = ANY($1::uuid[])`,
    [ids],
  );
  await tx.query(
    `INSERT INTO review_task (id, curriculum_id, edition_id)
     SELECT id, curriculum_id, $3 FROM unnest($1::uuid[], $2::uuid[]) AS fresh (id, curriculum_id)
     ON CONFLICT (curriculum_id, edition_id) DO NOTHING`,
    [holders.map(() => newId()), holders.map(({ id }) => id), editionId],
  );
  await tx.update(
    LegalRecheck,
    { editionId },
    {
      done: recheck.done + batch.length,
      lastAlignmentId: batch.at(-1)?.id ?? recheck.lastAlignmentId,
      finishedAt: isLast ? new Date() : null,
    },
  );
  return !isLast;
}
