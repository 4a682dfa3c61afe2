import type { EntityManager } from 'typeorm';
import { enqueue, grouped } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { ApprovalState } from '../enrollment/enrollment.enums.js';
import { databaseNow } from '../enrollment/enrollment.queries.js';
import { homesOf, IN_FORCE } from '../nomination/homes.js';
import type { Offering } from '../offering/offering.entity.js';
import { ApprovalLayer, StepState } from './approval.enums.js';
import { dueAt, layersOf, type Step, type Turn, turnOf } from './approval.rules.js';
import { decidingRoles, hasDecider } from './deciders.js';
import { insertSteps, type NewStep, type TurnedStep, turnSteps } from './step.rows.js';

/** Queue job that passes on the steps of one offering whose time is up. */
export const PASS_ON = 'enrollment:pass-on';

type Asking = Pick<Enrollment, 'id' | 'personId' | 'approval'>;

/** Begins the approvals of new enrollments that ask for one; in a constant number of statements. */
export async function openSteps(tx: EntityManager, offering: Offering, enrollments: readonly Asking[]): Promise<void> {
  const asking = enrollments.filter(({ approval }) => approval === ApprovalState.PENDING);
  if (asking.length === 0) return;
  const homes = await homesOf(
    tx,
    asking.map(({ personId }) => personId),
  );
  const steps = asking.flatMap(({ id, personId }) =>
    layersOf(offering).map((layer, place): NewStep => {
      const above = homes.get(personId)?.above.get(layer) ?? null;
      const organizationId = layer === ApprovalLayer.PROVIDER ? offering.providerId : above;
      return { enrollmentId: id, position: place + 1, layer, organizationId };
    }),
  );
  await insertSteps(tx, steps);
  await askNext(
    tx,
    offering,
    asking.map(({ id }) => id),
  );
}

type FoundStep = Step & { enrollmentId: string; position: number; homeKnown: boolean };

/**
 * Asks the next layer of each enrollment, passing over those where nobody can decide; when none at all could be asked,
 * the provider is. Answers with the enrollments that all layers have agreed to.
 */
export async function askNext(
  tx: EntityManager,
  offering: Offering,
  enrollmentIds: readonly string[],
): Promise<Set<string>> {
  const chains = await findSteps(tx, enrollmentIds);
  const turns = [...chains].map(([id, steps]) => ({
    id,
    steps,
    turn: turnOf(
      steps,
      steps.some((s) => s.homeKnown),
    ),
  }));
  await write(
    tx,
    offering,
    turns.map(({ turn }) => turn),
  );
  const unheard = turns.filter(({ turn }) => turn.outcome === 'UNHEARD');
  if (unheard.length > 0) {
    await insertSteps(
      tx,
      unheard.map(({ id, steps }) => ({
        enrollmentId: id,
        position: steps.length + 1,
        layer: ApprovalLayer.PROVIDER,
        organizationId: offering.providerId,
      })),
    );
    await askNext(
      tx,
      offering,
      unheard.map(({ id }) => id),
    );
  }
  return new Set(turns.filter(({ turn }) => turn.outcome === 'APPROVED').map(({ id }) => id));
}

async function findSteps(tx: EntityManager, enrollmentIds: readonly string[]): Promise<Map<string, FoundStep[]>> {
  const rows: FoundStep[] = await tx.query(
    `SELECT step.id, step.enrollment_id AS "enrollmentId", step.position, step.layer,
       step.organization_id AS "organizationId", step.state,
       ${hasDecider('step.organization_id', 'enrollment.person_id', '$2')} AS "hasDecider",
       EXISTS (SELECT FROM membership WHERE membership.person_id = enrollment.person_id AND ${IN_FORCE}) AS "homeKnown"
     FROM approval_step step JOIN enrollment ON enrollment.id = step.enrollment_id
     WHERE step.enrollment_id = ANY($1) ORDER BY step.enrollment_id, step.position`,
    [enrollmentIds, decidingRoles()],
  );
  return grouped(rows, ({ enrollmentId }) => enrollmentId);
}

async function write(tx: EntityManager, { id }: Offering, turns: readonly Turn[]): Promise<void> {
  const now = await databaseNow(tx);
  const turned = turns.flatMap(({ skipped, asked }): TurnedStep[] => [
    ...skipped.map(({ id: stepId, because }) => ({
      id: stepId,
      state: StepState.SKIPPED as const,
      skipReason: because,
      dueAt: null,
    })),
    ...(asked
      ? [{ id: asked.id, state: StepState.PENDING as const, skipReason: null, dueAt: dueAt(asked.layer, now) }]
      : []),
  ]);
  await turnSteps(tx, turned);
  const runAt = turned.find((step) => step.dueAt !== null)?.dueAt;
  if (runAt) await enqueue(tx, [{ name: PASS_ON, payload: { offeringId: id }, runAt }]);
}
