import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type Page, type RequestContext, Requires } from '#platform';
import {
  type Country,
  CountryType,
  ReferenceLists,
  type Sector,
  SectorType,
  type Subdivision,
  SubdivisionType,
  type TrainingRole,
  TrainingRoleType,
} from '#reference';
import { TrainingDemandArgs } from './demand.args.js';
import { Demand } from './demand.service.js';
import { TrainingDemand, TrainingDemandConnection } from './demand.type.js';

@Resolver(() => TrainingDemand)
export class DemandResolver {
  constructor(
    private readonly demand: Demand,
    private readonly reference: ReferenceLists,
  ) {}

  @Query(() => TrainingDemandConnection, {
    description:
      'Open need, summed: requests that are handed in and neither closed nor delivered. The largest group first. Says how many, never who.',
  })
  @Requires('demand.read')
  trainingDemand(@Args() args: TrainingDemandArgs): Promise<Page<TrainingDemand>> {
    return this.demand.sums(args.groupBy, args.filter ?? {}, args);
  }

  @ResolveField(() => SectorType, { nullable: true, description: 'The sector; null: not grouped by it, or for any.' })
  async sector(@Parent() { sectorCode }: TrainingDemand, @Asked() asked: RequestContext): Promise<Sector | null> {
    return sectorCode ? this.reference.sectorsByCode.of(asked).load(sectorCode) : null;
  }

  @ResolveField(() => TrainingRoleType, { nullable: true, description: 'The role; null: not grouped by it, or any.' })
  async role(@Parent() { roleCode }: TrainingDemand, @Asked() asked: RequestContext): Promise<TrainingRole | null> {
    return roleCode ? this.reference.rolesByCode.of(asked).load(roleCode) : null;
  }

  @ResolveField(() => CountryType, { nullable: true, description: 'The country; null: not grouped by it.' })
  async country(@Parent() { countryCode }: TrainingDemand, @Asked() asked: RequestContext): Promise<Country | null> {
    return countryCode ? this.reference.countriesByCode.of(asked).load(countryCode) : null;
  }

  @ResolveField(() => SubdivisionType, {
    nullable: true,
    description: 'The region; null: not grouped by it, or anywhere in the country.',
  })
  async region(
    @Parent() { subdivisionCode }: TrainingDemand,
    @Asked() asked: RequestContext,
  ): Promise<Subdivision | null> {
    return subdivisionCode ? this.reference.subdivisionsByCode.of(asked).load(subdivisionCode) : null;
  }
}
