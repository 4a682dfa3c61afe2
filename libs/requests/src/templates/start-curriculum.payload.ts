import { Field, ObjectType } from '@nestjs/graphql';
import { CurriculumNotFound, CurriculumType } from '#curriculum';
import { type Reason, reasonsOf } from '#platform';
import { ProgramRequestNotFound } from '../request/request.reasons.js';
import { CurriculumAlreadyStarted, ProgramRequestNotAccepted } from './template.reasons.js';

const StartCurriculumError = reasonsOf('StartCurriculumError', 'Why a curriculum could not be started.', [
  ProgramRequestNotFound,
  ProgramRequestNotAccepted,
  CurriculumNotFound,
  CurriculumAlreadyStarted,
]);

@ObjectType({ description: 'Answer to `startCurriculum`.' })
export class StartCurriculumPayload {
  @Field(() => CurriculumType, { nullable: true, description: 'The new draft of the academy. Null: refused.' })
  curriculum!: CurriculumType | null;

  @Field(() => [StartCurriculumError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
