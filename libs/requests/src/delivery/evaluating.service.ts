import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { advance, assertAllowed } from '../request/advance.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { assertActsIn, lockSeen, RequestRights } from '../request/rights.js';
import { Deliveries } from './deliveries.js';
import type { EvaluateProgramRequestInput } from './delivery.input.js';
import { AlreadyEvaluated, OutcomesNotMatched } from './delivery.payloads.js';

/** Everybody who asked says what came of it; the word of the organization that asked first closes the request. */
@Injectable()
export class Evaluating {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly deliveries: Deliveries,
  ) {}

  /** Refuses with the reasons of EvaluateProgramRequestError. */
  async evaluate(asked: RequestContext, viewer: Viewer, input: EvaluateProgramRequestInput): Promise<ProgramRequest> {
    const seen = await this.rights.seen(viewer, input.programRequestId);
    const organizationId = input.organizationId.toLowerCase();
    const isRequester = organizationId === seen.organizationId;
    const permission = isRequester ? 'request.submit' : 'request.support';
    const mayActThere = await this.rights.holdsIn(viewer, permission, organizationId);
    const details = { organizationId, rating: input.rating };
    return this.acts.perform(asked, { name: 'evaluateProgramRequest', input, details }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.EVALUATE);
      await assertActsIn(tx, organizationId, mayActThere);
      if (!isRequester && !(await supports(tx, request.id, organizationId))) throw faults.forbidden();

      // The last class may have ended a moment ago, before the sweep noticed.
      await this.deliveries.settle(tx, request, organizationId);
      const party = isRequester ? 'requester' : 'supporter';
      await assertNotEvaluated(tx, request.id, organizationId);
      assertAllowed(request, RequestAct.EVALUATE, party);
      if (input.outcomes.length !== request.outcomes.length) refuse(new OutcomesNotMatched(request.outcomes.length));

      await insertEvaluation(tx, request.id, { ...input, organizationId });
      return advance(tx, request, { act: RequestAct.EVALUATE, party, viewer, organizationId });
    });
  }
}

async function supports(tx: EntityManager, requestId: string, organizationId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM program_request_asker WHERE request_id = $1 AND organization_id = $2 AND withdrawn_at IS NULL`,
    [requestId, organizationId],
  );
  return rows.length > 0;
}

async function assertNotEvaluated(tx: EntityManager, requestId: string, organizationId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM program_request_evaluation WHERE request_id = $1 AND organization_id = $2',
    [requestId, organizationId],
  );
  if (rows.length > 0) refuse(new AlreadyEvaluated());
}

async function insertEvaluation(
  tx: EntityManager,
  requestId: string,
  { organizationId, rating, outcomes, comment }: EvaluateProgramRequestInput,
): Promise<void> {
  await tx.query(
    `INSERT INTO program_request_evaluation (id, request_id, organization_id, rating, outcomes, comment, created_at)
     VALUES ($1, $2, $3, $4, $5::program_request_outcome_reached[], $6, clock_timestamp())`,
    [newId(), requestId, organizationId, rating, outcomes, comment ?? null],
  );
}
