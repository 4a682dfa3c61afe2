import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '#identity';
import { type Page, PageArgs } from '#platform';
import { EnrollmentsArgs } from './enrollment.args.js';
import type { Enrollment } from './enrollment.entity.js';
import { EnrollmentReads } from './enrollment.reads.js';
import { EnrollmentConnection } from './offering-places.resolver.js';

/** What the viewer sees of their own places, and of those they decide about. */
@Resolver(() => ViewerType)
export class ViewerPlacesResolver {
  constructor(private readonly reads: EnrollmentReads) {}

  @ResolveField(() => EnrollmentConnection, { description: 'The viewer’s own places and waits, newest first.' })
  enrollments(@Parent() { person }: ViewerType, @Args() args: EnrollmentsArgs): Promise<Page<Enrollment>> {
    return this.reads.ofPerson(person.id, args.filter ?? {}, args);
  }

  @ResolveField(() => EnrollmentConnection, {
    description:
      'Places that wait for the viewer’s decision in any layer, longest first; empty for who decides about none.',
  })
  approvalsToDecide(@Parent() { accountId, person }: ViewerType, @Args() page: PageArgs): Promise<Page<Enrollment>> {
    return this.reads.toDecide({ accountId, personId: person.id }, page);
  }
}
