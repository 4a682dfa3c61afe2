import { ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';
import { PlaceRepeated } from '../asking/asking.reasons.js';
import { requestPayload } from '../request/request.payload.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from '../request/request.reasons.js';

@ObjectType({ implements: () => UserError, description: 'Nobody joins a request of one’s own.' })
export class OwnProgramRequest extends Reason {
  constructor() {
    super('requests.own-request', ['organizationId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The organization does not support this request.' })
export class SupportNotFound extends Reason {
  constructor() {
    super('requests.support-not-found', ['organizationId']);
  }
}

const SupportError = reasonsOf('SupportProgramRequestError', 'Why a request could not be supported.', [
  ProgramRequestNotFound,
  OrganizationNotFound,
  RequestStageDoesNotAllow,
  OwnProgramRequest,
  UnknownCode,
  PlaceRepeated,
]);

const WithdrawError = reasonsOf('WithdrawSupportError', 'Why support could not be withdrawn.', [
  ProgramRequestNotFound,
  OrganizationNotFound,
  RequestStageDoesNotAllow,
  SupportNotFound,
]);

export const SupportProgramRequestPayload = requestPayload('supportProgramRequest', SupportError);
export const WithdrawSupportPayload = requestPayload('withdrawSupport', WithdrawError);
