import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { type Reason, reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { TextRepeated } from '../law/law.reasons.js';
import { DeliveringCourseNotFound, HoursOutOfBounds, ModuleNotFound, OutcomeNotFound } from './module.reasons.js';
import { CurriculumModuleType } from './module.type.js';

export const CreateCurriculumModuleError = reasonsOf('CreateCurriculumModuleError', 'Why a module was not written.', [
  OrganizationNotFound,
  OutcomeNotFound,
  HoursOutOfBounds,
  TextRepeated,
  UnknownCode,
  DeliveringCourseNotFound,
]);

export const ReviseCurriculumModuleError = reasonsOf('ReviseCurriculumModuleError', 'Why a module was not revised.', [
  ModuleNotFound,
  OutcomeNotFound,
  HoursOutOfBounds,
  TextRepeated,
  UnknownCode,
  DeliveringCourseNotFound,
]);

@ObjectType({ description: 'Answer to `createCurriculumModule`.' })
export class CreateCurriculumModulePayload {
  @Field(() => CurriculumModuleType, { nullable: true, description: 'The new module. Null: refused.' })
  module!: CurriculumModuleType | null;

  @Field(() => [CreateCurriculumModuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `reviseCurriculumModule`.' })
export class ReviseCurriculumModulePayload {
  @Field(() => CurriculumModuleType, { nullable: true, description: 'The module. Null: refused.' })
  module!: CurriculumModuleType | null;

  @Field(() => [ReviseCurriculumModuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
