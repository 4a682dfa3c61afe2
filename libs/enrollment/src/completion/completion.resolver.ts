import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { EnrollmentLoaders } from '../enrollment/enrollment.loaders.js';
import { EnrollmentType } from '../enrollment/enrollment.type.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { OfferingType } from '../offering/offering.type.js';
import { RecordCompletionsInput } from './completion.inputs.js';
import { RecordCompletionsPayload } from './completion.payload.js';
import { CompletionReads } from './completion.reads.js';
import { CompletionLineType, CompletionSheetType } from './completion.type.js';
import type { CompletionSheet } from './completion-sheet.entity.js';
import { Completions } from './completions.service.js';

@Resolver(() => CompletionSheetType)
export class CompletionSheetResolver {
  constructor(
    private readonly completions: Completions,
    private readonly reads: CompletionReads,
    private readonly offerings: OfferingLoaders,
  ) {}

  @Mutation(() => RecordCompletionsPayload, {
    description: 'Records who completed an offering, from the beginning of its last session; each answered on its own.',
  })
  @Requires('enrollment.decide')
  recordCompletions(
    @Args('input') input: RecordCompletionsInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RecordCompletionsPayload> {
    return payload(RecordCompletionsPayload, async () => ({
      sheet: await this.completions.record(asked, viewer, input),
    }));
  }

  @ResolveField(() => [CompletionLineType], { description: 'The people on it, 1 to 100, in the order sent.' })
  lines(@Parent() { id }: CompletionSheet, @Asked() asked: RequestContext): Promise<CompletionLineType[]> {
    return this.reads.lines.of(asked).load(id);
  }

  @ResolveField(() => OfferingType, { description: 'What they completed, or did not.' })
  offering(@Parent() { offeringId }: CompletionSheet, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(offeringId);
  }
}

@Resolver(() => CompletionLineType)
export class CompletionLineResolver {
  constructor(private readonly enrollments: EnrollmentLoaders) {}

  @ResolveField(() => EnrollmentType, { nullable: true, description: 'The place as it is now. Null: refused.' })
  async enrollment(
    @Parent() { enrollmentId, errors }: CompletionLineType,
    @Asked() asked: RequestContext,
  ): Promise<Enrollment | null> {
    return errors.length === 0 ? this.enrollments.byId.of(asked).load(enrollmentId) : null;
  }
}
