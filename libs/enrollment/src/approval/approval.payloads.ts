import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { EnrollmentType } from '../enrollment/enrollment.type.js';
import { DecideApprovalError } from './approval.reasons.js';

@ObjectType({ description: 'Answer to `decideApproval`.' })
export class DecideApprovalPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The enrollment as decided. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [DecideApprovalError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
