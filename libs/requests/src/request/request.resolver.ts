import { Args, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Offering, OfferingType } from '#enrollment';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import {
  Asked,
  CurrentViewer,
  faults,
  LookAhead,
  type Page,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import { ReferenceLists, type Sector, SectorType, type TrainingRole, TrainingRoleType } from '#reference';
import type { PeopleAt } from './people.js';
import type { ProgramRequest } from './program-request.entity.js';
import { ProgramRequestConnection } from './request.connections.js';
import { RequestAct } from './request.enums.js';
import { RequestLoaders } from './request.loaders.js';
import { actsOpenTo, TURNS } from './request.rules.js';
import { NextActor, PeopleInPlace, ProgramRequestType } from './request.type.js';
import { ProgramRequestsArgs } from './requests.args.js';
import { ProgramRequests } from './requests.queries.js';
import { partiesOf } from './sides.js';

@Resolver(() => ProgramRequestType)
export class ProgramRequestResolver {
  constructor(
    private readonly requests: ProgramRequests,
    private readonly loaders: RequestLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly reference: ReferenceLists,
    private readonly lookAhead: LookAhead,
  ) {}

  @Query(() => ProgramRequestConnection, {
    description:
      'Program requests in which you have a part, the newest first: of your organizations and those below, supported by them, or addressed to your academy.',
  })
  @Requires('request.read')
  async programRequests(
    @Args() args: ProgramRequestsArgs,
    @CurrentViewer() viewer: Viewer,
    @Asked() asked: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ProgramRequest>> {
    const { needs } = await this.lookAhead.atPage(info, 'ProgramRequest');
    return this.requests.list(asked, viewer, args.filter ?? {}, args, needs);
  }

  @Query(() => ProgramRequestType, {
    nullable: true,
    description: 'One program request, by its id or by its number; null when there is none, or not for you to see.',
  })
  @Requires('request.read')
  programRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, nullable: true, description: 'Its id; null: give the number.' }) id?: string | null,
    @Args('number', { type: () => String, nullable: true, description: 'Its number; null: give the id.' })
    number?: string | null,
  ): Promise<ProgramRequest | null> {
    if (Boolean(id) === Boolean(number)) throw faults.badInput('Give either the id or the number.');
    return this.requests.find(viewer, { id, number });
  }

  @ResolveField(() => OrganizationType, { description: 'The organization that asks.' })
  organization(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(request.organizationId);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The academy it is for; null: any academy.' })
  addressedTo(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizationOf(request.addressedToId, asked);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The academy that answers; null: none yet.' })
  academy(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizationOf(request.academyId, asked);
  }

  @ResolveField(() => [SectorType], { description: 'Sectors it is for; empty: any.' })
  sectors(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<(Sector | Error | null)[]> {
    return this.reference.sectorsByCode.of(asked).loadMany(request.sectorCodes);
  }

  @ResolveField(() => [TrainingRoleType], { description: 'Roles whose holders it is for; empty: any.' })
  roles(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<(TrainingRole | Error | null)[]> {
    return this.reference.rolesByCode.of(asked).loadMany(request.roleCodes);
  }

  @ResolveField(() => [PeopleInPlace], {
    description: 'People of the organization that asks, by place; empty in a draft: not yet said.',
  })
  people(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<PeopleAt[]> {
    return this.loaders.peopleOfRequest.of(asked).load(request.id);
  }

  @ResolveField(() => Int, { description: 'People of the organization that asks, over all places.' })
  async peopleWanted(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<number> {
    return (await this.loaders.totals.of(asked).load(request.id)).wanted;
  }

  @ResolveField(() => Int, { description: 'People of those who joined, beside the people wanted.' })
  async peopleSupported(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<number> {
    return (await this.loaders.totals.of(asked).load(request.id)).supported;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Seats promised to the organization that asks; null: no proposal is accepted yet.',
  })
  async promisedSeats(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<number | null> {
    return (await this.loaders.totals.of(asked).load(request.id)).promisedSeats;
  }

  @ResolveField(() => [OfferingType], { description: 'Offerings tied to it, the first to begin first; at most 50.' })
  offerings(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<Offering[]> {
    return this.loaders.offerings.of(asked).load(request.id);
  }

  @ResolveField(() => ProgramRequestType, {
    nullable: true,
    description: 'The request it goes on in; null: it was not merged, or that one is not for you to see.',
  })
  async mergedInto(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<ProgramRequest | null> {
    return request.mergedIntoId ? this.loaders.byId.of(asked).load(request.mergedIntoId) : null;
  }

  @ResolveField(() => NextActor, { nullable: true, description: 'Whose turn it is; null: nobody’s, it is closed.' })
  nextActor(@Parent() { stage, turnSince, ...request }: ProgramRequest): NextActor | null {
    const turn = TURNS[stage];
    if (!turn) return null;
    const academyId = request.academyId ?? request.addressedToId;
    const organizationId = turn.party === 'requester' ? request.organizationId : academyId;
    return { organizationId, since: turnSince, act: turn.act };
  }

  @ResolveField(() => [RequestAct], { description: 'What you may do with it now, in the order of a request’s life.' })
  async viewerActs(@Parent() request: ProgramRequest, @Asked() asked: RequestContext): Promise<RequestAct[]> {
    return actsOpenTo(partiesOf(await this.loaders.sides.of(asked).load(request.id)), request.stage);
  }

  private async organizationOf(id: string | null, asked: RequestContext): Promise<Organization | null> {
    return id ? this.organizations.byId.of(asked).load(id) : null;
  }
}
