import { CourseNotFound } from '#catalog';
import { reasonsOf } from '#platform';
import { UnknownCode } from '#reference';
import { AcademyNotFound, NeedPeriodEndsBeforeStart } from '../asking/asking.reasons.js';
import { requestPayload } from '../request/request.payload.js';
import { ProgramRequestNotFound, RequestStageDoesNotAllow } from '../request/request.reasons.js';
import { ProposalRevised, ProposedCourseUnclear } from './answering.reasons.js';

const TriageError = reasonsOf('TriageProgramRequestError', 'Why a request could not be decided on.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  AcademyNotFound,
]);

const ProposeError = reasonsOf('ProposeProgramError', 'Why a program could not be proposed.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  ProposedCourseUnclear,
  CourseNotFound,
  NeedPeriodEndsBeforeStart,
  UnknownCode,
]);

const AcceptError = reasonsOf('AcceptProposalError', 'Why a proposal could not be accepted.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  ProposalRevised,
  UnknownCode,
]);

const ReturnError = reasonsOf('ReturnProposalError', 'Why a proposal could not be given back.', [
  ProgramRequestNotFound,
  RequestStageDoesNotAllow,
  ProposalRevised,
]);

export const TriageProgramRequestPayload = requestPayload('triageProgramRequest', TriageError);
export const ProposeProgramPayload = requestPayload('proposeProgram', ProposeError);
export const AcceptProposalPayload = requestPayload('acceptProposal', AcceptError);
export const ReturnProposalPayload = requestPayload('returnProposal', ReturnError);
