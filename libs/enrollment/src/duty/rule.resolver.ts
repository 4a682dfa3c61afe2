import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseLoaders, type CourseRow, CourseType } from '#catalog';
import { LawLoaders, type LegalRequirement, LegalRequirementType } from '#curriculum';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, CurrentViewer, type Page, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { ReferenceLists, type TrainingRole, TrainingRoleType } from '#reference';
import { DutyLoaders } from './duty.loaders.js';
import { DutyReads } from './duty.reads.js';
import { TrainingRuleConnection } from './duty.type.js';
import {
  ChangeTrainingRuleInput,
  CreateTrainingRuleInput,
  EndTrainingRuleInput,
  TrainingRulesArgs,
} from './rule.inputs.js';
import { ChangeTrainingRulePayload, CreateTrainingRulePayload, EndTrainingRulePayload } from './rule.payloads.js';
import { TrainingRules } from './rules.service.js';
import type { TrainingRule } from './training-rule.entity.js';
import { TrainingRuleType } from './training-rule.type.js';

@Resolver(() => TrainingRuleType)
export class TrainingRuleResolver {
  constructor(
    private readonly rules: TrainingRules,
    private readonly reads: DutyReads,
    private readonly loaders: DutyLoaders,
    private readonly courseLoaders: CourseLoaders,
    private readonly law: LawLoaders,
    private readonly organizations: OrganizationLoaders,
    private readonly reference: ReferenceLists,
  ) {}

  @Query(() => TrainingRuleConnection, {
    description: 'What the holders of offices in an organization must learn: its own rules and those of all above it.',
  })
  @Requires('viewer.act')
  trainingRules(@Args() { organizationId, includeEnded, ...page }: TrainingRulesArgs): Promise<Page<TrainingRule>> {
    return this.reads.rulesIn(organizationId, includeEnded, page);
  }

  @Mutation(() => CreateTrainingRulePayload, {
    description:
      'Ties an office, in an organization and all below it, to what its holders must have learned in so many days.',
  })
  @Requires('training.require')
  createTrainingRule(
    @Args('input') input: CreateTrainingRuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CreateTrainingRulePayload> {
    return payload(CreateTrainingRulePayload, async () => ({ rule: await this.rules.create(asked, viewer, input) }));
  }

  @Mutation(() => ChangeTrainingRulePayload, {
    description: 'Puts other terms in the place of those a rule has; everybody’s last day is worked out anew.',
  })
  @Requires('training.require')
  changeTrainingRule(
    @Args('input') input: ChangeTrainingRuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ChangeTrainingRulePayload> {
    return payload(ChangeTrainingRulePayload, async () => ({ rule: await this.rules.change(asked, viewer, input) }));
  }

  @Mutation(() => EndTrainingRulePayload, { description: 'Ends a rule, or ends it earlier than was known.' })
  @Requires('training.require')
  endTrainingRule(
    @Args('input') input: EndTrainingRuleInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EndTrainingRulePayload> {
    return payload(EndTrainingRulePayload, async () => ({ rule: await this.rules.end(asked, viewer, input) }));
  }

  @ResolveField(() => OrganizationType, { description: 'Whose rule it is.' })
  organization(
    @Parent() { organizationId }: TrainingRule,
    @Asked() asked: RequestContext,
  ): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(organizationId);
  }

  @ResolveField(() => TrainingRoleType, { description: 'The office.' })
  role(@Parent() { roleCode }: TrainingRule, @Asked() asked: RequestContext): Promise<TrainingRole | null> {
    return this.reference.rolesByCode.of(asked).load(roleCode);
  }

  @ResolveField(() => [CourseType], { description: 'Courses of which any one is enough, 1 to 20.' })
  async courses(@Parent() { id }: TrainingRule, @Asked() asked: RequestContext): Promise<CourseRow[]> {
    const courseIds = await this.loaders.courseIdsOfRule.of(asked).load(id);
    const courses = await Promise.all(courseIds.map((courseId) => this.courseLoaders.byId.of(asked).load(courseId)));
    return courses.filter((course) => course !== null);
  }

  @ResolveField(() => LegalRequirementType, {
    nullable: true,
    description: 'What the law asks, and how far that was checked; null: the organization’s own choice.',
  })
  async legalRequirement(
    @Parent() { legalRequirementId }: TrainingRule,
    @Asked() asked: RequestContext,
  ): Promise<LegalRequirement | null> {
    return legalRequirementId ? this.law.requirementById.of(asked).load(legalRequirementId) : null;
  }
}
