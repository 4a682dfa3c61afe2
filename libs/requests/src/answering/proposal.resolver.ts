import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseLoaders, type CourseRow, CourseType } from '#catalog';
import { Asked, connectionOf, type Page, PageArgs, type RequestContext } from '#platform';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { ProgramRequestType } from '../request/request.type.js';
import { ProposalLists } from './proposal.queries.js';
import { Proposal, ProposedCourse } from './proposal.type.js';

const ProposalConnection = connectionOf('Proposal', () => Proposal);

@Resolver(() => ProgramRequestType)
export class RequestProposalsResolver {
  constructor(private readonly lists: ProposalLists) {}

  @ResolveField(() => Proposal, { nullable: true, description: 'The newest proposal; null: none yet.' })
  proposal(@Parent() { id }: ProgramRequest, @Asked() asked: RequestContext): Promise<Proposal | null> {
    return this.lists.newest.of(asked).load(id);
  }

  @ResolveField(() => ProposalConnection, { description: 'Every version of the proposal, the first first.' })
  proposals(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Proposal>> {
    return this.lists.versions.pages.of(asked).load({ parentId: id, first, after });
  }
}

@Resolver(() => Proposal)
export class ProposalResolver {
  constructor(private readonly proposals: ProposalLists) {}

  @ResolveField(() => [ProposedCourse], { description: 'What is taught, in its order.' })
  courses(@Parent() { id }: Proposal, @Asked() asked: RequestContext): Promise<ProposedCourse[]> {
    return this.proposals.courses.of(asked).load(id);
  }
}

@Resolver(() => ProposedCourse)
export class ProposedCourseResolver {
  constructor(private readonly courses: CourseLoaders) {}

  @ResolveField(() => CourseType, {
    nullable: true,
    description: 'The course; null: not begun before the proposal is accepted, or a draft that is not for you to see.',
  })
  async course(@Parent() { courseId }: ProposedCourse, @Asked() asked: RequestContext): Promise<CourseRow | null> {
    return courseId ? this.courses.byId.of(asked).load(courseId) : null;
  }
}
