import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Organization, OrganizationLoaders, OrganizationType } from '#identity';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { NomineeAnswer } from '../enrollment/enrollment.enums.js';
import { EnrollmentLoaders } from '../enrollment/enrollment.loaders.js';
import { EnrollmentType } from '../enrollment/enrollment.type.js';
import { Places } from '../enrollment/places.service.js';
import type { Offering } from '../offering/offering.entity.js';
import { OfferingLoaders } from '../offering/offering.loaders.js';
import { OfferingType } from '../offering/offering.type.js';
import type { Nomination } from './nomination.entity.js';
import {
  AnswerNominationInput,
  NominateInput,
  NominationAnswer,
  SubstituteEnrolleeInput,
  WithdrawNominationInput,
} from './nomination.inputs.js';
import {
  AnswerNominationPayload,
  NominatePayload,
  SubstituteEnrolleePayload,
  WithdrawNominationPayload,
} from './nomination.payloads.js';
import { NominationReads } from './nomination.reads.js';
import { NominationLineType, NominationType } from './nomination.type.js';
import { Nominations } from './nominations.service.js';
import { Substitutions } from './substitutions.service.js';
import { Withdrawals } from './withdrawals.service.js';

@Resolver(() => NominationType)
export class NominationResolver {
  constructor(
    private readonly nominations: Nominations,
    private readonly substitutions: Substitutions,
    private readonly withdrawals: Withdrawals,
    private readonly places: Places,
    private readonly reads: NominationReads,
    private readonly organizations: OrganizationLoaders,
    private readonly offerings: OfferingLoaders,
  ) {}

  @Mutation(() => NominatePayload, {
    description:
      'Names people of an organization for an offering: out of its reserved seats first, each answered on its own.',
  })
  @Requires('enrollment.nominate')
  nominate(
    @Args('input') input: NominateInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NominatePayload> {
    return payload(NominatePayload, async () => ({
      nomination: (await this.nominations.nominate(asked, viewer, input)) as never,
    }));
  }

  @Mutation(() => AnswerNominationPayload, {
    description: 'Says whether one comes to what one was named for, where the offering asks.',
  })
  @Requires('enrollment.own')
  answerNomination(
    @Args('input') { enrollmentId, answer }: AnswerNominationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerNominationPayload> {
    const given = answer === NominationAnswer.ACCEPT ? NomineeAnswer.ACCEPTED : NomineeAnswer.DECLINED;
    return payload(AnswerNominationPayload, async () => ({
      enrollment: await this.places.answerNomination(asked, viewer, { enrollmentId, answer: given }),
    }));
  }

  @Mutation(() => SubstituteEnrolleePayload, {
    description:
      'Names somebody else in a nominee’s stead, who has the same seat, price and reservation, and needs their own approval.',
  })
  @Requires('enrollment.nominate')
  substituteEnrollee(
    @Args('input') input: SubstituteEnrolleeInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SubstituteEnrolleePayload> {
    return payload(SubstituteEnrolleePayload, async () => ({
      enrollment: await this.substitutions.substitute(asked, viewer, input),
    }));
  }

  @Mutation(() => WithdrawNominationPayload, {
    description:
      'Takes back a person one’s organization named, before the first session; the seat returns to where it came from.',
  })
  @Requires('enrollment.nominate')
  withdrawNomination(
    @Args('input') input: WithdrawNominationInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WithdrawNominationPayload> {
    return payload(WithdrawNominationPayload, async () => ({
      enrollment: await this.withdrawals.withdraw(asked, viewer, input),
    }));
  }

  @ResolveField(() => [NominationLineType], { description: 'The people named, 1 to 100, in the order sent.' })
  lines(@Parent() { id }: Nomination, @Asked() asked: RequestContext): Promise<NominationLineType[]> {
    return this.reads.lines.of(asked).load(id);
  }

  @ResolveField(() => OrganizationType, { description: 'Who names them.' })
  organization(@Parent() { organizationId }: Nomination, @Asked() asked: RequestContext): Promise<Organization | null> {
    return this.organizations.byId.of(asked).load(organizationId);
  }

  @ResolveField(() => OfferingType, { description: 'What they are named for.' })
  offering(@Parent() { offeringId }: Nomination, @Asked() asked: RequestContext): Promise<Offering | null> {
    return this.offerings.byId.of(asked).load(offeringId);
  }
}

@Resolver(() => NominationLineType)
export class NominationLineResolver {
  constructor(private readonly enrollments: EnrollmentLoaders) {}

  @ResolveField(() => EnrollmentType, {
    nullable: true,
    description: 'The place that was given, as it is now. Null: refused.',
  })
  async enrollment(
    @Parent() { enrollmentId }: NominationLineType,
    @Asked() asked: RequestContext,
  ): Promise<Enrollment | null> {
    return enrollmentId ? this.enrollments.byId.of(asked).load(enrollmentId) : null;
  }
}
