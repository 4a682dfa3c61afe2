import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, type Page, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Curriculum } from '../curriculum/curriculum.entity.js';
import { CurriculumLoaders } from '../curriculum/curriculum.loaders.js';
import { CurriculumType } from '../curriculum/curriculum.type.js';
import { LawLoaders } from '../law/law.loaders.js';
import { LegalActEditionType } from '../law/legal-act.type.js';
import type { LegalActEdition } from '../law/legal-act-edition.entity.js';
import type { LegalRecheck } from './legal-recheck.entity.js';
import { ReviewLoaders } from './review.loaders.js';
import {
  LegalRecheckProgress,
  ResolveReviewTaskInput,
  ResolveReviewTaskPayload,
  ReviewTaskConnection,
  ReviewTasksArgs,
  ReviewTaskType,
} from './review.type.js';
import type { ReviewTask } from './review-task.entity.js';
import { Reviews } from './reviews.service.js';

@Resolver(() => ReviewTaskType)
export class ReviewResolver {
  constructor(
    private readonly reviews: Reviews,
    private readonly curricula: CurriculumLoaders,
    private readonly law: LawLoaders,
  ) {}

  @Query(() => ReviewTaskConnection, {
    description: 'What waits for the viewer because law changed, the newest first.',
  })
  @Requires('curriculum.edit')
  reviewTasks(@Args() args: ReviewTasksArgs, @CurrentViewer() viewer: Viewer): Promise<Page<ReviewTask>> {
    return this.reviews.list(viewer, args);
  }

  @Mutation(() => ResolveReviewTaskPayload, { description: 'Closes a review of a curriculum.' })
  @Requires('curriculum.edit')
  resolveReviewTask(
    @Args('input') input: ResolveReviewTaskInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResolveReviewTaskPayload> {
    return payload(ResolveReviewTaskPayload, async () => ({
      reviewTask: await this.reviews.resolve(asked, viewer, input),
    }));
  }

  @ResolveField(() => CurriculumType, { description: 'What is to be judged again.' })
  curriculum(@Parent() task: ReviewTask, @Asked() asked: RequestContext): Promise<Curriculum | null> {
    return this.curricula.byId.of(asked).load(task.curriculumId);
  }

  @ResolveField(() => LegalActEditionType, { description: 'The new edition that makes it necessary.' })
  edition(@Parent() task: ReviewTask, @Asked() asked: RequestContext): Promise<LegalActEdition | null> {
    return this.law.editionById.of(asked).load(task.editionId);
  }
}

@Resolver(() => CurriculumType)
export class CurriculumReviewResolver {
  constructor(private readonly loaders: ReviewLoaders) {}

  @ResolveField(() => Int, {
    description:
      'How many judgments that it relies on wait to be re-checked, because an act changed; in a variant, those of its base about its country too.',
  })
  toBeRechecked(@Parent() curriculum: Curriculum, @Asked() asked: RequestContext): Promise<number> {
    return this.loaders.waitingOf.of(asked).load(curriculum.id);
  }
}

@Resolver(() => LegalActEditionType)
export class EditionReviewResolver {
  constructor(private readonly loaders: ReviewLoaders) {}

  @ResolveField(() => LegalRecheckProgress, {
    nullable: true,
    description: 'How far the marking has come of what relied on earlier editions; null: it came with the data.',
  })
  recheck(@Parent() edition: LegalActEdition, @Asked() asked: RequestContext): Promise<LegalRecheck | null> {
    return this.loaders.recheckOf.of(asked).load(edition.id);
  }
}
