import { connectionOf } from '#platform';
import {
  ProgramEvaluation,
  ProgramRequestEvent,
  ProgramRequestMessage,
  ProgramRequestSupport,
  ProgramRequestType,
} from './request.type.js';

export const ProgramRequestConnection = connectionOf('ProgramRequest', () => ProgramRequestType);
export const SupportConnection = connectionOf('ProgramRequestSupport', () => ProgramRequestSupport);
export const EventConnection = connectionOf('ProgramRequestEvent', () => ProgramRequestEvent);
export const MessageConnection = connectionOf('ProgramRequestMessage', () => ProgramRequestMessage);
export const EvaluationConnection = connectionOf('ProgramEvaluation', () => ProgramEvaluation);
