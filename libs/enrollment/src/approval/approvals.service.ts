import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allowedIn } from '#identity';
import { type RequestContext, refuse, type Viewer } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { ApprovalState, ReleaseReason, SeatState } from '../enrollment/enrollment.enums.js';
import { EnrollmentNotFound } from '../enrollment/enrollment.reasons.js';
import { PlaceChanges, release } from '../enrollment/place-changes.service.js';
import { ApprovalLayer, StepState } from './approval.enums.js';
import { ApprovalDecision, type AssessmentInput, type DecideApprovalInput } from './approval.inputs.js';
import {
  AssessmentNeeded,
  CannotDecideOwn,
  NoApprovalPending,
  OtherLayerAsked,
  ReasonNeeded,
} from './approval.reasons.js';
import { ApprovalStep } from './approval-step.entity.js';
import { askNext } from './approval-steps.js';
import { Seating } from './seating.service.js';

/** The step this viewer decides, as it stood before the lock. */
interface OpenStep {
  id: string;
  layer: ApprovalLayer;
  enrollmentId: string;
  offeringId: string;
  personId: string;
}

type FoundStep = OpenStep & { organizationId: string | null; state: StepState; isTheirs: boolean };

@Injectable()
export class Approvals {
  constructor(
    private readonly database: DataSource,
    private readonly changes: PlaceChanges,
    private readonly seating: Seating,
  ) {}

  /**
   * Decides the step that is open for this viewer. Agreed, the next layer is asked; when all have agreed, the person
   * gets the seat kept for them, or stands in the queue with the number drawn when they asked. Declined, the place ends.
   * Refuses with EnrollmentNotFound, NoApprovalPending, OtherLayerAsked, CannotDecideOwn, ReasonNeeded, AssessmentNeeded.
   */
  async decide(asked: RequestContext, viewer: Viewer, input: DecideApprovalInput): Promise<Enrollment> {
    const step = await this.openStep(viewer, input);
    const approves = input.decision === ApprovalDecision.APPROVE;
    const note = input.note?.trim() || null;
    if (!approves && !note) refuse(new ReasonNeeded());
    if (approves && !input.assessment && step.layer !== ApprovalLayer.PROVIDER) refuse(new AssessmentNeeded());

    const act = { name: 'decideApproval', input, details: detailsOf(step, approves), onBehalfOf: step.personId };
    return this.changes.perform(asked, act, step, async (tx, place) => {
      const { offering, enrollment } = place;
      // Whoever decided while we waited for the lock was first, even if the next step is ours to decide too.
      if (!(await close(tx, step.id, viewer, approves, note, input.assessment ?? null)))
        refuse(new NoApprovalPending());
      enrollment.note = note;
      if (!approves) {
        enrollment.approval = ApprovalState.DECLINED;
        release(place, ReleaseReason.APPROVAL_DECLINED, note);
      } else if ((await askNext(tx, offering, [enrollment.id])).has(enrollment.id)) {
        enrollment.approval = ApprovalState.APPROVED;
        if (enrollment.holdsSeat) await this.seating.seatHeld(tx, place);
        else queue(place);
      }
    });
  }

  private async openStep(viewer: Viewer, { enrollmentId, stepId }: DecideApprovalInput): Promise<OpenStep> {
    const { steps, isSeen } = await this.stepsOf(viewer, enrollmentId);
    if (!isSeen) refuse(new EnrollmentNotFound());
    if (steps[0]?.personId === viewer.personId) refuse(new CannotDecideOwn());
    const open = steps.find(({ state }) => state === StepState.PENDING);
    if (!open?.organizationId || (stepId && open.id !== stepId)) refuse(new NoApprovalPending());
    if (!open.isTheirs) refuse(new OtherLayerAsked(open.layer, open.organizationId));
    return open;
  }

  /** The chain, and whether the viewer may see it: as one who decides some step of it, or for the provider. */
  private async stepsOf(viewer: Viewer, enrollmentId: string): Promise<{ steps: FoundStep[]; isSeen: boolean }> {
    const ofLayer = allowedIn('step.organization_id', viewer, 'enrollment.decide');
    const ofProvider = allowedIn('offering.provider_id', viewer, 'enrollment.decide');
    const steps = await this.database
      .createQueryBuilder()
      .select([
        'step.id AS id',
        'step.layer AS layer',
        'step.state AS state',
        'step.organization_id AS "organizationId"',
        'enrollment.id AS "enrollmentId"',
        'enrollment.offering_id AS "offeringId"',
        'enrollment.person_id AS "personId"',
        `(${ofLayer.sql}) AS "isTheirs"`,
        `(${ofProvider.sql}) AS "isOfProvider"`,
      ])
      .from(ApprovalStep, 'step')
      .innerJoin('step.enrollment', 'enrollment')
      .innerJoin('enrollment.offering', 'offering')
      .where('enrollment.id = :enrollmentId', { enrollmentId })
      .orderBy('step.position')
      .setParameters(ofLayer.parameters)
      .getRawMany<FoundStep & { isOfProvider: boolean }>();
    return { steps, isSeen: steps.some(({ isTheirs, isOfProvider }) => isTheirs || isOfProvider) };
  }
}

/** Writes the decision, unless the step is no longer open. */
async function close(
  tx: EntityManager,
  stepId: string,
  { accountId }: Viewer,
  approves: boolean,
  note: string | null,
  assessment: AssessmentInput | null,
): Promise<boolean> {
  const [closed]: [unknown[], number] = await tx.query(
    `UPDATE approval_step SET state = $2, decided_at = clock_timestamp(), decided_by_account_id = $3, note = $4,
       motivation = $5, relevance = $6, preparedness = $7, employer_agrees = $8
     WHERE id = $1 AND state = 'PENDING' RETURNING id`,
    [
      stepId,
      approves ? StepState.APPROVED : StepState.DECLINED,
      accountId,
      note,
      assessment?.motivation ?? null,
      assessment?.relevance ?? null,
      assessment?.preparedness ?? null,
      assessment?.employerAgrees ?? null,
    ],
  );
  return closed.length > 0;
}

function queue({ offering, enrollment }: { offering: { waiting: number }; enrollment: Enrollment }): void {
  enrollment.seat = SeatState.WAITLISTED;
  offering.waiting += 1;
}

function detailsOf({ id, layer }: OpenStep, approved: boolean) {
  return { approved, layer, stepId: id };
}
