import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { EnrollmentType } from '../enrollment/enrollment.type.js';
import { DecideApprovalInput } from './approval.inputs.js';
import { ApprovalLoaders } from './approval.loaders.js';
import { DecideApprovalPayload } from './approval.payloads.js';
import { ApprovalStepType } from './approval.type.js';
import { Approvals } from './approvals.service.js';

@Resolver(() => EnrollmentType)
export class ApprovalResolver {
  constructor(
    private readonly decisions: Approvals,
    private readonly loaders: ApprovalLoaders,
  ) {}

  @Mutation(() => DecideApprovalPayload, {
    description: 'Agrees to a person’s place for the layer that is asked now, or declines it with a reason.',
  })
  @Requires('enrollment.decide')
  decideApproval(
    @Args('input') input: DecideApprovalInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DecideApprovalPayload> {
    return payload(DecideApprovalPayload, async () => ({
      enrollment: await this.decisions.decide(asked, viewer, input),
    }));
  }

  @ResolveField(() => [ApprovalStepType], {
    description: 'Whose agreement it needs, 0 to 7 layers in the order in which they are asked.',
  })
  approvals(@Parent() { id }: Enrollment, @Asked() asked: RequestContext): Promise<ApprovalStepType[]> {
    return this.loaders.ofEnrollment.of(asked).load(id);
  }
}

@Resolver(() => ApprovalStepType)
export class ApprovalStepResolver {
  constructor(private readonly organizations: OrganizationLoaders) {}

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who is asked, or was; null: there is no such organization above the person, or theirs is not known.',
  })
  async organization(
    @Parent() { organizationId }: ApprovalStepType,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return organizationId ? this.organizations.byId.of(asked).load(organizationId) : null;
  }
}
