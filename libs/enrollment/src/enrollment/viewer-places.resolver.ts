import { Args, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ViewerType } from '#identity';
import { Asked, LookAhead, type Page, PageArgs, type RequestContext } from '#platform';
import { EnrollmentsArgs } from './enrollment.args.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentReads } from './enrollment.reads.js';
import { EnrollmentConnection } from './offering-places.resolver.js';

/** What the viewer sees of their own places, and of those they decide about. */
@Resolver(() => ViewerType)
export class ViewerPlacesResolver {
  constructor(
    private readonly reads: EnrollmentReads,
    private readonly lookAhead: LookAhead,
  ) {}

  @ResolveField(() => EnrollmentConnection, { description: 'The viewer’s own places and waits, newest first.' })
  async enrollments(
    @Parent() { personId }: ViewerType,
    @Args() args: EnrollmentsArgs,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Enrollment>> {
    const looked = await this.lookAhead.atPage(info, 'Enrollment');
    return this.reads.ofPerson(personId, args.filter ?? {}, args, { asked, looked });
  }

  @ResolveField(() => EnrollmentConnection, {
    description:
      'Places that wait for the viewer’s decision in any layer, longest first; empty for who decides about none.',
  })
  approvalsToDecide(@Parent() { accountId, personId }: ViewerType, @Args() page: PageArgs): Promise<Page<Enrollment>> {
    return this.reads.toDecide({ accountId, personId }, page);
  }
}
