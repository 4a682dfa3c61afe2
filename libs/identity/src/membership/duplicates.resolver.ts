import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, type RequestContext } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationLoaders } from '../organization/organization.loaders.js';
import { OrganizationType } from '../organization/organization.type.js';
import type { Person } from '../person/person.entity.js';
import { PersonLoaders } from '../person/person.loaders.js';
import { PersonType } from '../person/person.type.js';
import { PersonAccess } from '../person/person-access.service.js';
import type { FoundDuplicate } from './duplicates.js';
import { MembershipLoaders } from './membership.loaders.js';
import { PossibleDuplicates } from './membership.reasons.js';
import { PossibleDuplicateType } from './possible-duplicate.type.js';

@Resolver(() => PossibleDuplicates)
export class PossibleDuplicatesResolver {
  @ResolveField(() => [PossibleDuplicateType], { description: 'Who it may be, the likeliest first; at most 20.' })
  persons(@Parent() { found }: PossibleDuplicates): readonly FoundDuplicate[] {
    return found;
  }
}

/** What is shown of each is decided when it is read, so that a remembered refusal tells no more than a new one. */
@Resolver(() => PossibleDuplicateType)
export class PossibleDuplicateResolver {
  constructor(
    private readonly access: PersonAccess,
    private readonly persons: PersonLoaders,
    private readonly memberships: MembershipLoaders,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'The person; null: not yours to see.' })
  async person(@Parent() { personId }: FoundDuplicate, @Asked() asked: RequestContext): Promise<Person | null> {
    const isVisible = await this.access.mayRead.of(asked).load(personId);
    return isVisible ? this.persons.byId.of(asked).load(personId) : null;
  }

  @ResolveField(() => [OrganizationType], {
    name: 'organizations',
    description: 'Where the person belongs now, so that one can ask there; empty: nowhere.',
  })
  async belongsTo(
    @Parent() { personId }: FoundDuplicate,
    @Asked() asked: RequestContext,
  ): Promise<(Organization | null)[]> {
    const ids = await this.memberships.organizationIdsOf.of(asked).load(personId);
    return Promise.all(ids.map((id) => this.organizations.byId.of(asked).load(id)));
  }
}
