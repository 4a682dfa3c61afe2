import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, type RequestContext, Requires } from '#platform';
import { ReferenceLists, type Sector, SectorType, type TrainingRole, TrainingRoleType } from '#reference';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { RequestStage } from '../request/request.enums.js';
import { RequestLoaders } from '../request/request.loaders.js';
import { ProgramRequestType } from '../request/request.type.js';
import { SimilarArgs } from './similar.input.js';
import { Similar } from './similar.queries.js';
import { SimilarProgramRequest } from './similar.type.js';

@Resolver(() => SimilarProgramRequest)
export class SimilarResolver {
  constructor(
    private readonly similar: Similar,
    private readonly organizations: OrganizationLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Query(() => [SimilarProgramRequest], {
    description: 'Open requests like the one you are about to write, the likest first, at most 10. Join one instead.',
  })
  @Requires('request.support')
  similarProgramRequests(@Args() args: SimilarArgs): Promise<SimilarProgramRequest[]> {
    return this.similar.to(args);
  }

  @ResolveField(() => OrganizationType, { description: 'The organization that asks.' })
  organization(@Parent() similar: SimilarProgramRequest, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(similar.organizationId);
  }

  @ResolveField(() => [SectorType], { description: 'Sectors it is for; empty: any.' })
  sectors(
    @Parent() similar: SimilarProgramRequest,
    @Asked() asked: RequestContext,
  ): Promise<(Sector | Error | null)[]> {
    return this.reference.sectorsByCode.of(asked).loadMany(similar.sectorCodes);
  }

  @ResolveField(() => [TrainingRoleType], { description: 'Roles it is for; empty: any.' })
  roles(
    @Parent() similar: SimilarProgramRequest,
    @Asked() asked: RequestContext,
  ): Promise<(TrainingRole | Error | null)[]> {
    return this.reference.rolesByCode.of(asked).loadMany(similar.roleCodes);
  }
}

@Resolver(() => ProgramRequestType)
export class RequestSimilarResolver {
  constructor(
    private readonly likeness: Similar,
    private readonly loaders: RequestLoaders,
  ) {}

  @ResolveField(() => [SimilarProgramRequest], {
    description:
      'Open requests like this draft, the likest first, at most 10: to join one instead of asking again. Empty once it is handed in.',
  })
  async similar(@Parent() { id, stage }: ProgramRequest, @Asked() asked: RequestContext) {
    const { requester } = await this.loaders.sides.of(asked).load(id);
    return requester && stage === RequestStage.DRAFT ? this.likeness.toRequest.of(asked).load(id) : [];
  }
}
