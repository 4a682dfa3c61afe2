import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allowedIn } from '#identity';
import { Acts, Authority, newId, type Page, paginate, type RequestContext, refuse, type Viewer } from '#platform';
import { Curriculum } from '../curriculum/curriculum.entity.js';
import { lockCurriculum } from '../curriculum/curriculum.locks.js';
import { HELD_JUDGMENTS } from './judgments.js';
import { ReviewTaskNotFound, StillToBeRechecked } from './review.reasons.js';
import { type ResolveReviewTaskInput, ReviewOutcome, type ReviewTasksArgs } from './review.type.js';
import { ReviewTask } from './review-task.entity.js';

/** What the owners of curricula have to judge again. */
@Injectable()
export class Reviews {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
    private readonly database: DataSource,
  ) {}

  list(viewer: Viewer, { openOnly, ...page }: ReviewTasksArgs): Promise<Page<ReviewTask>> {
    const { sql, parameters } = allowedIn('curriculum.owner_id', viewer, 'curriculum.edit');
    const tasks = this.database
      .getRepository(ReviewTask)
      .createQueryBuilder('task')
      .innerJoin('task.curriculum', 'curriculum')
      .where(sql, parameters);
    if (openOnly) tasks.andWhere('task.resolvedAt IS NULL');
    return paginate(tasks, page, { by: 'task.createdAt', type: 'timestamptz', tie: 'task.id', direction: 'DESC' });
  }

  /**
   * Closes a review, and older ones of the same act with it. Refuses with ReviewTaskNotFound, StillToBeRechecked.
   */
  async resolve(asked: RequestContext, viewer: Viewer, input: ResolveReviewTaskInput): Promise<ReviewTask> {
    const task = await this.mine(viewer, input.reviewTaskId);
    const details = { outcome: input.outcome };
    return this.acts.perform(asked, { name: 'resolveReviewTask', input, details }, async (tx) => {
      await lockCurriculum(tx, task.curriculumId);
      if (input.outcome === ReviewOutcome.STILL_FITS) await confirm(tx, task);
      const left = await countLeft(tx, task);
      if (left > 0) refuse(new StillToBeRechecked(left));
      await tx.query(
        `UPDATE review_task SET resolved_at = now(), note = $3
         WHERE curriculum_id = $1 AND resolved_at IS NULL AND edition_id IN (
           SELECT older.id FROM legal_act_edition older JOIN legal_act_edition mine ON mine.act_id = older.act_id
           WHERE mine.id = $2 AND older.number <= mine.number)`,
        [task.curriculumId, task.editionId, input.note ?? null],
      );
      return tx.findOneByOrFail(ReviewTask, { id: task.id });
    });
  }

  private async mine(viewer: Viewer, id: string): Promise<ReviewTask> {
    const task = await this.database.manager.findOne(ReviewTask, { where: { id } });
    if (!task) refuse(new ReviewTaskNotFound());
    const { ownerId } = await this.database.manager.findOneByOrFail(Curriculum, { id: task.curriculumId });
    if (!(await this.authority.holdsIn(viewer, 'curriculum.edit', ownerId))) refuse(new ReviewTaskNotFound());
    return task;
  }
}

/** Judgments that the curriculum of a task relies on, and that wait because of the act of its edition. */
const WAITING = `${HELD_JUDGMENTS}
  WHERE holder.id = $1 AND alignment.state = 'TO_BE_RECHECKED'
    AND alignment.act_id = (SELECT act_id FROM legal_act_edition WHERE id = $2)`;

/** The same requirement in edition $2. Where that asks it no longer, the judgment stays with the edition that did. */
const RENEWED = `coalesce((SELECT id FROM legal_requirement WHERE edition_id = $2 AND code = alignment.requirement_code),
  alignment.requirement_id)`;

/** Lets the judgments rely on the new edition. Those that a variant inherits it makes its own: its base judges for itself. */
async function confirm(tx: EntityManager, { curriculumId, editionId }: ReviewTask): Promise<void> {
  const waiting: { id: string; isInherited: boolean }[] = await tx.query(
    `SELECT alignment.id, alignment.curriculum_id <> holder.id AS "isInherited" FROM ${WAITING}`,
    [curriculumId, editionId],
  );
  const inherited = waiting.filter(({ isInherited }) => isInherited);
  await tx.query(
    `INSERT INTO alignment (id, curriculum_id, module_id, outcome_id, requirement_id, act_id, requirement_code, coverage,
       hours, reason)
     SELECT own.id, $1, module_id, outcome_id, ${RENEWED}, act_id, requirement_code, coverage, hours, reason
     FROM unnest($3::uuid[], $4::uuid[]) AS own (id, inherited_id) JOIN alignment ON alignment.id = own.inherited_id`,
    [curriculumId, editionId, inherited.map(() => newId()), inherited.map(({ id }) => id)],
  );
  await tx.query(
    `UPDATE alignment SET state = 'CURRENT', changed_at = now(), requirement_id = ${RENEWED}
     WHERE curriculum_id = $1 AND id = ANY($3::uuid[])`,
    [curriculumId, editionId, waiting.map(({ id }) => id)],
  );
}

async function countLeft(tx: EntityManager, { curriculumId, editionId }: ReviewTask): Promise<number> {
  const [{ left }] = await tx.query(`SELECT count(*)::int AS left FROM ${WAITING}`, [curriculumId, editionId]);
  return left;
}
