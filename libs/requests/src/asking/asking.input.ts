import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsPlainText } from '#platform';
import { ProgramNeedInput } from './need.input.js';

@InputType({ description: 'Begins a request that its own organization alone sees.' })
export class DraftProgramRequestInput {
  @Field(() => ID, { description: 'The organization that asks.' })
  @IsUUID()
  organizationId!: string;

  @Field(() => ProgramNeedInput, { description: 'What it needs, as far as it is known.' })
  @ValidateNested()
  @Type(() => ProgramNeedInput)
  need!: ProgramNeedInput;
}

@InputType({ description: 'Writes a draft anew.' })
export class ReviseProgramRequestInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => ProgramNeedInput, { description: 'All that is needed; what is left out is not kept.' })
  @ValidateNested()
  @Type(() => ProgramNeedInput)
  need!: ProgramNeedInput;
}

@InputType({ description: 'Hands in a draft, or a request that was never a draft.' })
export class SubmitProgramRequestInput {
  @Field(() => ID, { nullable: true, description: 'The draft; null: give `organizationId` and `need`.' })
  @IsOptional()
  @IsUUID()
  programRequestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization that asks; null: that of the draft.' })
  @IsOptional()
  @IsUUID()
  organizationId?: string | null;

  @Field(() => ProgramNeedInput, { nullable: true, description: 'What it needs; null: as the draft says.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProgramNeedInput)
  need?: ProgramNeedInput | null;
}

@InputType({ description: 'Asks no longer.' })
export class WithdrawProgramRequestInput {
  @Field(() => ID, { description: 'The request.' })
  @IsUUID()
  programRequestId!: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 2,000 characters; null: not said.' })
  @IsOptional()
  @IsPlainText(2_000)
  reason?: string | null;
}
