import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, type RequestContext, Requires, type Viewer } from '#platform';
import { Answers } from '../request/answers.js';
import type { RequestPayload } from '../request/request.payload.js';
import { EvaluateProgramRequestInput, ScheduleProgramRequestInput } from './delivery.input.js';
import { EvaluateProgramRequestPayload, ScheduleProgramRequestPayload } from './delivery.payloads.js';
import { Evaluating } from './evaluating.service.js';
import { RequestScheduling } from './scheduling.service.js';

@Resolver()
export class DeliveryResolver {
  constructor(
    private readonly scheduling: RequestScheduling,
    private readonly evaluating: Evaluating,
    private readonly answers: Answers,
  ) {}

  @Mutation(() => ScheduleProgramRequestPayload, {
    description:
      'The academy ties offerings of the accepted courses to a request. Seats promised to those who asked are kept for them there, as far as seats are free; when all offerings are over, it is delivered.',
  })
  @Requires('request.answer')
  scheduleProgramRequest(
    @Args('input') input: ScheduleProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(ScheduleProgramRequestPayload, asked, () =>
      this.scheduling.schedule(asked, viewer, input),
    );
  }

  @Mutation(() => EvaluateProgramRequestPayload, {
    description:
      'One who asked says what came of it; the word of the organization that asked first closes the request.',
  })
  @Requires('request.support')
  evaluateProgramRequest(
    @Args('input') input: EvaluateProgramRequestInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RequestPayload> {
    return this.answers.give(EvaluateProgramRequestPayload, asked, () =>
      this.evaluating.evaluate(asked, viewer, input),
    );
  }
}
