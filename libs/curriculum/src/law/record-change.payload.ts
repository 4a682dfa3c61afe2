import { Field, ObjectType } from '@nestjs/graphql';
import { type Reason, reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import {
  EditionEndsBeforeStart,
  EditionsOverlap,
  EnglishTextMissing,
  LegalActNotFound,
  RequirementRepeated,
  TextRepeated,
  UnitDoesNotFit,
  ValueWithoutUnit,
} from './law.reasons.js';
import { LegalActEditionType } from './legal-act.type.js';

export const RecordLegalActChangeError = reasonsOf(
  'RecordLegalActChangeError',
  'Why a change of an act could not be recorded.',
  [
    LegalActNotFound,
    EditionsOverlap,
    EditionEndsBeforeStart,
    RequirementRepeated,
    ValueWithoutUnit,
    UnitDoesNotFit,
    EnglishTextMissing,
    TextRepeated,
    UnknownCode,
  ],
);

@ObjectType({ description: 'Answer to `recordLegalActChange`.' })
export class RecordLegalActChangePayload {
  @Field(() => LegalActEditionType, { nullable: true, description: 'The new edition. Null: refused.' })
  edition!: LegalActEditionType | null;

  @Field(() => [RecordLegalActChangeError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
