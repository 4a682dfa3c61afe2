import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { type Reason, reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { CurriculumNotFound, ModuleRepeated } from '../curriculum/curriculum.reasons.js';
import { CurriculumType } from '../curriculum/curriculum.type.js';
import { TextRepeated } from '../law/law.reasons.js';
import { HoursOutOfBounds, ModuleNotFound } from '../module/module.reasons.js';
import {
  BaseNotPublished,
  NotAVariant,
  OverrideIncomplete,
  RebaseConflict,
  RequirementNotFound,
  RequirementOfAnotherCountry,
  VariantExists,
  VariantNotBehind,
  VariantOfVariant,
} from './variant.reasons.js';

export const DeriveVariantError = reasonsOf('DeriveVariantError', 'Why a variant could not be begun.', [
  CurriculumNotFound,
  OrganizationNotFound,
  VariantOfVariant,
  BaseNotPublished,
  VariantExists,
  UnknownCode,
]);

export const OverrideModuleError = reasonsOf('OverrideModuleError', 'Why a module was not overridden.', [
  CurriculumNotFound,
  NotAVariant,
  ModuleNotFound,
  ModuleRepeated,
  OverrideIncomplete,
  HoursOutOfBounds,
  TextRepeated,
  UnknownCode,
  RequirementNotFound,
  RequirementOfAnotherCountry,
]);

export const InheritModuleError = reasonsOf('InheritModuleError', 'Why an override was not taken back.', [
  CurriculumNotFound,
  NotAVariant,
]);

export const RebaseVariantError = reasonsOf('RebaseVariantError', 'Why a variant could not be rebased.', [
  CurriculumNotFound,
  NotAVariant,
  VariantNotBehind,
  RebaseConflict,
]);

@ObjectType({ description: 'Answer to `deriveVariant`.' })
export class DeriveVariantPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The new variant. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [DeriveVariantError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `overrideModule`.' })
export class OverrideModulePayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The variant. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [OverrideModuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `inheritModule`.' })
export class InheritModulePayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The variant. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [InheritModuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `rebaseVariant`.' })
export class RebaseVariantPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The variant. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [RebaseVariantError], { description: 'Every conflict that nobody settled; empty when it was done.' })
  errors!: Reason[];
}
