import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, type RequestContext, Requires, type Viewer } from '#platform';
import { Answers } from '../request/answers.js';
import type { RequestPayload } from '../request/request.payload.js';
import {
  DraftProgramRequestInput,
  ReviseProgramRequestInput,
  SubmitProgramRequestInput,
  WithdrawProgramRequestInput,
} from './asking.input.js';
import {
  DraftProgramRequestPayload,
  ReviseProgramRequestPayload,
  SubmitProgramRequestPayload,
  WithdrawProgramRequestPayload,
} from './asking.payloads.js';
import { Asking } from './asking.service.js';

@Resolver()
export class AskingResolver {
  constructor(
    private readonly asking: Asking,
    private readonly answers: Answers,
  ) {}

  @Mutation(() => DraftProgramRequestPayload, {
    description: 'Begins a request as a draft with its number; look at its `similar` before going on.',
  })
  @Requires('request.submit')
  draftProgramRequest(
    @Args('input') input: DraftProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(DraftProgramRequestPayload, asked, () => this.asking.draft(asked, viewer, input));
  }

  @Mutation(() => ReviseProgramRequestPayload, { description: 'Writes a draft anew.' })
  @Requires('request.submit')
  reviseProgramRequest(
    @Args('input') input: ReviseProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(ReviseProgramRequestPayload, asked, () => this.asking.revise(asked, viewer, input));
  }

  @Mutation(() => SubmitProgramRequestPayload, { description: 'Hands in a draft, or a need that comes whole.' })
  @Requires('request.submit')
  submitProgramRequest(
    @Args('input') input: SubmitProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(SubmitProgramRequestPayload, asked, () => this.asking.submit(asked, viewer, input));
  }

  @Mutation(() => WithdrawProgramRequestPayload, {
    description: 'Asks no longer; possible until a proposal is accepted.',
  })
  @Requires('request.submit')
  withdrawProgramRequest(
    @Args('input') input: WithdrawProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(WithdrawProgramRequestPayload, asked, () => this.asking.withdraw(asked, viewer, input));
  }
}
