import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, faults, type RequestContext, refuse, type Viewer } from '#platform';
import { AcademyNotFound } from '../asking/asking.reasons.js';
import { isAcademy } from '../asking/soundness.js';
import { advance, assertAllowed, lockRequest, recordEvent } from '../request/advance.js';
import type { Move } from '../request/move.js';
import { carryOver } from '../request/people.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from '../request/request.reasons.js';
import { JOINABLE } from '../request/request.rules.js';
import { lockSeen, RequestRights } from '../request/rights.js';
import { TriageDecision, type TriageProgramRequestInput } from './triage.input.js';

/** What an academy decides on requests that came in. */
@Injectable()
export class Triage {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
  ) {}

  /** Of two academies that decide at once one wins. Refuses with the reasons of TriageProgramRequestError. */
  async decide(asked: RequestContext, viewer: Viewer, input: TriageProgramRequestInput): Promise<ProgramRequest> {
    assertSaid(input);
    const seen = await this.seenByAcademy(viewer, input);
    const academyId = await this.academyOf(viewer, seen, input.academyId?.toLowerCase());
    const into = input.intoId && input.decision === TriageDecision.MERGE ? input.intoId : null;
    if (into) await this.assertAnswersToo(viewer, into);

    const details = { decision: input.decision, academyId, intoId: into };
    return this.acts.perform(asked, { name: 'triageProgramRequest', input, details }, async (tx) => {
      if (!(await isAcademy(tx, academyId))) refuse(new AcademyNotFound(['academyId']));
      const act = RequestAct[input.decision];
      const move: Move = { act, party: 'academy', viewer, organizationId: academyId, why: input.reason ?? null };
      if (into) return merge(tx, seen, into.toLowerCase(), move);

      const request = await lockSeen(tx, seen, act);
      return advance(tx, request, move, { academyId });
    });
  }

  /** Who comes second is told how the request stands, as is whoever loses at the lock. */
  private async seenByAcademy(viewer: Viewer, input: TriageProgramRequestInput): Promise<ProgramRequest> {
    const seen = await this.rights.seen(viewer, input.programRequestId);
    const academyId = input.academyId?.toLowerCase();
    const isTakenByOther = seen.academyId !== null && academyId !== undefined && academyId !== seen.academyId;
    if (isTakenByOther && (await this.rights.holdsIn(viewer, 'request.answer', academyId))) {
      refuse(new RequestStageDoesNotAllow(seen.stage, RequestAct[input.decision]));
    }
    if (await this.rights.stands('academy', viewer, seen.id)) return seen;
    const now = await this.rights.seen(viewer, seen.id);
    if (now.academyId !== seen.academyId) refuse(new RequestStageDoesNotAllow(now.stage, RequestAct[input.decision]));
    throw faults.forbidden();
  }

  /** An academy answers what is addressed to it or to none. Throws FORBIDDEN, refuses with AcademyNotFound. */
  private async academyOf(viewer: Viewer, seen: ProgramRequest, given: string | undefined): Promise<string> {
    const expected = seen.academyId ?? seen.addressedToId;
    const academyId = given ?? expected;
    if (!academyId) {
      throw faults.badInput('Say which academy decides.', [{ path: 'input.academyId', message: 'is needed here' }]);
    }
    if (expected && academyId !== expected) refuse(new AcademyNotFound(['academyId']));
    if (!(await this.rights.holdsIn(viewer, 'request.answer', academyId))) throw faults.forbidden();
    return academyId;
  }

  private async assertAnswersToo(viewer: Viewer, intoId: string): Promise<void> {
    const into = await this.rights.seen(viewer, intoId, ['intoId']);
    await this.rights.seenAs('academy', viewer, into.id);
  }
}

/** A shape that the schema cannot say: what some decisions need. */
function assertSaid({ decision, reason, intoId }: TriageProgramRequestInput): void {
  const missing = [
    ...(decision === TriageDecision.DECLINE && !reason ? ['reason'] : []),
    ...(decision === TriageDecision.MERGE && !intoId ? ['intoId'] : []),
  ];
  if (missing.length === 0) return;
  const violations = missing.map((field) => ({ path: `input.${field}`, message: `is needed to ${decision}` }));
  throw faults.badInput(`Something is missing to ${decision}.`, violations);
}

/** Both are locked in the order of their ids: two merges that cross must not wait for each other. */
async function merge(tx: EntityManager, seen: ProgramRequest, intoId: string, move: Move): Promise<ProgramRequest> {
  if (intoId === seen.id) refuse(new ProgramRequestNotFound(['intoId']));
  if (intoId < seen.id) await lockRequest(tx, intoId);
  const request = await lockSeen(tx, seen, RequestAct.MERGE);
  const into = await lockRequest(tx, intoId);
  assertAllowed(request, move.act, move.party);
  if (!JOINABLE.includes(into.stage)) {
    refuse(new RequestStageDoesNotAllow(into.stage, RequestAct.MERGE, into.mergedIntoId, ['intoId']));
  }
  await carryOver(tx, request.id, into.id);
  await recordEvent(tx, into, move, into.stage);
  const changes = { academyId: move.organizationId, mergedIntoId: into.id };
  return advance(tx, request, { ...move, intoNumber: into.number }, changes);
}
