import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';
import { EnrollmentNotFound } from '../enrollment/enrollment.reasons.js';
import { ApprovalLayer } from './approval.enums.js';

@ObjectType({ implements: () => UserError, description: 'Nothing is left to decide about this enrollment.' })
export class NoApprovalPending extends Reason {
  constructor() {
    super('enrollment.no-approval-pending', ['enrollmentId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Another layer is asked now, for which the viewer does not decide.',
})
export class OtherLayerAsked extends Reason {
  @Field(() => ApprovalLayer, { description: 'Which.' })
  readonly layer: ApprovalLayer;

  @Field(() => ID, { description: 'The organization that is to decide.' })
  readonly organizationId: string;

  constructor(layer: ApprovalLayer, organizationId: string) {
    super('enrollment.other-layer-asked', ['enrollmentId']);
    this.layer = layer;
    this.organizationId = organizationId;
  }
}

@ObjectType({ implements: () => UserError, description: 'Nobody decides about their own place.' })
export class CannotDecideOwn extends Reason {
  constructor() {
    super('enrollment.cannot-decide-own', ['enrollmentId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Declining needs a reason, which the person is told.' })
export class ReasonNeeded extends Reason {
  constructor() {
    super('enrollment.reason-needed', ['note']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A layer of the union approves with an assessment of the person.',
})
export class AssessmentNeeded extends Reason {
  constructor() {
    super('enrollment.assessment-needed', ['assessment']);
  }
}

export const DecideApprovalError = reasonsOf('DecideApprovalError', 'Why a decision was refused.', [
  EnrollmentNotFound,
  NoApprovalPending,
  OtherLayerAsked,
  CannotDecideOwn,
  ReasonNeeded,
  AssessmentNeeded,
]);
