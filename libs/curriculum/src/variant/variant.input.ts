import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { IsPlainText } from '#platform';
import { ModuleHoursInput } from '../module/module.input.js';
import { TitleInput } from '../text/title.input.js';
import { OverrideKind } from './program.js';
import { RebaseChoice } from './rebase.rules.js';

@InputType({ description: 'Begins the variant of a curriculum for one country, as a draft.' })
export class DeriveVariantInput {
  @Field(() => ID, { description: 'The base; published, and no variant itself.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => String, { description: 'The country (ISO 3166-1 alpha-2); one variant each.' })
  @Matches(/^[A-Z]{2}$/, { message: 'countryCode must be two capital letters' })
  countryCode!: string;

  @Field(() => ID, { nullable: true, description: 'Organization that keeps it; null: the one that keeps the base.' })
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@InputType({ description: 'Says of one module what a variant says otherwise than its base.' })
export class OverrideModuleInput {
  @Field(() => ID, { description: 'The variant.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => ID, { description: 'The module of the base; with ADD, the module to add.' })
  @IsUUID()
  moduleId!: string;

  @Field(() => OverrideKind, { description: 'What is other.' })
  kind!: OverrideKind;

  @Field(() => ID, {
    nullable: true,
    description: 'With REPLACE: the module that takes its place, in its newest version.',
  })
  @IsOptional()
  @IsUUID()
  replacingModuleId?: string | null;

  @Field(() => ModuleHoursInput, { nullable: true, description: 'With CHANGE_HOURS: its hours here.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModuleHoursInput)
  hours?: ModuleHoursInput | null;

  @Field(() => [TitleInput], { nullable: true, description: 'With OTHER_TEXTS: what it is called here.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TitleInput)
  translations?: TitleInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'With ADD: whether a learner may leave it out.' })
  isElective: boolean = false;

  @Field(() => ID, { nullable: true, description: 'The requirement of the country that forces it; null: none.' })
  @IsOptional()
  @IsUUID()
  requirementId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 1,000 characters; null: not said.' })
  @IsOptional()
  @IsPlainText(1_000)
  reason?: string | null;
}

@InputType({ description: 'Lets a variant have a module as the base has it.' })
export class InheritModuleInput {
  @Field(() => ID, { description: 'The variant.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => ID, { description: 'The module as it was named in `overrideModule`.' })
  @IsUUID()
  moduleId!: string;
}

@InputType({ description: 'What to do where base and variant both changed a module.' })
export class RebaseResolutionInput {
  @Field(() => ID, { description: 'The module of the conflict.' })
  @IsUUID()
  moduleId!: string;

  @Field(() => RebaseChoice, { description: 'Whose change holds.' })
  choice!: RebaseChoice;
}

@InputType({ description: 'Lets a variant follow the newest published version of its base.' })
export class RebaseVariantInput {
  @Field(() => ID, { description: 'The variant.' })
  @IsUUID()
  curriculumId!: string;

  @Field(() => [RebaseResolutionInput], {
    defaultValue: [],
    description: 'One for each conflict; none is settled silently.',
  })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => RebaseResolutionInput)
  resolutions: RebaseResolutionInput[] = [];
}
