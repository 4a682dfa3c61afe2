import { Field, ObjectType } from '@nestjs/graphql';
import { type Reason, reasonsOf } from '#platform';
import { CurriculumNotFound } from '../curriculum/curriculum.reasons.js';
import { ModuleNotFound, OutcomeNotFound } from '../module/module.reasons.js';
import { RequirementNotFound, RequirementOfAnotherCountry } from '../variant/variant.reasons.js';
import { HoursOnlyOfAPart, NotApplicableNeedsReason, RequirementSuperseded } from './alignment.reasons.js';
import { AlignmentType } from './alignment.type.js';

export const AlignModuleError = reasonsOf('AlignModuleError', 'Why a module was not aligned.', [
  CurriculumNotFound,
  ModuleNotFound,
  OutcomeNotFound,
  RequirementNotFound,
  RequirementOfAnotherCountry,
  RequirementSuperseded,
  NotApplicableNeedsReason,
  HoursOnlyOfAPart,
]);

@ObjectType({ description: 'Answer to `alignModule`.' })
export class AlignModulePayload {
  @Field(() => AlignmentType, { nullable: true, description: 'The judgment. Null: refused.' })
  alignment!: AlignmentType | null;

  @Field(() => [AlignModuleError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
