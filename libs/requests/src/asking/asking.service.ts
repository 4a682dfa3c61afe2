import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, faults, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { advance, assertAllowed, momentOf, recordEvent } from '../request/advance.js';
import { drawNumber } from '../request/number.js';
import { writeAsker } from '../request/people.js';
import { ProgramRequest } from '../request/program-request.entity.js';
import { RequestAct, RequestStage } from '../request/request.enums.js';
import { assertActsIn, lockSeen, RequestRights } from '../request/rights.js';
import type {
  DraftProgramRequestInput,
  ReviseProgramRequestInput,
  SubmitProgramRequestInput,
  WithdrawProgramRequestInput,
} from './asking.input.js';
import { missingIn, type Need, needOf, peopleOf, wordsOf } from './need.rules.js';
import { Soundness } from './soundness.js';

/** What those do who ask: write, hand in, ask no longer. */
@Injectable()
export class Asking {
  constructor(
    private readonly acts: Acts,
    private readonly rights: RequestRights,
    private readonly soundness: Soundness,
  ) {}

  /** Begins a draft. Refuses with OrganizationNotFound and the reasons of an unsound need. */
  async draft(asked: RequestContext, viewer: Viewer, input: DraftProgramRequestInput): Promise<ProgramRequest> {
    const mayAsk = await this.rights.holdsIn(viewer, 'request.submit', input.organizationId);
    const details = { organizationId: input.organizationId };
    return this.acts.perform(asked, { name: 'draftProgramRequest', input, details }, async (tx) => {
      await assertActsIn(tx, input.organizationId, mayAsk);
      return this.begin(tx, viewer, input, RequestStage.DRAFT);
    });
  }

  /** Writes a draft anew. Refuses with ProgramRequestNotFound, RequestStageDoesNotAllow, or what is unsound. */
  async revise(asked: RequestContext, viewer: Viewer, input: ReviseProgramRequestInput): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('requester', viewer, input.programRequestId);
    return this.acts.perform(asked, { name: 'reviseProgramRequest', input }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.REVISE);
      return this.rewrite(tx, viewer, request, input.need);
    });
  }

  /**
   * Hands in a draft, or a need that comes whole.
   * Refuses with ProgramRequestNotFound, OrganizationNotFound, RequestStageDoesNotAllow, NeedIncomplete for each part
   * that is missing, or what is unsound.
   */
  async submit(asked: RequestContext, viewer: Viewer, input: SubmitProgramRequestInput): Promise<ProgramRequest> {
    const { programRequestId, organizationId, need } = input;
    if (programRequestId) return this.submitDraft(asked, viewer, programRequestId, input);
    if (!organizationId || !need) {
      throw faults.badInput('Give either the programRequestId of a draft, or organizationId and need.');
    }
    const mayAsk = await this.rights.holdsIn(viewer, 'request.submit', organizationId);
    const act = { name: 'submitProgramRequest', input, details: { organizationId } };
    return this.acts.perform(asked, act, async (tx) => {
      await assertActsIn(tx, organizationId, mayAsk);
      assertWhole(needOf(need), peopleOf(need.people).length);
      return this.begin(tx, viewer, { organizationId, need }, RequestStage.SUBMITTED);
    });
  }

  /** Refuses with ProgramRequestNotFound, RequestStageDoesNotAllow. */
  async withdraw(asked: RequestContext, viewer: Viewer, input: WithdrawProgramRequestInput): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('requester', viewer, input.programRequestId);
    return this.acts.perform(asked, { name: 'withdrawProgramRequest', input }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.WITHDRAW);
      await tx.query(
        `UPDATE program_request_proposal SET status = 'CLOSED' WHERE request_id = $1 AND status = 'OPEN'`,
        [request.id],
      );
      const { organizationId } = request;
      const why = input.reason ?? null;
      return advance(tx, request, { act: RequestAct.WITHDRAW, party: 'requester', viewer, organizationId, why });
    });
  }

  private async submitDraft(
    asked: RequestContext,
    viewer: Viewer,
    id: string,
    input: SubmitProgramRequestInput,
  ): Promise<ProgramRequest> {
    const seen = await this.rights.seenAs('requester', viewer, id);
    return this.acts.perform(asked, { name: 'submitProgramRequest', input }, async (tx) => {
      const request = await lockSeen(tx, seen, RequestAct.SUBMIT);
      if (input.need) await this.rewrite(tx, viewer, request, input.need);
      const { organizationId } = request;
      const move = { act: RequestAct.SUBMIT, party: 'requester' as const, viewer, organizationId };
      if (request.stage === RequestStage.DRAFT) assertWhole(request, await placesOf(tx, request));
      return advance(tx, request, move, { submittedAt: await momentOf(tx) });
    });
  }

  private async begin(
    tx: EntityManager,
    viewer: Viewer,
    { organizationId: givenId, need: input }: DraftProgramRequestInput,
    stage: RequestStage,
  ): Promise<ProgramRequest> {
    const organizationId = givenId.toLowerCase();
    const need = needOf(input);
    const people = peopleOf(input.people);
    await this.soundness.assertNeed(tx, need, people);

    const number = await drawNumber(tx);
    const now = await momentOf(tx);
    const request = tx.create(ProgramRequest, {
      ...need,
      id: newId(),
      number,
      organizationId,
      academyId: null,
      stage,
      turnSince: now,
      words: wordsOf(need, number),
      submittedAt: stage === RequestStage.SUBMITTED ? now : null,
      mergedIntoId: null,
      createdAt: now,
    });
    await tx.insert(ProgramRequest, request);
    await writeAsker(tx, { requestId: request.id, organizationId, isRequester: true }, people);
    const act = stage === RequestStage.SUBMITTED ? RequestAct.SUBMIT : RequestAct.DRAFT;
    await recordEvent(tx, request, { act, party: 'requester', viewer, organizationId }, null);
    return request;
  }

  private async rewrite(
    tx: EntityManager,
    viewer: Viewer,
    request: ProgramRequest,
    input: ReviseProgramRequestInput['need'],
  ): Promise<ProgramRequest> {
    const { id, organizationId, number } = request;
    const need = needOf(input);
    const people = peopleOf(input.people);
    const move = { act: RequestAct.REVISE, party: 'requester' as const, viewer, organizationId };
    assertAllowed(request, move.act, move.party);
    await this.soundness.assertNeed(tx, need, people);
    await advance(tx, request, move, { ...need, words: wordsOf(need, number) });
    await writeAsker(tx, { requestId: id, organizationId, isRequester: true }, people);
    return request;
  }
}

function assertWhole(need: Pick<Need, 'outcomes' | 'languages' | 'periodFrom' | 'periodTo'>, places: number): void {
  const missing = missingIn(need, places);
  if (missing.length > 0) refuse(...missing);
}

async function placesOf(tx: EntityManager, { id }: ProgramRequest): Promise<number> {
  const [row]: { places: number }[] = await tx.query(
    `SELECT count(*)::int AS places FROM program_request_asker asker
     JOIN program_request_people place ON place.asker_id = asker.id WHERE asker.request_id = $1 AND asker.is_requester`,
    [id],
  );
  return row?.places ?? 0;
}
