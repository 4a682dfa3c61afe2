import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CourseNotFound, CourseRetired } from '#catalog';
import { OrganizationClosed, OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';

@ObjectType({ implements: () => UserError, description: 'There is no such rule, or not for you to change.' })
export class TrainingRuleNotFound extends Reason {
  constructor() {
    super('enrollment.training-rule-not-found', ['ruleId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The rule has ended, and is not changed any more.' })
export class TrainingRuleEnded extends Reason {
  constructor() {
    super('enrollment.training-rule-ended', ['ruleId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Somebody changed the rule since you read it. Read it again and repeat what you meant.',
})
export class TrainingRuleChangedMeanwhile extends Reason {
  @Field(() => Int, { description: 'Its revision now.' })
  readonly revision: number;

  constructor(revision: number) {
    super('enrollment.training-rule-changed-meanwhile', ['expectedRevision']);
    this.revision = revision;
  }
}

@ObjectType({ implements: () => UserError, description: 'The rule would end before it begins.' })
export class TrainingRuleEndsBeforeStart extends Reason {
  constructor(path: string) {
    super('enrollment.training-rule-ends-before-start', [path]);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'It would have to be learned again before there was time to learn it once.',
})
export class RefreshTooSoon extends Reason {
  constructor() {
    super('enrollment.refresh-too-soon', ['refreshMonths']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The legal register has no such requirement.' })
export class LegalRequirementUnknown extends Reason {
  constructor() {
    super('enrollment.legal-requirement-unknown', ['legalRequirementId']);
  }
}

export const CreateTrainingRuleError = reasonsOf('CreateTrainingRuleError', 'Why a training rule was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  UnknownCode,
  CourseNotFound,
  CourseRetired,
  LegalRequirementUnknown,
  RefreshTooSoon,
  TrainingRuleEndsBeforeStart,
]);

export const ChangeTrainingRuleError = reasonsOf('ChangeTrainingRuleError', 'Why changing a rule was refused.', [
  TrainingRuleNotFound,
  TrainingRuleEnded,
  TrainingRuleChangedMeanwhile,
  CourseNotFound,
  CourseRetired,
  LegalRequirementUnknown,
  RefreshTooSoon,
]);

export const EndTrainingRuleError = reasonsOf('EndTrainingRuleError', 'Why ending a rule was refused.', [
  TrainingRuleNotFound,
  TrainingRuleEndsBeforeStart,
]);
