import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationLoaders } from '../organization/organization.loaders.js';
import { OrganizationType } from '../organization/organization.type.js';
import { GrantRolePayload, RevokeRolePayload } from './grant.payloads.js';
import { GrantRoleInput, RevokeRoleInput } from './grant-role.input.js';
import { Grants } from './grants.service.js';
import type { RoleGrant } from './role-grant.entity.js';
import { RoleGrantType } from './role-grant.type.js';

@Resolver(() => RoleGrantType)
export class GrantResolver {
  constructor(
    private readonly grants: Grants,
    private readonly organizations: OrganizationLoaders,
  ) {}

  @Mutation(() => GrantRolePayload, {
    description: 'Gives an account a role in an organization; at most what the giver holds there, never to oneself.',
  })
  @Requires('role.grant')
  grantRole(
    @Args('input') input: GrantRoleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<GrantRolePayload> {
    return payload(GrantRolePayload, async () => ({ roleGrant: await this.grants.grant(asked, viewer, input) }));
  }

  @Mutation(() => RevokeRolePayload, { description: 'Takes a role back at once.' })
  @Requires('role.grant')
  revokeRole(
    @Args('input') { roleGrantId }: RevokeRoleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RevokeRolePayload> {
    return payload(RevokeRolePayload, async () => ({
      roleGrant: await this.grants.revoke(asked, viewer, roleGrantId),
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'The organization it is in.' })
  organization(@Parent() grant: RoleGrant, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(grant.organizationId);
  }
}
