import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { requestPayload } from '../request/request.payload.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from '../request/request.reasons.js';

@ObjectType({
  implements: () => UserError,
  description: 'There is no such offering, it is cancelled, or it is not of a course of the accepted proposal.',
})
export class OfferingDoesNotFit extends Reason {
  @Field(() => ID, { description: 'The offering.' })
  readonly offeringId: string;

  constructor(offeringId: string) {
    super('requests.offering-does-not-fit', ['offeringIds']);
    this.offeringId = offeringId;
  }
}

@ObjectType({ implements: () => UserError, description: 'A request has at most 50 offerings.' })
export class TooManyOfferings extends Reason {
  @Field(() => Int, { description: 'How many there would be.' })
  readonly offerings: number;

  constructor(offerings: number) {
    super('requests.too-many-offerings', ['offeringIds']);
    this.offerings = offerings;
  }
}

@ObjectType({ implements: () => UserError, description: 'Not one answer for each outcome of the request.' })
export class OutcomesNotMatched extends Reason {
  @Field(() => Int, { description: 'How many outcomes the request has.' })
  readonly expected: number;

  constructor(expected: number) {
    super('requests.outcomes-not-matched', ['outcomes']);
    this.expected = expected;
  }
}

@ObjectType({ implements: () => UserError, description: 'This organization has evaluated the request already.' })
export class AlreadyEvaluated extends Reason {
  constructor() {
    super('requests.already-evaluated', ['organizationId']);
  }
}

const ScheduleError = reasonsOf('ScheduleProgramRequestError', 'Why offerings could not be tied to a request.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  OfferingDoesNotFit,
  TooManyOfferings,
]);

const EvaluateError = reasonsOf('EvaluateProgramRequestError', 'Why a request could not be evaluated.', [
  ProgramRequestNotFound,
  OrganizationNotFound,
  RequestStageDoesNotAllow,
  OutcomesNotMatched,
  AlreadyEvaluated,
]);

export const ScheduleProgramRequestPayload = requestPayload('scheduleProgramRequest', ScheduleError);
export const EvaluateProgramRequestPayload = requestPayload('evaluateProgramRequest', EvaluateError);
