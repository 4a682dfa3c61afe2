import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Day, PageArgs } from '#platform';
import { MandateBasis } from './mandate-basis.js';

@InputType({ description: 'Records that somebody holds an office.' })
export class RecordMandateInput {
  @Field(() => ID, { description: 'The organization the office is in.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => ID, { description: 'Who holds it; somebody you see as a member somewhere.' })
  @IsUUID()
  personId!: string;

  @Field(() => String, { description: 'The office, by the code of a training role; see `trainingRoles`.' })
  @MaxLength(50)
  roleCode!: string;

  @Field(() => MandateBasis, { description: 'How the person came to it.' })
  @IsEnum(MandateBasis)
  basis!: MandateBasis;

  @Field(() => Day, { description: 'Its first day; may be to come.' })
  @IsString()
  startedOn!: string;

  @Field(() => Day, { nullable: true, description: 'The first day without it; null: no end is known.' })
  @IsOptional()
  @IsString()
  endedOn?: string | null;
}

@InputType({ description: 'Ends an office.' })
export class EndMandateInput {
  @Field(() => ID, { description: 'The mandate.' })
  @IsUUID()
  mandateId!: string;

  @Field(() => Day, { nullable: true, description: 'The first day without it; null: today.' })
  @IsOptional()
  @IsString()
  endedOn?: string | null;
}

@ArgsType()
export class MandatesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Also offices that have ended.' })
  @IsBoolean()
  includeEnded!: boolean;
}
