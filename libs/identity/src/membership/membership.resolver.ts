import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationLoaders } from '../organization/organization.loaders.js';
import { OrganizationType } from '../organization/organization.type.js';
import type { Person } from '../person/person.entity.js';
import { PersonLoaders } from '../person/person.loaders.js';
import { PersonType } from '../person/person.type.js';
import { Members } from './members.service.js';
import type { Membership } from './membership.entity.js';
import { AddMemberInput, AddMembershipInput, EndMembershipInput } from './membership.inputs.js';
import { AddMemberPayload, AddMembershipPayload, EndMembershipPayload } from './membership.payloads.js';
import { MembershipType } from './membership.type.js';

@Resolver(() => MembershipType)
export class MembershipResolver {
  constructor(
    private readonly members: Members,
    private readonly organizations: OrganizationLoaders,
    private readonly persons: PersonLoaders,
  ) {}

  @Mutation(() => AddMemberPayload, {
    description: 'Makes a person known, and a member of an organization; whoever may be the same human is shown first.',
  })
  @Requires('member.manage')
  addMember(
    @Args('input') input: AddMemberInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AddMemberPayload> {
    return payload(AddMemberPayload, async () => ({
      membership: await this.members.add(asked, viewer, input),
      warnings: this.members.warnings(input),
    }));
  }

  @Mutation(() => AddMembershipPayload, {
    description: 'Makes a person you see already a member of an organization too.',
  })
  @Requires('member.manage')
  addMembership(
    @Args('input') input: AddMembershipInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AddMembershipPayload> {
    return payload(AddMembershipPayload, async () => ({
      membership: await this.members.addMembership(asked, viewer, input),
    }));
  }

  @Mutation(() => EndMembershipPayload, { description: 'Ends a membership; the person and what they learned stay.' })
  @Requires('member.manage')
  endMembership(
    @Args('input') input: EndMembershipInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EndMembershipPayload> {
    return payload(EndMembershipPayload, async () => ({ membership: await this.members.end(asked, viewer, input) }));
  }

  @ResolveField(() => OrganizationType, { description: 'Where the person belongs.' })
  organization(@Parent() membership: Membership, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(membership.organizationId);
  }

  @ResolveField(() => PersonType, { description: 'Who belongs there.' })
  person(@Parent() membership: Membership, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.persons.byId.of(asked).load(membership.personId);
  }
}
