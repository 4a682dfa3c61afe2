import { Field, ObjectType } from '@nestjs/graphql';
import { type Reason, reasonsOf } from '#platform';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';
import { OfferingType } from '../offering/offering.type.js';
import {
  AlreadyEnrolled,
  CapacityBelowSeated,
  ClashesWithOwnSession,
  CompletionRecorded,
  EnrollmentNotFound,
  EnrollmentWindowClosed,
  NoSeatOffered,
  NotWaiting,
  NotYourMember,
  OfferingClosed,
  OfferingFull,
  PersonNotFound,
  SeatOfferExpired,
  TooLateToCancel,
  WaitlistFull,
} from './enrollment.reasons.js';
import { EnrollmentType } from './enrollment.type.js';

export const EnrollError = reasonsOf('EnrollError', 'Why a place was refused.', [
  OfferingNotFound,
  NotYourMember,
  PersonNotFound,
  OfferingClosed,
  EnrollmentWindowClosed,
  AlreadyEnrolled,
  ClashesWithOwnSession,
  OfferingFull,
  WaitlistFull,
]);

@ObjectType({ description: 'Answer to `enroll`.' })
export class EnrollPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The place, or wait, that was given. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [EnrollError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const CancelEnrollmentError = reasonsOf('CancelEnrollmentError', 'Why giving up a place was refused.', [
  EnrollmentNotFound,
  TooLateToCancel,
  CompletionRecorded,
]);

@ObjectType({ description: 'Answer to `cancelEnrollment`.' })
export class CancelEnrollmentPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The released enrollment. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [CancelEnrollmentError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const AcceptSeatOfferError = reasonsOf('AcceptSeatOfferError', 'Why taking an offered seat was refused.', [
  EnrollmentNotFound,
  NoSeatOffered,
  SeatOfferExpired,
  ClashesWithOwnSession,
]);

@ObjectType({ description: 'Answer to `acceptSeatOffer`.' })
export class AcceptSeatOfferPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The enrollment, now with a seat. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [AcceptSeatOfferError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const DeclineSeatOfferError = reasonsOf('DeclineSeatOfferError', 'Why declining an offered seat was refused.', [
  EnrollmentNotFound,
  NoSeatOffered,
  SeatOfferExpired,
]);

@ObjectType({ description: 'Answer to `declineSeatOffer`.' })
export class DeclineSeatOfferPayload {
  @Field(() => EnrollmentType, { nullable: true, description: 'The released enrollment. Null: refused.' })
  enrollment!: EnrollmentType | null;

  @Field(() => [DeclineSeatOfferError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const PrioritizeEnrollmentError = reasonsOf(
  'PrioritizeEnrollmentError',
  'Why moving somebody in the queue was refused.',
  [EnrollmentNotFound, NotWaiting],
);

@ObjectType({ description: 'Answer to `prioritizeEnrollment`.' })
export class PrioritizeEnrollmentPayload {
  @Field(() => EnrollmentType, {
    nullable: true,
    description: 'The enrollment at its new place in the queue. Null: refused.',
  })
  enrollment!: EnrollmentType | null;

  @Field(() => [PrioritizeEnrollmentError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const ChangeCapacityError = reasonsOf('ChangeCapacityError', 'Why a change of capacity was refused.', [
  OfferingNotFound,
  StatusDoesNotAllow,
  CapacityBelowSeated,
]);

@ObjectType({ description: 'Answer to `changeCapacity`.' })
export class ChangeCapacityPayload {
  @Field(() => OfferingType, { nullable: true, description: 'The offering with its new capacity. Null: refused.' })
  offering!: OfferingType | null;

  @Field(() => [ChangeCapacityError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

export const CancelOfferingError = reasonsOf('CancelOfferingError', 'Why cancelling an offering was refused.', [
  OfferingNotFound,
  StatusDoesNotAllow,
  CompletionRecorded,
]);

@ObjectType({ description: 'Answer to `cancelOffering`.' })
export class CancelOfferingPayload {
  @Field(() => OfferingType, { nullable: true, description: 'The cancelled offering. Null: refused.' })
  offering!: OfferingType | null;

  @Field(() => [CancelOfferingError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}
