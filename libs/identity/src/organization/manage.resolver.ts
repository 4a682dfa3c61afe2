import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { MemberCounts } from './member-counts.service.js';
import type { Organization } from './organization.entity.js';
import {
  CloseOrganizationInput,
  CreateOrganizationInput,
  MoveOrganizationInput,
  RenameOrganizationInput,
  ReportMemberCountInput,
  UpdateOrganizationInput,
} from './organization.inputs.js';
import { OrganizationLoaders } from './organization.loaders.js';
import {
  CloseOrganizationPayload,
  CreateOrganizationPayload,
  MoveOrganizationPayload,
  RenameOrganizationPayload,
  ReportMemberCountPayload,
  UpdateOrganizationPayload,
} from './organization.payloads.js';
import { MoveMakesCircle } from './organization.reasons.js';
import { OrganizationType } from './organization.type.js';
import { OrganizationRegister } from './organization-register.service.js';
import { Restructuring } from './restructuring.service.js';

@Resolver(() => MoveMakesCircle)
export class ManageResolver {
  constructor(
    private readonly register: OrganizationRegister,
    private readonly restructuring: Restructuring,
    private readonly counts: MemberCounts,
    private readonly loaders: OrganizationLoaders,
  ) {}

  @Mutation(() => CreateOrganizationPayload, {
    description: 'Enters an organization below one or two others; who enters it manages each of them.',
  })
  @Requires('organization.manage')
  createOrganization(
    @Args('input') input: CreateOrganizationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateOrganizationPayload> {
    return payload(CreateOrganizationPayload, async () => ({
      organization: await this.register.create(asked, viewer, input),
    }));
  }

  @Mutation(() => RenameOrganizationPayload, { description: 'Gives an organization its names, one per language.' })
  @Requires('organization.manage')
  renameOrganization(
    @Args('input') input: RenameOrganizationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RenameOrganizationPayload> {
    return payload(RenameOrganizationPayload, async () => ({
      organization: await this.register.rename(asked, viewer, input),
    }));
  }

  @Mutation(() => UpdateOrganizationPayload, {
    description: 'Corrects the country, region, languages, sectors and contacts of an organization.',
  })
  @Requires('organization.manage')
  updateOrganization(
    @Args('input') input: UpdateOrganizationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<UpdateOrganizationPayload> {
    return payload(UpdateOrganizationPayload, async () => ({
      organization: await this.register.update(asked, viewer, input),
    }));
  }

  @Mutation(() => MoveOrganizationPayload, {
    description:
      'Puts an organization, with everything below it, below another one on one line; who moves it manages both.',
  })
  @Requires('organization.manage')
  moveOrganization(
    @Args('input') input: MoveOrganizationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MoveOrganizationPayload> {
    return payload(MoveOrganizationPayload, async () => ({
      organization: await this.restructuring.move(asked, viewer, input),
    }));
  }

  @Mutation(() => CloseOrganizationPayload, {
    description:
      'Closes an organization for good. Members and those below it go to the successor; nothing is deleted. Who closes it manages both.',
  })
  @Requires('organization.manage')
  closeOrganization(
    @Args('input') input: CloseOrganizationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CloseOrganizationPayload> {
    return payload(CloseOrganizationPayload, async () => ({
      organization: await this.restructuring.close(asked, viewer, input),
    }));
  }

  @Mutation(() => ReportMemberCountPayload, {
    description: 'Keeps how many members an organization had on a day. Earlier reports stay readable.',
  })
  @Requires('organization.manage')
  reportMemberCount(
    @Args('input') input: ReportMemberCountInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReportMemberCountPayload> {
    return payload(ReportMemberCountPayload, async () => ({
      memberCount: await this.counts.report(asked, viewer, input),
    }));
  }

  @ResolveField(() => [OrganizationType], {
    description: 'The circle it would make: from the one that moves, each above the next, down to its new parent.',
  })
  async circle(
    @Parent() { organizationIds }: MoveMakesCircle,
    @Asked() asked: RequestContext,
  ): Promise<(Organization | null)[]> {
    return Promise.all(organizationIds.map((id) => this.loaders.byId.of(asked).load(id)));
  }
}
