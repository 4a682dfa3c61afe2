import { Args, Query, Resolver } from '@nestjs/graphql';
import { Asked, Public, type RequestContext } from '#platform';
import { ListArgs } from '../lists/list.args.js';
import { namedResolver } from '../lists/named.resolver.js';
import { byName } from '../lists/names.js';
import { ReferenceLists } from '../lists/reference-lists.js';
import { TrainingRoleType } from './training-role.type.js';

@Resolver(() => TrainingRoleType)
export class TrainingRoleResolver extends namedResolver(() => TrainingRoleType) {
  constructor(private readonly lists: ReferenceLists) {
    super();
  }

  @Query(() => [TrainingRoleType], { description: 'Roles that courses are aimed at, sorted by name for the reader.' })
  @Public('facts anybody may know')
  async trainingRoles(@Args() { includeRetired }: ListArgs, @Asked() asked: RequestContext) {
    const { roles } = await this.lists.of(asked);
    return byName([...roles.values()], asked.locales, includeRetired);
  }
}
