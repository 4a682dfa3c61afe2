import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { ChangeTrainingRuleError, CreateTrainingRuleError, EndTrainingRuleError } from './rule.reasons.js';
import { TrainingRuleType } from './training-rule.type.js';

@ObjectType({ description: 'Answer to `createTrainingRule`.' })
export class CreateTrainingRulePayload {
  @Field(() => TrainingRuleType, { nullable: true, description: 'The rule. Null: refused.' })
  rule!: TrainingRuleType | null;

  @Field(() => [CreateTrainingRuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `changeTrainingRule`.' })
export class ChangeTrainingRulePayload {
  @Field(() => TrainingRuleType, { nullable: true, description: 'The rule with its new terms. Null: refused.' })
  rule!: TrainingRuleType | null;

  @Field(() => [ChangeTrainingRuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `endTrainingRule`.' })
export class EndTrainingRulePayload {
  @Field(() => TrainingRuleType, { nullable: true, description: 'The rule, with its end. Null: refused.' })
  rule!: TrainingRuleType | null;

  @Field(() => [EndTrainingRuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
