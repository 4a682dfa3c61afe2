import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Reason, reasonsOf, UserError } from '#platform';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { EnrollmentNotFound } from '../enrollment/enrollment.reasons.js';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';

@ObjectType({ implements: () => UserError, description: 'Nobody has completed what still goes on.' })
export class LastSessionNotBegun extends Reason {
  @Field(() => DateTime, { description: 'When the last session begins.' })
  readonly beginsAt: Date;

  constructor(beginsAt: Date) {
    super('enrollment.last-session-not-begun', ['offeringId']);
    this.beginsAt = beginsAt;
  }
}

@ObjectType({ implements: () => UserError, description: 'Only who has a confirmed seat can have completed anything.' })
export class NoConfirmedSeat extends Reason {
  @Field(() => SeatState, { description: 'What the person has.' })
  readonly seat: SeatState;

  constructor(seat: SeatState) {
    super('enrollment.no-confirmed-seat', ['enrollmentId']);
    this.seat = seat;
  }
}

@ObjectType({ implements: () => UserError, description: 'The day is before the offering began, or is to come.' })
export class CompletedOnOutside extends Reason {
  @Field(() => Day, { description: 'First day of the offering.' })
  readonly from: string;

  @Field(() => Day, { description: 'Today, where it is taught.' })
  readonly to: string;

  constructor(from: string, to: string) {
    super('enrollment.completed-on-outside', ['completedOn']);
    this.from = from;
    this.to = to;
  }
}

@ObjectType({ implements: () => UserError, description: 'What was recorded before is changed for a reason only.' })
export class CorrectionNeedsReason extends Reason {
  constructor() {
    super('enrollment.correction-needs-reason', ['reason']);
  }
}

export const CompletionLineError = reasonsOf('CompletionLineError', 'Why recording one person was refused.', [
  EnrollmentNotFound,
  NoConfirmedSeat,
  CompletedOnOutside,
  CorrectionNeedsReason,
]);

export const RecordCompletionsError = reasonsOf('RecordCompletionsError', 'Why recording was refused as a whole.', [
  OfferingNotFound,
  StatusDoesNotAllow,
  LastSessionNotBegun,
]);
