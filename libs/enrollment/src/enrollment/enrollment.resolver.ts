import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Organization,
  OrganizationLoaders,
  OrganizationType,
  type Person,
  PersonLoaders,
  PersonType,
} from '#identity';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { OfferingType } from '../offering/offering.type.js';
import { EnrollInput } from './enroll.input.js';
import { Enroll } from './enroll.service.js';
import type { Enrollment } from './enrollment.entity.js';
import {
  AcceptSeatOfferInput,
  CancelEnrollmentInput,
  DeclineSeatOfferInput,
  PrioritizeEnrollmentInput,
} from './enrollment.inputs.js';
import { EnrollmentLoaders } from './enrollment.loaders.js';
import {
  AcceptSeatOfferPayload,
  CancelEnrollmentPayload,
  DeclineSeatOfferPayload,
  EnrollPayload,
  PrioritizeEnrollmentPayload,
} from './enrollment.payloads.js';
import { EnrollmentType } from './enrollment.type.js';
import { Places } from './places.service.js';

@Resolver(() => EnrollmentType)
export class EnrollmentResolver {
  constructor(
    private readonly entrance: Enroll,
    private readonly places: Places,
    private readonly loaders: EnrollmentLoaders,
    private readonly offerings: OfferingLoaders,
    private readonly persons: PersonLoaders,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @Mutation(() => EnrollPayload, { description: 'Takes a seat, or a place in the queue when the offering is full.' })
  @Requires('enrollment.own')
  enroll(
    @Args('input') input: EnrollInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EnrollPayload> {
    return payload(EnrollPayload, async () => ({ enrollment: await this.entrance.enroll(asked, viewer, input) }));
  }

  @Mutation(() => CancelEnrollmentPayload, {
    description: 'Gives up a place or a wait. A seat that becomes free goes to the next in the queue at once.',
  })
  @Requires('enrollment.own')
  cancelEnrollment(
    @Args('input') input: CancelEnrollmentInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CancelEnrollmentPayload> {
    return payload(CancelEnrollmentPayload, async () => ({
      enrollment: await this.places.cancel(asked, viewer, input),
    }));
  }

  @Mutation(() => AcceptSeatOfferPayload, { description: 'Takes an offered seat while it is held.' })
  @Requires('enrollment.own')
  acceptSeatOffer(
    @Args('input') input: AcceptSeatOfferInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AcceptSeatOfferPayload> {
    return payload(AcceptSeatOfferPayload, async () => ({
      enrollment: await this.places.acceptOffer(asked, viewer, input),
    }));
  }

  @Mutation(() => DeclineSeatOfferPayload, {
    description: 'Leaves an offered seat to the next, and the queue with it.',
  })
  @Requires('enrollment.own')
  declineSeatOffer(
    @Args('input') input: DeclineSeatOfferInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeclineSeatOfferPayload> {
    return payload(DeclineSeatOfferPayload, async () => ({
      enrollment: await this.places.declineOffer(asked, viewer, input),
    }));
  }

  @Mutation(() => PrioritizeEnrollmentPayload, {
    description: 'Moves somebody in the queue, for a reason that is kept.',
  })
  @Requires('enrollment.decide')
  prioritizeEnrollment(
    @Args('input') input: PrioritizeEnrollmentInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PrioritizeEnrollmentPayload> {
    return payload(PrioritizeEnrollmentPayload, async () => ({
      enrollment: await this.places.prioritize(asked, viewer, input),
    }));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Place in the queue from 1; null when not waiting.' })
  waitlistPosition(@Parent() enrollment: Enrollment, @Asked() asked: RequestContext): Promise<number | null> {
    return this.loaders.waitlistPositions.of(asked).load(enrollment.id);
  }

  @ResolveField(() => OfferingType, { description: 'Where the place is.' })
  offering(@Parent() enrollment: Enrollment, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(enrollment.offeringId);
  }

  @ResolveField(() => PersonType, { description: 'Whose place it is.' })
  person(@Parent() enrollment: Enrollment, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.persons.byId.of(asked).load(enrollment.personId);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The organization that named the person; null: they came by themselves.',
  })
  async recommendedBy(
    @Parent() { recommendedById }: Enrollment,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return recommendedById ? this.organizations.byId.of(asked).load(recommendedById) : null;
  }
}
