import { Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Asked, type RequestContext, Selection } from '#platform';
import { type Country, CountryType, ReferenceLists, type Sector, SectorType } from '#reference';
import type { Facet } from './catalog.conditions.js';
import type { CoursePage } from './catalog.service.js';
import { CourseConnection } from './courses.connection.js';
import { FacetCounter } from './facet-counts.js';
import { CountryCount, CourseFacets, SectorCount } from './facets.type.js';
import { FACETS, type ValueCount } from './facets-found.js';

/** Values stand for sectors and countries, which are shown by name. */
type ShownFacets = Record<Facet, readonly ValueCount[]> & Pick<CourseFacets, 'isWhole'>;

@Resolver(() => CourseConnection)
export class FacetsResolver {
  constructor(private readonly facetCounter: FacetCounter) {}

  @ResolveField(() => CourseFacets, { description: 'Counts to narrow the list by; counted only when asked for.' })
  async facets(@Parent() page: CoursePage, @Info() info: GraphQLResolveInfo): Promise<ShownFacets> {
    const selected = Selection.of(info);
    const wanted = FACETS.filter((facet) => selected.has(facet));
    const { counts, isWhole } = await this.facetCounter.count(page.listing, wanted.length > 0 ? wanted : ['kinds']);
    const of = (facet: Facet) => counts.get(facet) ?? [];
    return {
      kinds: of('kinds'),
      sectors: of('sectors'),
      languages: of('languages'),
      countries: of('countries'),
      isWhole,
    };
  }
}

@Resolver(() => SectorCount)
export class SectorCountResolver {
  constructor(private readonly reference: ReferenceLists) {}

  @ResolveField(() => SectorType, { description: 'The sector.' })
  sector(@Parent() { value }: ValueCount, @Asked() asked: RequestContext): Sector | null | Promise<Sector | null> {
    return this.reference.record(asked, ({ sectors }) => sectors, value);
  }
}

@Resolver(() => CountryCount)
export class CountryCountResolver {
  constructor(private readonly reference: ReferenceLists) {}

  @ResolveField(() => CountryType, { description: 'The country.' })
  country(@Parent() { value }: ValueCount, @Asked() asked: RequestContext): Country | null | Promise<Country | null> {
    return this.reference.record(asked, ({ countries }) => countries, value);
  }
}
