import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Asked,
  CurrentViewer,
  connectionOf,
  LookAhead,
  type Page,
  payload,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingType } from '../offering/offering.type.js';
import { Capacity } from './capacity.service.js';
import { EnrollmentsArgs } from './enrollment.args.js';
import type { Enrollment } from './enrollment.entity.js';
import { CancelOfferingInput, ChangeCapacityInput } from './enrollment.inputs.js';
import { EnrollmentLoaders } from './enrollment.loaders.js';
import { CancelOfferingPayload, ChangeCapacityPayload } from './enrollment.payloads.js';
import { EnrollmentReads } from './enrollment.reads.js';
import { EnrollmentType } from './enrollment.type.js';
import { canEnroll, ViewerCanEnroll } from './viewer-can-enroll.js';

export const EnrollmentConnection = connectionOf('Enrollment', () => EnrollmentType);

/** What an offering says about its places. */
@Resolver(() => OfferingType)
export class OfferingPlacesResolver {
  constructor(
    private readonly capacity: Capacity,
    private readonly reads: EnrollmentReads,
    private readonly loaders: EnrollmentLoaders,
    private readonly lookAhead: LookAhead,
  ) {}

  @Mutation(() => ChangeCapacityPayload, {
    description: 'Sets how many seats there are; new ones go to the queue at once.',
  })
  @Requires('offering.schedule')
  changeCapacity(
    @Args('input') input: ChangeCapacityInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ChangeCapacityPayload> {
    return payload(ChangeCapacityPayload, async () => ({
      offering: (await this.capacity.change(asked, viewer, input)) as never,
    }));
  }

  @Mutation(() => CancelOfferingPayload, { description: 'Cancels an offering and releases every place in it.' })
  @Requires('offering.schedule')
  cancelOffering(
    @Args('input') input: CancelOfferingInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CancelOfferingPayload> {
    return payload(CancelOfferingPayload, async () => ({
      offering: (await this.capacity.cancelOffering(asked, viewer, input)) as never,
    }));
  }

  @ResolveField(() => EnrollmentConnection, {
    nullable: true,
    description: 'Everybody in it, first come first. Null: not yours to see.',
  })
  async enrollments(
    @Parent() offering: Offering,
    @Args() args: EnrollmentsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Enrollment> | null> {
    const looked = await this.lookAhead.atPage(info, 'Enrollment');
    return this.reads.ofOffering(offering, args.filter ?? {}, args, { asked, looked });
  }

  @ResolveField(() => EnrollmentType, {
    nullable: true,
    description: 'The viewer’s own active place or wait; null: none, or nobody is signed in.',
  })
  viewerEnrollment(@Parent() offering: Offering, @Asked() asked: RequestContext): Promise<Enrollment | null> {
    return this.loaders.ofViewer.of(asked).load(offering.id);
  }

  @ResolveField(() => ViewerCanEnroll, {
    nullable: true,
    description: 'Whether the viewer would be let in now. Null: nobody is signed in.',
  })
  async viewerCanEnroll(@Parent() offering: Offering, @Asked() asked: RequestContext): Promise<ViewerCanEnroll | null> {
    if (!asked.viewer) return null;
    return canEnroll(offering, await this.loaders.viewerAsNewcomer.of(asked).load(offering.id), new Date());
  }
}
