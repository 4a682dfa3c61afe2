import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, Public, type RequestContext } from '#platform';
import type { RoleGrant } from '../access/role-grant.entity.js';
import { RoleGrantType } from '../access/role-grant.type.js';
import type { Person } from '../person/person.entity.js';
import { PersonLoaders } from '../person/person.loaders.js';
import { PersonType } from '../person/person.type.js';
import { ViewerType } from './viewer.type.js';
import { Viewers } from './viewers.service.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly persons: PersonLoaders,
  ) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is asking; null when nobody is signed in.' })
  @Public('answers null to who is not signed in')
  viewer(@Asked() { viewer }: RequestContext): ViewerType | null {
    return viewer;
  }

  @ResolveField(() => String, { description: 'Mailbox it signs in with.' })
  email(@Parent() { accountId }: ViewerType): Promise<string> {
    return this.viewers.emailOf(accountId);
  }

  @ResolveField(() => PersonType, { description: 'The person who holds it.' })
  person(@Parent() { personId }: ViewerType, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.persons.byId.of(asked).load(personId);
  }

  @ResolveField(() => [RoleGrantType], { description: 'Roles in force now.' })
  roleGrants(@Parent() { accountId }: ViewerType): Promise<RoleGrant[]> {
    return this.viewers.grantsInForce(accountId);
  }
}
