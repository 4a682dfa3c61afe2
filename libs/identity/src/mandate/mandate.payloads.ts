import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { EndMandateError, RecordMandateError } from './mandate.reasons.js';
import { MandateType } from './mandate.type.js';

@ObjectType({ description: 'Answer to `recordMandate`.' })
export class RecordMandatePayload {
  @Field(() => MandateType, { nullable: true, description: 'The office held. Null: refused.' })
  mandate!: MandateType | null;

  @Field(() => [RecordMandateError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `endMandate`.' })
export class EndMandatePayload {
  @Field(() => MandateType, { nullable: true, description: 'The office, with its end. Null: refused.' })
  mandate!: MandateType | null;

  @Field(() => [EndMandateError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
