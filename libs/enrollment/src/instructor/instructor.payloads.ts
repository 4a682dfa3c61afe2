import { Field, ObjectType } from '@nestjs/graphql';
import type { Reason } from '#platform';
import { AddInstructorError } from './instructor.reasons.js';
import { InstructorType } from './instructor.type.js';

@ObjectType({ description: 'Answer to `addInstructor`.' })
export class AddInstructorPayload {
  @Field(() => InstructorType, { nullable: true, description: 'The new instructor. Null: refused.' })
  instructor!: InstructorType | null;

  @Field(() => [AddInstructorError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
