import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { Curricula } from './curricula.service.js';
import {
  CreateCurriculumInput,
  PublishCurriculumInput,
  TakeModuleVersionInput,
  UpdateCurriculumInput,
} from './curriculum.input.js';
import {
  CreateCurriculumPayload,
  PublishCurriculumPayload,
  TakeModuleVersionPayload,
  UpdateCurriculumPayload,
} from './curriculum.payloads.js';

@Resolver()
export class CurriculaResolver {
  constructor(private readonly curricula: Curricula) {}

  @Mutation(() => CreateCurriculumPayload, {
    description: 'Begins a curriculum as a draft that its editors alone see.',
  })
  @Requires('curriculum.edit')
  createCurriculum(
    @Args('input') input: CreateCurriculumInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateCurriculumPayload> {
    return payload(CreateCurriculumPayload, async () => ({
      curriculum: await this.curricula.create(asked, viewer, input),
    }));
  }

  @Mutation(() => UpdateCurriculumPayload, {
    description: 'Changes a draft; of a published curriculum, the draft of its next version.',
  })
  @Requires('curriculum.edit')
  updateCurriculum(
    @Args('input') input: UpdateCurriculumInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<UpdateCurriculumPayload> {
    return payload(UpdateCurriculumPayload, async () => ({
      curriculum: await this.curricula.update(asked, viewer, input),
    }));
  }

  @Mutation(() => TakeModuleVersionPayload, {
    description: 'Puts the newest version of a shared module into the draft. See `Curriculum.moduleOffers`.',
  })
  @Requires('curriculum.edit')
  takeModuleVersion(
    @Args('input') input: TakeModuleVersionInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TakeModuleVersionPayload> {
    return payload(TakeModuleVersionPayload, async () => ({
      curriculum: await this.curricula.takeModuleVersion(asked, viewer, input),
    }));
  }

  @Mutation(() => PublishCurriculumPayload, { description: 'Publishes the draft of a curriculum.' })
  @Requires('curriculum.publish')
  publishCurriculum(
    @Args('input') input: PublishCurriculumInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PublishCurriculumPayload> {
    return payload(PublishCurriculumPayload, async () => ({
      curriculum: await this.curricula.publish(asked, viewer, input),
    }));
  }
}
