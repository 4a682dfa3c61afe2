import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { CloseOfferingError, OpenOfferingError } from './offering.reasons.js';
import { OfferingType } from './offering.type.js';
import { ScheduleOfferingError } from './scheduling.reasons.js';

@ObjectType({ description: 'Answer to `scheduleOffering`.' })
export class ScheduleOfferingPayload {
  @Field(() => OfferingType, { nullable: true, description: 'The new offering. Null: refused.' })
  offering!: OfferingType | null;

  @Field(() => [ScheduleOfferingError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `openOffering`.' })
export class OpenOfferingPayload {
  @Field(() => OfferingType, { nullable: true, description: 'The offering, now OPEN. Null: refused.' })
  offering!: OfferingType | null;

  @Field(() => [OpenOfferingError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `closeOffering`.' })
export class CloseOfferingPayload {
  @Field(() => OfferingType, { nullable: true, description: 'The offering, now CLOSED. Null: refused.' })
  offering!: OfferingType | null;

  @Field(() => [CloseOfferingError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
