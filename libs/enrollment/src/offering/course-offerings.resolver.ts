import type { OnModuleInit } from '@nestjs/common';
import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type CourseRow, CourseType } from '#catalog';
import { Asked, LookAhead, type Page, type RequestContext, Selection } from '#platform';
import { CourseOfferingsArgs, UPCOMING } from './offering.args.js';
import { OfferingConnection } from './offering.connection.js';
import type { Offering } from './offering.entity.js';
import { OfferingLoaders } from './offering.loaders.js';
import { planOfferings } from './offering.plan.js';

/** The catalog knows nothing of dates and places; here courses learn where they are taught. */
@Resolver(() => CourseType)
export class CourseOfferingsResolver implements OnModuleInit {
  constructor(
    private readonly loaders: OfferingLoaders,
    private readonly lookAhead: LookAhead,
  ) {}

  onModuleInit(): void {
    this.lookAhead.foresee('Course', 'offerings', CourseOfferingsArgs, (args, selection, reading) =>
      this.loaders.ofCourse.ahead(wishOf(args, selection), selection, reading),
    );
  }

  @ResolveField(() => OfferingConnection, {
    description: 'When and where the course is taught, those that begin first coming first.',
  })
  offerings(
    @Parent() { id }: CourseRow,
    @Args() args: CourseOfferingsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Offering>> {
    return this.loaders.ofCourse.pages.of(asked).load({ parentId: id, ...wishOf(args, Selection.of(info)) });
  }
}

function wishOf({ first, after, statuses }: CourseOfferingsArgs, connection: Selection) {
  const only = statuses?.length ? statuses : UPCOMING;
  return { first, after, only, plan: planOfferings(connection.below('edges', 'node')) };
}
