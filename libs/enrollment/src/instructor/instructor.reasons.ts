import { ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { PersonNotFound } from '../enrollment/enrollment.reasons.js';

@ObjectType({ implements: () => UserError, description: 'The person teaches for this organization already.' })
export class AlreadyInstructor extends Reason {
  constructor() {
    super('enrollment.already-instructor', ['personId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Neither a person nor a name was given, or both were.' })
export class InstructorUnclear extends Reason {
  constructor() {
    super('enrollment.instructor-unclear');
  }
}

export const AddInstructorError = reasonsOf('AddInstructorError', 'Why an instructor was refused.', [
  OrganizationNotFound,
  InstructorUnclear,
  PersonNotFound,
  AlreadyInstructor,
]);
