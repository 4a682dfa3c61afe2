import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { ApprovalLayer, SkipReason, StepState } from './approval.enums.js';

/** A step that is to be written for the first time. */
export interface NewStep {
  enrollmentId: string;
  /** From 1. */
  position: number;
  layer: ApprovalLayer;
  /** Null: there is no such organization above the person, or theirs is not known. */
  organizationId: string | null;
}

/** Writes steps whose turn has not come, in one statement. */
export async function insertSteps(tx: EntityManager, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `INSERT INTO approval_step (id, enrollment_id, position, layer, organization_id, state)
     SELECT *, 'WAITING' FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::approval_layer[], $5::uuid[])`,
    [
      steps.map(() => newId()),
      steps.map(({ enrollmentId }) => enrollmentId),
      steps.map(({ position }) => position),
      steps.map(({ layer }) => layer),
      steps.map(({ organizationId }) => organizationId),
    ],
  );
}

/** What becomes of a step when its turn comes. */
export interface TurnedStep {
  id: string;
  state: StepState.PENDING | StepState.SKIPPED;
  skipReason: SkipReason | null;
  /** Null: it stays until it is decided, or was skipped. */
  dueAt: Date | null;
}

export async function turnSteps(tx: EntityManager, steps: readonly TurnedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `UPDATE approval_step SET state = turned.state, skip_reason = turned.skip_reason, due_at = turned.due_at,
       asked_at = CASE WHEN turned.state = 'PENDING' THEN clock_timestamp() END
     FROM unnest($1::uuid[], $2::step_state[], $3::skip_reason[], $4::timestamptz[])
       AS turned (id, state, skip_reason, due_at)
     WHERE approval_step.id = turned.id`,
    [
      steps.map(({ id }) => id),
      steps.map(({ state }) => state),
      steps.map(({ skipReason }) => skipReason),
      steps.map(({ dueAt }) => dueAt),
    ],
  );
}

/** Nobody is asked any more about these enrollments. */
export async function voidSteps(tx: EntityManager, enrollmentIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE approval_step SET state = 'VOID' WHERE enrollment_id = ANY($1) AND state IN ('WAITING', 'PENDING')`,
    [enrollmentIds],
  );
}
