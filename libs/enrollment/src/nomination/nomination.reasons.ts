import { ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import {
  AlreadyEnrolled,
  ClashesWithOwnSession,
  CompletionRecorded,
  EnrollmentNotFound,
  EnrollmentWindowClosed,
  NoAnswerAsked,
  OfferingClosed,
  OfferingFull,
  PersonNotFound,
  ReservationUsedUp,
  SeatOfferExpired,
  TooLateToCancel,
  WaitlistFull,
} from '../enrollment/enrollment.reasons.js';
import { OfferingNotFound } from '../offering/offering.reasons.js';
import { SeatReservationNotFound } from '../reservation/reservation.reasons.js';

@ObjectType({
  implements: () => UserError,
  description: 'The person came by themselves, or has no place any more: there is nothing to hand on.',
})
export class NotSubstitutable extends Reason {
  constructor() {
    super('enrollment.not-substitutable', ['enrollmentId']);
  }
}

export const NominationLineError = reasonsOf('NominationLineError', 'Why one person named was refused.', [
  PersonNotFound,
  AlreadyEnrolled,
  ClashesWithOwnSession,
  OfferingClosed,
  EnrollmentWindowClosed,
  OfferingFull,
  WaitlistFull,
  ReservationUsedUp,
  SeatReservationNotFound,
]);

export const NOMINATE_REASONS = [
  OfferingNotFound,
  OrganizationNotFound,
  PersonNotFound,
  AlreadyEnrolled,
  ClashesWithOwnSession,
  OfferingClosed,
  EnrollmentWindowClosed,
  OfferingFull,
  WaitlistFull,
  ReservationUsedUp,
  SeatReservationNotFound,
] as const;

export const NominateError = reasonsOf('NominateError', 'Why a nomination was refused as a whole.', NOMINATE_REASONS);

export const AnswerNominationError = reasonsOf('AnswerNominationError', 'Why an answer was refused.', [
  EnrollmentNotFound,
  NoAnswerAsked,
  SeatOfferExpired,
  ClashesWithOwnSession,
]);

export const SubstituteEnrolleeError = reasonsOf('SubstituteEnrolleeError', 'Why a substitution was refused.', [
  EnrollmentNotFound,
  NotSubstitutable,
  CompletionRecorded,
  PersonNotFound,
  AlreadyEnrolled,
  ClashesWithOwnSession,
  OfferingClosed,
  EnrollmentWindowClosed,
]);

export const WithdrawNominationError = reasonsOf('WithdrawNominationError', 'Why a withdrawal was refused.', [
  EnrollmentNotFound,
  TooLateToCancel,
  CompletionRecorded,
]);
