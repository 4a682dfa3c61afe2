import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PageArgs } from '#platform';
import { DutyStatus } from './duty.enums.js';

@InputType({ description: 'Which duties; what is left out does not narrow.' })
export class TrainingDutyFilter {
  @Field(() => [DutyStatus], { nullable: true, description: 'That stand in any of these ways; null or empty: all.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsEnum(DutyStatus, { each: true })
  statuses?: DutyStatus[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of these offices, by the codes of training roles; null or empty: all.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(50, { each: true })
  roleCodes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this rule; null: of any.' })
  @IsOptional()
  @IsUUID()
  ruleId?: string | null;
}

@ArgsType()
export class TrainingDutiesArgs extends PageArgs {
  @Field(() => ID, { description: 'Organization whose offices are meant, with those of everything below it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => TrainingDutyFilter, { nullable: true, description: 'Which duties; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TrainingDutyFilter)
  filter?: TrainingDutyFilter | null;
}

@ArgsType()
export class TrainingDutyCountsArgs {
  @Field(() => ID, { description: 'Organization whose offices are meant, with those of everything below it.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => TrainingDutyFilter, { nullable: true, description: 'Which duties are counted; null: all.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TrainingDutyFilter)
  filter?: TrainingDutyFilter | null;
}
