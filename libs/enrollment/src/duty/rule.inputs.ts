import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { OrganizationKind } from '#identity';
import { Day, PageArgs } from '#platform';

@InputType({ isAbstract: true })
export abstract class TrainingRuleTermsInput {
  @Field(() => [OrganizationKind], {
    defaultValue: [],
    description: 'Kinds of organization whose offices are meant; empty: all.',
  })
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsEnum(OrganizationKind, { each: true })
  kinds!: OrganizationKind[];

  @Field(() => [ID], { description: '1 to 20 published courses; any one of them is enough.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique((id) => String(id).toLowerCase())
  @IsUUID(undefined, { each: true })
  courseIds!: string[];

  @Field(() => Int, {
    description: 'Days to learn it, 1 to 3,650, from the first day of the office, or of the rule where that is later.',
  })
  @Min(1)
  @Max(3_650)
  withinDays!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days before the office a completion may be and still count, 0 to 36,500; 0: whoever is elected anew learns anew. Null: however long.',
  })
  @IsOptional()
  @Min(0)
  @Max(36_500)
  acceptedDaysBefore?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many months it is to be learned again, 1 to 240, longer than `withinDays`; null: never.',
  })
  @IsOptional()
  @Min(1)
  @Max(240)
  refreshMonths?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The requirement in the legal register it rests on; null: the organization’s own choice.',
  })
  @IsOptional()
  @IsUUID()
  legalRequirementId?: string | null;
}

@InputType({ description: 'Ties an office to what its holders must have learned.' })
export class CreateTrainingRuleInput extends TrainingRuleTermsInput {
  @Field(() => ID, { description: 'Whose rule it is; holds there and in everything below it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => String, { description: 'The office, by the code of a training role; see `trainingRoles`.' })
  @MaxLength(50)
  roleCode!: string;

  @Field(() => Day, { nullable: true, description: 'First day it holds; null: today.' })
  @IsOptional()
  @IsString()
  validFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'First day it no longer holds; null: no end is known.' })
  @IsOptional()
  @IsString()
  validTo?: string | null;
}

@InputType({ description: 'Puts other terms in the place of those a rule has.' })
export class ChangeTrainingRuleInput extends TrainingRuleTermsInput {
  @Field(() => ID, { description: 'The rule.' })
  @IsUUID()
  ruleId!: string;

  @Field(() => Int, { description: 'The revision you read; another one since then is not overwritten.' })
  @Min(1)
  expectedRevision!: number;
}

@InputType({ description: 'Ends a rule.' })
export class EndTrainingRuleInput {
  @Field(() => ID, { description: 'The rule.' })
  @IsUUID()
  ruleId!: string;

  @Field(() => Day, { nullable: true, description: 'First day it no longer holds; null: today.' })
  @IsOptional()
  @IsString()
  endsOn?: string | null;
}

@ArgsType()
export class TrainingRulesArgs extends PageArgs {
  @Field(() => ID, { description: 'Organization in which they hold: its own, and those of all above it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Also rules that have ended.' })
  @IsBoolean()
  includeEnded!: boolean;
}
