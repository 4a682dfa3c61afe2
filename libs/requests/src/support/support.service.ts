import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, type RequestContext, refuse, type Viewer } from '#platform';
import { peopleOf } from '../asking/need.rules.js';
import { Soundness } from '../asking/soundness.js';
import { advance, assertAllowed, lockRequest } from '../request/advance.js';
import { removeSupporter, writeAsker } from '../request/people.js';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct } from '../request/request.enums.js';
import { ProgramRequestNotFound } from '../request/request.reasons.js';
import { JOINABLE } from '../request/request.rules.js';
import { ProgramRequests } from '../request/requests.queries.js';
import { assertActsIn, RequestRights } from '../request/rights.js';
import type { SupportProgramRequestInput, WithdrawSupportInput } from './support.input.js';
import { OwnProgramRequest, SupportNotFound } from './support.payloads.js';

/** Others who need the same join instead of asking again. */
@Injectable()
export class Support {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly requests: ProgramRequests,
    private readonly soundness: Soundness,
  ) {}

  /**
   * Joins with people of one’s own, or changes their numbers. What may be joined is known to all who may join, by its
   * likeness; from then on they see the whole of it.
   * Refuses with ProgramRequestNotFound, OrganizationNotFound, RequestStageDoesNotAllow, OwnProgramRequest, UnknownCode,
   * PlaceRepeated.
   */
  async support(asked: RequestContext, viewer: Viewer, input: SupportProgramRequestInput): Promise<ProgramRequest> {
    const mayJoin = await this.rights.holdsIn(viewer, 'request.support', input.organizationId);
    const isSeen = await this.isSeen(viewer, input.programRequestId);
    const people = peopleOf(input.people);
    const act = { name: 'supportProgramRequest', input, details: detailsOf(input) };
    return this.acts.perform(asked, act, async (tx) => {
      const request = await this.lock(tx, input.programRequestId, isSeen);
      await assertActsIn(tx, input.organizationId, mayJoin);
      const organizationId = input.organizationId.toLowerCase();
      if (organizationId === request.organizationId) refuse(new OwnProgramRequest());
      assertAllowed(request, RequestAct.SUPPORT, 'supporter');

      const faultsFound = await this.soundness.faultsOfPeople(tx, people, ['people']);
      if (faultsFound.length > 0) refuse(...faultsFound);
      await writeAsker(tx, { requestId: request.id, organizationId, isRequester: false }, people);
      return advance(tx, request, { act: RequestAct.SUPPORT, party: 'supporter', viewer, organizationId });
    });
  }

  /** Refuses with ProgramRequestNotFound, OrganizationNotFound, RequestStageDoesNotAllow, SupportNotFound. */
  async withdraw(asked: RequestContext, viewer: Viewer, input: WithdrawSupportInput): Promise<ProgramRequest> {
    const mayJoin = await this.rights.holdsIn(viewer, 'request.support', input.organizationId);
    const isSeen = await this.isSeen(viewer, input.programRequestId);
    const act = { name: 'withdrawSupport', input, details: detailsOf(input) };
    return this.acts.perform(asked, act, async (tx) => {
      const request = await this.lock(tx, input.programRequestId, isSeen);
      await assertActsIn(tx, input.organizationId, mayJoin);
      const organizationId = input.organizationId.toLowerCase();
      assertAllowed(request, RequestAct.WITHDRAW_SUPPORT, 'supporter');
      if (!(await removeSupporter(tx, request.id, organizationId))) refuse(new SupportNotFound());
      return advance(tx, request, { act: RequestAct.WITHDRAW_SUPPORT, party: 'supporter', viewer, organizationId });
    });
  }

  private async isSeen(viewer: Viewer, id: string): Promise<boolean> {
    return (await this.requests.visible(viewer, [id])).length > 0;
  }

  /** What is not joinable is not there for those who have no part in it. */
  private async lock(tx: EntityManager, id: string, isSeen: boolean): Promise<ProgramRequest> {
    const request = await lockRequest(tx, id);
    if (!isSeen && !JOINABLE.includes(request.stage)) refuse(new ProgramRequestNotFound());
    return request;
  }
}

function detailsOf({ organizationId }: WithdrawSupportInput): object {
  return { organizationId };
}
