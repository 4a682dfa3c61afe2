import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Organization,
  OrganizationLoaders,
  OrganizationType,
  type Person,
  PersonLoaders,
  PersonType,
  ViewerType,
} from '#identity';
import { Asked, CurrentViewer, type Page, PageArgs, type RequestContext, Requires, type Viewer } from '#platform';
import { ReferenceLists, type TrainingRole, TrainingRoleType } from '#reference';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { OfferingType } from '../offering/offering.type.js';
import { TrainingDutiesArgs, TrainingDutyCountsArgs } from './duties.args.js';
import { DutyStatus } from './duty.enums.js';
import { type BookedPlace, DutyLoaders } from './duty.loaders.js';
import { DutyReads } from './duty.reads.js';
import { statusOf } from './duty.rules.js';
import { TrainingBooking, TrainingDutyConnection, TrainingDutyCounts, TrainingDutyType } from './duty.type.js';
import type { TrainingDuty } from './training-duty.entity.js';
import type { TrainingRule } from './training-rule.entity.js';
import { TrainingRuleType } from './training-rule.type.js';

@Resolver(() => TrainingDutyType)
export class TrainingDutyResolver {
  constructor(
    private readonly reads: DutyReads,
    private readonly loaders: DutyLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly persons: PersonLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Query(() => TrainingDutyConnection, {
    nullable: true,
    description:
      'What the holders of offices in an organization and below it must learn, those due first coming first; of the organization alone where your role reaches no further. Null: no such organization, or not yours to see.',
  })
  @Requires('training.read')
  trainingDuties(
    @Args() { organizationId, filter, ...page }: TrainingDutiesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Page<TrainingDuty> | null> {
    return this.reads.inOrganization(viewer, organizationId, filter ?? {}, page);
  }

  @Query(() => TrainingDutyCounts, {
    nullable: true,
    description: 'How many of `trainingDuties` stand how. Null: no such organization, or not yours to see.',
  })
  @Requires('training.read')
  trainingDutyCounts(
    @Args() { organizationId, filter }: TrainingDutyCountsArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TrainingDutyCounts | null> {
    return this.reads.counts(viewer, organizationId, filter ?? {});
  }

  @ResolveField(() => DutyStatus, { description: 'How the person stands now. Expect values to be added.' })
  status(@Parent() duty: TrainingDuty): DutyStatus {
    return statusOf(duty, new Date());
  }

  @ResolveField(() => PersonType, { description: 'Who holds the office.' })
  person(@Parent() { personId }: TrainingDuty, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.persons.byId.of(asked).load(personId);
  }

  @ResolveField(() => OrganizationType, { description: 'Where the office is.' })
  organization(
    @Parent() { organizationId }: TrainingDuty,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(organizationId);
  }

  @ResolveField(() => TrainingRoleType, { description: 'The office.' })
  role(@Parent() { roleCode }: TrainingDuty, @Asked() asked: RequestContext): Promise<TrainingRole | null> {
    return this.reference.rolesByCode.of(asked).load(roleCode);
  }

  @ResolveField(() => TrainingRuleType, { description: 'What asks it.' })
  rule(@Parent() { ruleId }: TrainingDuty, @Asked() asked: RequestContext): Promise<TrainingRule | null> {
    return this.loaders.ruleById.of(asked).load(ruleId);
  }

  @ResolveField(() => TrainingBooking, {
    nullable: true,
    description: 'The best place the person has, or waits for, in what would satisfy; null: none.',
  })
  async booking(
    @Parent() { bookedEnrollmentId }: TrainingDuty,
    @Asked() asked: RequestContext,
  ): Promise<BookedPlace | null> {
    return bookedEnrollmentId ? this.loaders.bookedById.of(asked).load(bookedEnrollmentId) : null;
  }

  @ResolveField(() => [OfferingType], {
    description: 'The next offerings that would satisfy and that one can still enroll in, at most five.',
  })
  nextOfferings(@Parent() { ruleId }: TrainingDuty, @Asked() asked: RequestContext): Promise<Offering[]> {
    return this.loaders.nextOfferingsOfRule.of(asked).load(ruleId);
  }
}

@Resolver(() => TrainingBooking)
export class TrainingBookingResolver {
  constructor(private readonly offerings: OfferingLoaders) {}

  @ResolveField(() => OfferingType, { description: 'Where the place is.' })
  offering(@Parent() { offeringId }: BookedPlace, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(offeringId);
  }
}

@Resolver(() => ViewerType)
export class ViewerDutiesResolver {
  constructor(private readonly reads: DutyReads) {}

  @ResolveField(() => TrainingDutyConnection, {
    description: 'What the viewer’s own offices ask them to learn, what is due first coming first.',
  })
  trainingDuties(@Parent() { personId }: ViewerType, @Args() page: PageArgs): Promise<Page<TrainingDuty>> {
    return this.reads.ofPerson(personId, page);
  }
}
