import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Public, type RequestContext } from '#platform';
import { ListArgs } from '../lists/list.args.js';
import { namedResolver } from '../lists/named.resolver.js';
import { byName } from '../lists/names.js';
import { ReferenceLists } from '../lists/reference-lists.js';
import type { Country } from './country.entity.js';
import { CountryType } from './country.type.js';
import { CountryLanguageType } from './country-language.type.js';
import { CurrencyType } from './currency.type.js';
import { SubdivisionType } from './subdivision.type.js';
import { UnionCenterType } from './union-center.type.js';

@Resolver(() => CountryType)
export class CountryResolver extends namedResolver(() => CountryType) {
  constructor(private readonly lists: ReferenceLists) {
    super();
  }

  @Query(() => [CountryType], { description: 'Countries that Odaq serves, sorted by name for the reader.' })
  @Public('facts anybody may know')
  async countries(@Args() { includeRetired }: ListArgs, @Asked() asked: RequestContext) {
    const { countries } = await this.lists.of(asked);
    return byName([...countries.values()], asked.locales, includeRetired);
  }

  @ResolveField(() => CurrencyType, { description: 'Currency of the country.' })
  async currency(@Parent() { currencyCode }: Country, @Asked() asked: RequestContext) {
    return (await this.lists.of(asked)).currencies.get(currencyCode);
  }

  @ResolveField(() => [CountryLanguageType], {
    description: 'Languages in the order of their weight; empty for a retired country.',
  })
  async languages(@Parent() { code }: Country, @Asked() asked: RequestContext) {
    return (await this.lists.of(asked)).languagesOf.get(code) ?? [];
  }

  @ResolveField(() => [String], {
    description: 'Time zones by their IANA names, the capital’s first; empty for a retired country.',
  })
  async timeZones(@Parent() { code }: Country, @Asked() asked: RequestContext) {
    const zones = (await this.lists.of(asked)).timeZonesOf.get(code) ?? [];
    return zones.map(({ timeZone }) => timeZone);
  }

  @ResolveField(() => [SubdivisionType], {
    description: 'Subdivisions in force, sorted by name for the reader; empty: none are recorded.',
  })
  async subdivisions(@Parent() { code }: Country, @Asked() asked: RequestContext) {
    return byName((await this.lists.of(asked)).subdivisionsOf.get(code) ?? [], asked.locales);
  }

  @ResolveField(() => [UnionCenterType], {
    description: 'National federations of trade unions, the largest first; empty: none are recorded.',
  })
  async unionCenters(@Parent() { code }: Country, @Asked() asked: RequestContext) {
    return (await this.lists.of(asked)).unionCentersOf.get(code) ?? [];
  }
}
