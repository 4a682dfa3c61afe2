import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { ReferenceLists, type TrainingRole, TrainingRoleType } from '#reference';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationLoaders } from '../organization/organization.loaders.js';
import { OrganizationType } from '../organization/organization.type.js';
import type { Person } from '../person/person.entity.js';
import { PersonLoaders } from '../person/person.loaders.js';
import { PersonType } from '../person/person.type.js';
import type { Mandate } from './mandate.entity.js';
import { EndMandateInput, RecordMandateInput } from './mandate.inputs.js';
import { EndMandatePayload, RecordMandatePayload } from './mandate.payloads.js';
import { MandateType } from './mandate.type.js';
import { Mandates } from './mandates.service.js';

@Resolver(() => MandateType)
export class MandateResolver {
  constructor(
    private readonly mandates: Mandates,
    private readonly organizations: OrganizationLoaders,
    private readonly persons: PersonLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Mutation(() => RecordMandatePayload, { description: 'Records that somebody holds an office, from-to.' })
  @Requires('member.manage')
  recordMandate(
    @Args('input') input: RecordMandateInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RecordMandatePayload> {
    return payload(RecordMandatePayload, async () => ({ mandate: await this.mandates.record(asked, viewer, input) }));
  }

  @Mutation(() => EndMandatePayload, { description: 'Ends an office, or ends it earlier than was known.' })
  @Requires('member.manage')
  endMandate(
    @Args('input') input: EndMandateInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EndMandatePayload> {
    return payload(EndMandatePayload, async () => ({ mandate: await this.mandates.end(asked, viewer, input) }));
  }

  @ResolveField(() => OrganizationType, { description: 'Where the office is.' })
  organization(@Parent() mandate: Mandate, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(mandate.organizationId);
  }

  @ResolveField(() => PersonType, { description: 'Who holds it.' })
  person(@Parent() mandate: Mandate, @Asked() asked: RequestContext): Promise<Person | null> {
    return this.persons.byId.of(asked).load(mandate.personId);
  }

  @ResolveField(() => TrainingRoleType, { description: 'The office, as the training role that prepares for it.' })
  role(@Parent() mandate: Mandate, @Asked() asked: RequestContext): Promise<TrainingRole | null> {
    return this.reference.rolesByCode.of(asked).load(mandate.roleCode);
  }
}
