import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { EnrollmentType } from '../enrollment/enrollment.type.js';
import {
  AnswerNominationError,
  NominateError,
  SubstituteEnrolleeError,
  WithdrawNominationError,
} from './nomination.reasons.js';
import { NominationType } from './nomination.type.js';

@ObjectType({ description: 'Answer to `nominate`.' })
export class NominatePayload {
  @Field(() => NominationType, {
    nullable: true,
    description: 'The letter, with an answer to each line. Null: refused.',
  })
  nomination!: NominationType | null;

  @Field(() => [NominateError], {
    description:
      'Why it was refused as a whole; empty when each line has its own answer. Where all or nothing was asked, one for each line in the way, its number from 0 in `path`.',
  })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `answerNomination`.' })
export class AnswerNominationPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The enrollment after the answer. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [AnswerNominationError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `substituteEnrollee`.' })
export class SubstituteEnrolleePayload {
  @Field(() => EnrollmentType, {
    nullable: true,
    description: 'The place of the person who comes instead. Null: refused.',
  })
  enrollment!: EnrollmentType | null;

  @Field(() => [SubstituteEnrolleeError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `withdrawNomination`.' })
export class WithdrawNominationPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The released enrollment. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [WithdrawNominationError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
