import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type CourseRow, CourseType } from '#catalog';
import { Asked, type Page, type RequestContext, Selection } from '#platform';
import { CourseOfferingsArgs, UPCOMING } from './offering.args.js';
import { OfferingConnection } from './offering.connection.js';
import type { Offering } from './offering.entity.js';
import { OfferingLoaders } from './offering.loaders.js';
import { planOfferings } from './offering.plan.js';

/** The catalog knows nothing of dates and places; here courses learn where they are taught. */
@Resolver(() => CourseType)
export class CourseOfferingsResolver {
  constructor(private readonly loaders: OfferingLoaders) {}

  @ResolveField(() => OfferingConnection, {
    description: 'When and where the course is taught, those that begin first coming first.',
  })
  offerings(
    @Parent() { id }: CourseRow,
    @Args() { first, after, statuses }: CourseOfferingsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Offering>> {
    const only = statuses?.length ? statuses : UPCOMING;
    const plan = planOfferings(Selection.of(info).below('edges', 'node'));
    return this.loaders.ofCourse.pages.of(asked).load({ parentId: id, first, after, only, plan });
  }
}
