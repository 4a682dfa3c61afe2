import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, connectionOf, type Page, type RequestContext } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationType } from '../organization/organization.type.js';
import { OrganizationAccess } from '../organization/organization-access.service.js';
import type { Membership } from './membership.entity.js';
import { MembersArgs } from './membership.inputs.js';
import { MembershipLoaders } from './membership.loaders.js';
import { MembershipType } from './membership.type.js';

const MembershipConnection = connectionOf('Membership', () => MembershipType);

@Resolver(() => OrganizationType)
export class OrganizationMembersResolver {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly memberships: MembershipLoaders,
  ) {}

  @ResolveField(() => MembershipConnection, {
    nullable: true,
    description: 'Who belongs to it, by name. Null: not yours to see, there or in what stands below it.',
  })
  async members(
    @Parent() { id }: Organization,
    @Args() { first, after, includeBelow, includeEnded }: MembersArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Membership> | null> {
    const reads = includeBelow ? this.access.readsMembersBelow : this.access.readsMembers;
    if (!(await reads.of(asked).load(id))) return null;
    return this.memberships.members(asked, { parentId: id, first, after, includeEnded }, includeBelow);
  }
}
