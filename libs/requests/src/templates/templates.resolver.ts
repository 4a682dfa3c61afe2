import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Curriculum, CurriculumLoaders, CurriculumType } from '#curriculum';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestLoaders } from '../request/request.loaders.js';
import { ProgramRequestType } from '../request/request.type.js';
import { StartCurriculumInput } from './start-curriculum.input.js';
import { StartCurriculumPayload } from './start-curriculum.payload.js';
import { Starting } from './starting.service.js';
import { Templates } from './template.queries.js';
import { NearestCurriculum } from './template.type.js';

@Resolver(() => ProgramRequestType)
export class RequestTemplatesResolver {
  constructor(
    private readonly loaders: CurriculumLoaders,
    private readonly requests: RequestLoaders,
    private readonly starting: Starting,
    private readonly templates: Templates,
  ) {}

  @Mutation(() => StartCurriculumPayload, {
    description: 'Begins the curriculum of an accepted program request from one that exists, as a draft.',
  })
  @Requires('request.answer')
  startCurriculum(
    @Args('input') input: StartCurriculumInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<StartCurriculumPayload> {
    return payload(StartCurriculumPayload, async () => ({
      curriculum: await this.starting.start(asked, viewer, input),
    }));
  }

  @ResolveField(() => [NearestCurriculum], {
    description:
      'For the academy that answers: published curricula a program could start from, the nearest first, at most 10; empty for others.',
  })
  async nearestCurricula(@Parent() request: ProgramRequest, @Asked() asked: RequestContext) {
    const { academy } = await this.requests.sides.of(asked).load(request.id);
    return academy ? this.templates.nearestTo.of(asked).load(request) : [];
  }

  @ResolveField(() => [CurriculumType], { description: 'Curricula started for it that you may see.' })
  async curricula(@Parent() { id }: ProgramRequest, @Asked() asked: RequestContext): Promise<Curriculum[]> {
    const ids = await this.templates.startedFor.of(asked).load(id);
    const curricula = await Promise.all(ids.map((one) => this.loaders.byId.of(asked).load(one)));
    return curricula.filter((curriculum) => curriculum !== null);
  }
}

@Resolver(() => NearestCurriculum)
export class NearestCurriculumResolver {
  constructor(private readonly curricula: CurriculumLoaders) {}

  @ResolveField(() => CurriculumType, { description: 'The curriculum.' })
  curriculum(@Parent() { curriculumId }: NearestCurriculum, @Asked() asked: RequestContext) {
    return this.curricula.byId.of(asked).load(curriculumId);
  }
}

@Resolver(() => CurriculumType)
export class CurriculumOriginResolver {
  constructor(
    private readonly curricula: CurriculumLoaders,
    private readonly requests: RequestLoaders,
    private readonly templates: Templates,
  ) {}

  @ResolveField(() => ProgramRequestType, {
    nullable: true,
    description: 'The program request it was started for; null: none, or not for you to see.',
  })
  async programRequest(@Parent() { id }: Curriculum, @Asked() asked: RequestContext): Promise<ProgramRequest | null> {
    const origin = await this.templates.originOf.of(asked).load(id);
    return origin && this.requests.byId.of(asked).load(origin.requestId);
  }

  @ResolveField(() => CurriculumType, {
    nullable: true,
    description: 'The curriculum it was started from; null: from none.',
  })
  async template(@Parent() { id }: Curriculum, @Asked() asked: RequestContext): Promise<Curriculum | null> {
    const origin = await this.templates.originOf.of(asked).load(id);
    return origin && this.curricula.byId.of(asked).load(origin.templateId);
  }
}
