import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, type RequestContext, Requires, type Viewer } from '#platform';
import { Answers } from '../request/answers.js';
import type { RequestPayload } from '../request/request.payload.js';
import { SupportProgramRequestInput, WithdrawSupportInput } from './support.input.js';
import { SupportProgramRequestPayload, WithdrawSupportPayload } from './support.payloads.js';
import { Support } from './support.service.js';

@Resolver()
export class SupportMutationsResolver {
  constructor(
    private readonly support: Support,
    private readonly answers: Answers,
  ) {}

  @Mutation(() => SupportProgramRequestPayload, {
    description: 'Joins a request with people of one’s own, or changes their numbers; until a proposal is accepted.',
  })
  @Requires('request.support')
  supportProgramRequest(
    @Args('input') input: SupportProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(SupportProgramRequestPayload, asked, () => this.support.support(asked, viewer, input));
  }

  @Mutation(() => WithdrawSupportPayload, {
    description: 'Supports a request no longer; until a proposal is accepted. The history of it stays.',
  })
  @Requires('request.support')
  withdrawSupport(
    @Args('input') input: WithdrawSupportInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(WithdrawSupportPayload, asked, () => this.support.withdraw(asked, viewer, input));
  }
}
