import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, type RequestContext, Requires, type Viewer } from '#platform';
import { Answers } from '../request/answers.js';
import type { RequestPayload } from '../request/request.payload.js';
import {
  AcceptProposalPayload,
  ProposeProgramPayload,
  ReturnProposalPayload,
  TriageProgramRequestPayload,
} from './answering.payloads.js';
import { Deciding } from './deciding.service.js';
import { AcceptProposalInput, ProposeProgramInput, ReturnProposalInput } from './propose.input.js';
import { Proposing } from './proposing.service.js';
import { TriageProgramRequestInput } from './triage.input.js';
import { Triage } from './triage.service.js';

@Resolver()
export class AnsweringResolver {
  constructor(
    private readonly triage: Triage,
    private readonly proposing: Proposing,
    private readonly deciding: Deciding,
    private readonly answers: Answers,
  ) {}

  @Mutation(() => TriageProgramRequestPayload, {
    description:
      'An academy takes a request, declines it with a reason, or makes it part of another: whoever asked or supported joins that one with their numbers, added up where an organization stands in both.',
  })
  @Requires('request.answer')
  triageProgramRequest(
    @Args('input') input: TriageProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(TriageProgramRequestPayload, asked, () => this.triage.decide(asked, viewer, input));
  }

  @Mutation(() => ProposeProgramPayload, {
    description: 'The academy proposes a program, or revises its proposal; each is a version that stays readable.',
  })
  @Requires('request.answer')
  proposeProgram(
    @Args('input') input: ProposeProgramInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(ProposeProgramPayload, asked, () => this.proposing.propose(asked, viewer, input));
  }

  @Mutation(() => AcceptProposalPayload, {
    description:
      'Those who asked accept: new courses begin as drafts of the academy, and the seats are promised to all who asked, in proportion where there are fewer.',
  })
  @Requires('request.submit')
  acceptProposal(
    @Args('input') input: AcceptProposalInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(AcceptProposalPayload, asked, () => this.deciding.accept(asked, viewer, input));
  }

  @Mutation(() => ReturnProposalPayload, {
    description: 'Those who asked give the proposal back with a comment; the academy revises it.',
  })
  @Requires('request.submit')
  returnProposal(
    @Args('input') input: ReturnProposalInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(ReturnProposalPayload, asked, () => this.deciding.giveBack(asked, viewer, input));
  }
}
