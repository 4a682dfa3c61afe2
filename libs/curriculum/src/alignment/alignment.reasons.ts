import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Reason, UserError } from '#platform';
import { type Finding, Verdict } from './engine.types.js';

@ObjectType({ implements: () => UserError, description: 'A judgment that something does not apply needs its reason.' })
export class NotApplicableNeedsReason extends Reason {
  constructor() {
    super('curriculum.not-applicable-needs-reason', ['reason']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Hours are said only of a module that covers partly, or of an outcome that covers.',
})
export class HoursOnlyOfAPart extends Reason {
  constructor() {
    super('curriculum.hours-only-of-a-part', ['hours']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The act has a newer edition; judge by that.' })
export class RequirementSuperseded extends Reason {
  @Field(() => ID, {
    nullable: true,
    description: 'The requirement in the newest edition; null: it asks it no longer.',
  })
  readonly newestRequirementId: string | null;

  constructor(newestRequirementId: string | null) {
    super('curriculum.requirement-superseded', ['requirementId']);
    this.newestRequirementId = newestRequirementId;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A verified requirement of the country is not met, so the variant is not published.',
})
export class RequirementNotMet extends Reason {
  @Field(() => ID, { description: 'The requirement.' })
  readonly requirementId: string;

  @Field(() => Verdict, { description: 'UNMET or PARTLY_MET.' })
  readonly verdict: Verdict;

  @Field(() => Float, { nullable: true, description: 'Hours that count; null: it asks for no hours.' })
  readonly hoursFound: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours asked for; null: it asks for no hours.' })
  readonly hoursAsked: number | null;

  constructor({ requirementId, verdict, hours }: Finding) {
    super('curriculum.requirement-not-met', ['curriculumId']);
    this.requirementId = requirementId;
    this.verdict = verdict;
    this.hoursFound = hours?.found ?? null;
    this.hoursAsked = hours?.asked ?? null;
  }
}
