import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, connectionOf, type Page, type RequestContext } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationType } from '../organization/organization.type.js';
import { OrganizationAccess } from '../organization/organization-access.service.js';
import type { Mandate } from './mandate.entity.js';
import { MandatesArgs } from './mandate.inputs.js';
import { MandateLoaders } from './mandate.loaders.js';
import { MandateType } from './mandate.type.js';

const MandateConnection = connectionOf('Mandate', () => MandateType);

@Resolver(() => OrganizationType)
export class OrganizationMandatesResolver {
  constructor(
    private readonly access: OrganizationAccess,
    private readonly loaders: MandateLoaders,
  ) {}

  @ResolveField(() => MandateConnection, {
    nullable: true,
    description: 'Who holds which office in it, the longest held first. Null: not yours to see.',
  })
  async mandates(
    @Parent() { id }: Organization,
    @Args() { first, after, includeEnded }: MandatesArgs,
    @Asked() asked: RequestContext,
  ): Promise<Page<Mandate> | null> {
    if (!(await this.access.readsMembers.of(asked).load(id))) return null;
    return this.loaders.ofOrganization.pages.of(asked).load({ parentId: id, first, after, includeEnded });
  }
}
