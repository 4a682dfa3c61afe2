import { OrganizationNotFound } from '#identity';
import { reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { requestPayload } from '../request/request.payload.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from '../request/request.reasons.js';
import { AcademyNotFound, NeedIncomplete, NeedPeriodEndsBeforeStart, PlaceRepeated } from './asking.reasons.js';

const UNSOUND = [UnknownCode, PlaceRepeated, NeedPeriodEndsBeforeStart, AcademyNotFound] as const;

const DraftError = reasonsOf('DraftProgramRequestError', 'Why a request could not be begun.', [
  OrganizationNotFound,
  ...UNSOUND,
]);

const ReviseError = reasonsOf('ReviseProgramRequestError', 'Why a draft could not be changed.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  ...UNSOUND,
]);

const SubmitError = reasonsOf('SubmitProgramRequestError', 'Why a request could not be handed in.', [
  ProgramRequestNotFound,
  OrganizationNotFound,
  RequestStageDoesNotAllow,
  NeedIncomplete,
  ...UNSOUND,
]);

const WithdrawError = reasonsOf('WithdrawProgramRequestError', 'Why a request could not be withdrawn.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
]);

export const DraftProgramRequestPayload = requestPayload('draftProgramRequest', DraftError);
export const ReviseProgramRequestPayload = requestPayload('reviseProgramRequest', ReviseError);
export const SubmitProgramRequestPayload = requestPayload('submitProgramRequest', SubmitError);
export const WithdrawProgramRequestPayload = requestPayload('withdrawProgramRequest', WithdrawError);
