import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { enqueue, Jobs, newId, Transactions } from '#platform';
import type { LegalActEdition } from '../law/legal-act-edition.entity.js';
import { LegalRecheck } from './legal-recheck.entity.js';

const RECHECK = 'curriculum.recheck';
const MOST_AT_ONCE = 200;

/** Alignments that rely on an edition of the act which began before edition $1. */
const RELYING = `alignment
  JOIN legal_requirement requirement ON requirement.id = alignment.requirement_id
  JOIN legal_act_edition relied ON relied.id = requirement.edition_id
  JOIN legal_act_edition fresh ON fresh.id = $1 AND fresh.act_id = alignment.act_id
  WHERE relied.id <> fresh.id AND coalesce(relied.in_force_from < fresh.in_force_from, true)`;

/** Marks what relied on earlier editions of an act, and gives each curriculum’s owner a task. */
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

  /** Part of recording a change: the work is there if, and only if, the change is. */
  async begin(tx: EntityManager, { id }: LegalActEdition): Promise<void> {
    const [{ total }] = await tx.query(`SELECT count(*)::int AS total FROM ${RELYING}`, [id]);
    await tx.insert(LegalRecheck, { editionId: id, total, finishedAt: total === 0 ? new Date() : null });
    if (total > 0) await enqueue(tx, [{ name: RECHECK, payload: { editionId: id }, key: `${RECHECK} ${id}` }]);
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
  const batch: { id: string; curriculumId: string }[] = await tx.query(
    `SELECT alignment.id, alignment.curriculum_id AS "curriculumId" FROM ${RELYING}
       AND ($2::uuid IS NULL OR alignment.id > $2) ORDER BY alignment.id LIMIT ${MOST_AT_ONCE}`,
    [editionId, recheck.lastAlignmentId],
  );
  const isLast = batch.length < MOST_AT_ONCE;
  await tx.query(`UPDATE alignment SET state = 'TO_BE_RECHECKED' WHERE id = ANY($1::uuid[])`, [
    batch.map(({ id }) => id),
  ]);
  const curricula = [...new Set(batch.map(({ curriculumId }) => curriculumId))];
  await tx.query(
    `INSERT INTO review_task (id, curriculum_id, edition_id)
     SELECT id, curriculum_id, $3 FROM unnest($1::uuid[], $2::uuid[]) AS fresh (id, curriculum_id)
     ON CONFLICT (curriculum_id, edition_id) DO NOTHING`,
    [curricula.map(() => newId()), curricula, editionId],
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
