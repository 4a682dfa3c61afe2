import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { type Reason, reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { RequirementNotMet } from '../alignment/alignment.reasons.js';
import { TextRepeated } from '../law/law.reasons.js';
import { ModuleNotFound } from '../module/module.reasons.js';
import { VariantInherits } from '../variant/variant.reasons.js';
import {
  CurriculumChangedMeanwhile,
  CurriculumHasNoModules,
  CurriculumNotFound,
  CurriculumUnchanged,
  ModuleCircle,
  ModuleIsNewest,
  ModuleRepeated,
  RequiredModuleMissing,
} from './curriculum.reasons.js';
import { CurriculumType } from './curriculum.type.js';

const CONTENT = [
  TextRepeated,
  UnknownCode,
  ModuleRepeated,
  ModuleNotFound,
  RequiredModuleMissing,
  ModuleCircle,
] as const;

export const CreateCurriculumError = reasonsOf('CreateCurriculumError', 'Why a curriculum could not be begun.', [
  OrganizationNotFound,
  ...CONTENT,
]);

export const UpdateCurriculumError = reasonsOf('UpdateCurriculumError', 'Why a curriculum could not be changed.', [
  CurriculumNotFound,
  CurriculumChangedMeanwhile,
  VariantInherits,
  ...CONTENT,
]);

export const TakeModuleVersionError = reasonsOf('TakeModuleVersionError', 'Why a module version was not taken.', [
  CurriculumNotFound,
  ModuleNotFound,
  ModuleIsNewest,
]);

export const PublishCurriculumError = reasonsOf('PublishCurriculumError', 'Why a curriculum could not be published.', [
  CurriculumNotFound,
  CurriculumChangedMeanwhile,
  CurriculumUnchanged,
  CurriculumHasNoModules,
  RequirementNotMet,
]);

@ObjectType({ description: 'Answer to `createCurriculum`.' })
export class CreateCurriculumPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The new draft. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [CreateCurriculumError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `updateCurriculum`.' })
export class UpdateCurriculumPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The curriculum. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [UpdateCurriculumError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `takeModuleVersion`.' })
export class TakeModuleVersionPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The curriculum. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [TakeModuleVersionError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `publishCurriculum`.' })
export class PublishCurriculumPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'As everybody sees it now. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [PublishCurriculumError], { description: 'Everything in the way; empty when it was done.' })
  errors!: Reason[];
}
