import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Day, IsPlainText, Locale } from '#platform';
import {
  LegalUnit,
  LegalVerification,
  RequirementKind,
  TrainingDocument,
  TrainingMode,
  TrainingProvider,
} from './law.enums.js';

@InputType({ description: 'What a requirement says in one language.' })
export class LegalTextInput {
  @Field(() => Locale, { description: 'The language.' })
  @IsString()
  locale!: string;

  @Field(() => String, { description: 'In our own words, at most 2,000 characters.' })
  @IsPlainText(2_000)
  text!: string;
}

@InputType({ description: 'One thing that the new edition asks of training. Never enter what was not read.' })
export class LegalRequirementInput {
  @Field(() => String, {
    description:
      'Small letters, digits and hyphens. Keep the code it had in the edition before, so that what was tied to it is found again.',
  })
  @MaxLength(100)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'code must be small letters, digits and single hyphens' })
  code!: string;

  @Field(() => RequirementKind, { description: 'What it asks.' })
  kind!: RequirementKind;

  @Field(() => [LegalTextInput], {
    description: 'What it says, in at most 20 languages, each once; English among them.',
  })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LegalTextInput)
  texts!: LegalTextInput[];

  @Field(() => String, { nullable: true, description: 'Article, at most 200 characters; null: not known.' })
  @IsOptional()
  @IsPlainText(200)
  article?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Training roles it speaks of, by code.' })
  @ArrayMaxSize(50)
  @Matches(/^[A-Z][A-Z0-9_]{1,30}$/, { each: true, message: 'roleCodes must be codes such as TECH_INSP' })
  roleCodes: string[] = [];

  @Field(() => [String], { defaultValue: [], description: 'People without a role code, in English words.' })
  @ArrayMaxSize(20)
  @IsPlainText(200, { each: true })
  otherAudience: string[] = [];

  @Field(() => Int, { nullable: true, description: 'Its number, 1 to 100,000, with a unit; null: none, or not read.' })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  value?: number | null;

  @Field(() => LegalUnit, { nullable: true, description: 'Unit of the value; null with it.' })
  @IsOptional()
  unit?: LegalUnit | null;

  @Field(() => [TrainingMode], { defaultValue: [], description: 'Forms of training it allows; empty: silent.' })
  @ArrayMaxSize(10)
  trainingModes: TrainingMode[] = [];

  @Field(() => [TrainingDocument], { defaultValue: [], description: 'Documents it accepts; empty: silent.' })
  @ArrayMaxSize(10)
  documents: TrainingDocument[] = [];

  @Field(() => [TrainingProvider], { defaultValue: [], description: 'Who may teach; empty: silent.' })
  @ArrayMaxSize(10)
  providers: TrainingProvider[] = [];

  @Field(() => String, { description: 'Where it was read: title and address, at most 2,000 characters.' })
  @IsPlainText(2_000)
  source!: string;

  @Field(() => LegalVerification, { description: 'How far it was checked. Only VERIFIED may block publishing.' })
  verification!: LegalVerification;

  @Field(() => String, { nullable: true, description: 'A remark, at most 2,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(2_000)
  note?: string | null;
}

@InputType({ description: 'Records that an act changed: its new edition, with all that it asks of training.' })
export class RecordLegalActChangeInput {
  @Field(() => ID, { description: 'The act that changed.' })
  @IsUUID()
  legalActId!: string;

  @Field(() => Day, { description: 'First day of the new edition; the one before ends on it.' })
  inForceFrom!: string;

  @Field(() => Day, { nullable: true, description: 'First day on which it no longer applies; null: no end is known.' })
  @IsOptional()
  inForceUntil?: string | null;

  @Field(() => String, { description: 'Which text was seen, at most 2,000 characters.' })
  @IsPlainText(2_000)
  seen!: string;

  @Field(() => String, { description: 'Where: title and address, at most 2,000 characters.' })
  @IsPlainText(2_000)
  source!: string;

  @Field(() => LegalVerification, { description: 'How far the edition itself was checked.' })
  verification!: LegalVerification;

  @Field(() => String, { nullable: true, description: 'A remark, at most 2,000 characters; null: none.' })
  @IsOptional()
  @IsPlainText(2_000)
  note?: string | null;

  @Field(() => [LegalRequirementInput], { description: 'All that it asks of training, at most 100, in its order.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LegalRequirementInput)
  requirements!: LegalRequirementInput[];
}
