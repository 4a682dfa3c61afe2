import { Args, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CourseLoaders, type CourseRow, CourseType } from '#catalog';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, LookAhead, Money, type Page, Public, type RequestContext } from '#platform';
import type { Instructor } from '../instructor/instructor.entity.js';
import { InstructorLoaders } from '../instructor/instructor.loaders.js';
import { InstructorType } from '../instructor/instructor.type.js';
import type { Venue } from '../venue/venue.entity.js';
import { VenueLoaders } from '../venue/venue.loaders.js';
import { VenueType } from '../venue/venue.type.js';
import { OfferingsArgs } from './offering.args.js';
import { OfferingConnection } from './offering.connection.js';
import type { Offering } from './offering.entity.js';
import { OfferingLoaders } from './offering.loaders.js';
import { OfferingQueries } from './offering.queries.js';
import { OfferingType } from './offering.type.js';
import { moneyOf } from './price.js';
import type { Session } from './session.entity.js';
import { SessionType } from './session.type.js';

@Resolver(() => OfferingType)
export class OfferingResolver {
  constructor(
    private readonly offerings: OfferingQueries,
    private readonly loaders: OfferingLoaders,
    private readonly courses: CourseLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly venues: VenueLoaders,
    private readonly teaching: InstructorLoaders,
    private readonly lookAhead: LookAhead,
  ) {}

  @Query(() => OfferingConnection, {
    name: 'offerings',
    description: 'Courses at a time and place, those that begin first coming first.',
  })
  @Public('the calendar is part of the catalog')
  async list(
    @Args() args: OfferingsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Offering>> {
    return this.offerings.list(asked, args.filter ?? {}, args, await this.lookAhead.atPage(info, 'Offering'));
  }

  @Query(() => OfferingType, { nullable: true, description: 'One offering, whatever its status; null: there is none.' })
  @Public('the calendar is part of the catalog')
  offering(
    @Args('id', { type: () => ID, description: 'Identifier of the offering.' }) id: string,
  ): Promise<Offering | null> {
    return this.offerings.find(id);
  }

  @ResolveField(() => CourseType, { description: 'The course, as its newest version shows it.' })
  course(@Parent() { courseId }: Offering, @Asked() asked: RequestContext): Promise<CourseRow | null> {
    return this.courses.byId.of(asked).load(courseId);
  }

  @ResolveField(() => Int, { description: 'Number of the version of the course that is taught; it stays the same.' })
  courseVersionNumber(@Parent() { courseVersionId }: Offering, @Asked() asked: RequestContext): Promise<number> {
    return this.loaders.versionNumber.of(asked).load(courseVersionId);
  }

  @ResolveField(() => OrganizationType, { description: 'The organization that teaches.' })
  provider(@Parent() { providerId }: Offering, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(providerId);
  }

  @ResolveField(() => VenueType, { nullable: true, description: 'Where it is taught; null: online, or not yet known.' })
  venue(@Parent() { venueId }: Offering, @Asked() asked: RequestContext): Venue | null | Promise<Venue | null> {
    return venueId ? this.venues.byId.load(venueId, asked) : null;
  }

  @ResolveField(() => [SessionType], { description: 'Its meetings, 1 to 200, in their order.' })
  sessions(@Parent() { id }: Offering, @Asked() asked: RequestContext): Promise<Session[]> {
    return this.loaders.sessions.of(asked).load(id);
  }

  @ResolveField(() => [InstructorType], { description: 'Who teaches any of its sessions; empty: not yet known.' })
  instructors(
    @Parent() { instructorIds }: Offering,
    @Asked() asked: RequestContext,
  ): Instructor[] | Promise<Instructor[]> {
    return this.teaching.byId.loadAll(instructorIds, asked);
  }

  @ResolveField(() => Int, { description: 'People who wait for a seat.' })
  waitlistLength(@Parent() { waiting }: Offering): number {
    return waiting;
  }

  @ResolveField(() => Money, { nullable: true, description: 'What a seat costs; null: nothing.' })
  price(@Parent() offering: Offering): Money | null {
    return moneyOf(offering);
  }
}
