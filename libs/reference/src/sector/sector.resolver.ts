import { Args, Query, Resolver } from '@nestjs/graphql';
import { Asked, Public, type RequestContext } from '#platform';
import { ListArgs } from '../lists/list.args.js';
import { namedResolver } from '../lists/named.resolver.js';
import { byName } from '../lists/names.js';
import { ReferenceLists } from '../lists/reference-lists.js';
import { SectorType } from './sector.type.js';

@Resolver(() => SectorType)
export class SectorResolver extends namedResolver(() => SectorType) {
  constructor(private readonly lists: ReferenceLists) {
    super();
  }

  @Query(() => [SectorType], { description: 'Sectors that courses are for, sorted by name for the reader.' })
  @Public('facts anybody may know')
  async sectors(@Args() { includeRetired }: ListArgs, @Asked() asked: RequestContext) {
    const { sectors } = await this.lists.of(asked);
    return byName([...sectors.values()], asked.locales, includeRetired);
  }
}
