import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type Page, PageArgs, pageOf, type RequestContext } from '#platform';
import type { ProgramRequest } from './program-request.entity.js';
import { EvaluationConnection, EventConnection, MessageConnection, SupportConnection } from './request.connections.js';
import { RequestLists } from './request.lists.js';
import { RequestLoaders } from './request.loaders.js';
import {
  type ProgramEvaluation,
  type ProgramRequestEvent,
  type ProgramRequestMessage,
  type ProgramRequestSupport,
  ProgramRequestType,
} from './request.type.js';
import type { Sides } from './sides.js';

/** The lists that hang on a request. */
@Resolver(() => ProgramRequestType)
export class RequestListsResolver {
  constructor(
    private readonly lists: RequestLists,
    private readonly loaders: RequestLoaders,
  ) {}

  @ResolveField(() => SupportConnection, { description: 'Organizations that joined, the first first.' })
  supports(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<ProgramRequestSupport>> {
    return this.lists.supports.pages.of(asked).load({ parentId: id, first, after });
  }

  @ResolveField(() => EventConnection, { description: 'All that was done, by whom, when and why, from the beginning.' })
  history(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<ProgramRequestEvent>> {
    return this.lists.events.pages.of(asked).load({ parentId: id, first, after });
  }

  @ResolveField(() => MessageConnection, {
    description: 'Internal notes of your own side, oldest first. The other side never sees them, nor you theirs.',
  })
  async notes(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<ProgramRequestMessage>> {
    const sides = noteSidesOf(await this.loaders.sides.of(asked).load(id));
    if (sides.length === 0) return pageOf<ProgramRequestMessage>([], first, async () => 0);
    return this.lists.notes.pages.of(asked).load({ parentId: id, first, after, sides });
  }

  @ResolveField(() => MessageConnection, { description: 'What both sides write to each other, oldest first.' })
  replies(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<ProgramRequestMessage>> {
    return this.lists.replies.pages.of(asked).load({ parentId: id, first, after });
  }

  @ResolveField(() => EvaluationConnection, { description: 'What came of it, by those who asked; the first first.' })
  evaluations(
    @Parent() { id }: ProgramRequest,
    @Args() { first, after }: PageArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<ProgramEvaluation>> {
    return this.lists.evaluations.pages.of(asked).load({ parentId: id, first, after });
  }
}

/** Notes are of the organization that asks, or of the academy; those who merely joined have none here. */
function noteSidesOf(sides: Sides): string[] {
  return [...(sides.requester ? ['REQUESTER'] : []), ...(sides.academy ? ['ACADEMY'] : [])];
}
