import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Reason, UserError } from '#platform';
import { OfferingStatus } from '../offering/offering.enums.js';
import { SeatState } from './enrollment.enums.js';

@ObjectType({
  implements: () => UserError,
  description: 'The offering does not let people enroll in its present status.',
})
export class OfferingClosed extends Reason {
  @Field(() => OfferingStatus, { description: 'Its status now.' })
  readonly status: OfferingStatus;

  constructor(status: OfferingStatus) {
    super('enrollment.offering-closed', ['offeringId']);
    this.status = status;
  }
}

@ObjectType({ implements: () => UserError, description: 'Enrollment has not begun yet, or is over.' })
export class EnrollmentWindowClosed extends Reason {
  @Field(() => DateTime, { description: 'When enrollment begins.' })
  readonly opensAt: Date;

  @Field(() => DateTime, { description: 'When enrollment ends.' })
  readonly closesAt: Date;

  constructor(opensAt: Date, closesAt: Date) {
    super('enrollment.window-closed', ['offeringId']);
    this.opensAt = opensAt;
    this.closesAt = closesAt;
  }
}

@ObjectType({ implements: () => UserError, description: 'No seat left and the caller did not want to wait.' })
export class OfferingFull extends Reason {
  @Field(() => Int, { description: 'People already waiting.' })
  readonly waiting: number;

  constructor(waiting: number) {
    super('enrollment.offering-full', ['offeringId']);
    this.waiting = waiting;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'No seat left, and the queue is as long as the offering allows.',
})
export class WaitlistFull extends Reason {
  @Field(() => Int, { description: 'How many may wait.' })
  readonly limit: number;

  constructor(limit: number) {
    super('enrollment.waitlist-full', ['offeringId']);
    this.limit = limit;
  }
}

@ObjectType({ implements: () => UserError, description: 'The person has a place, or waits for one, already.' })
export class AlreadyEnrolled extends Reason {
  constructor() {
    super('enrollment.already-enrolled', ['personId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The person has a confirmed seat elsewhere at the same time.' })
export class ClashesWithOwnSession extends Reason {
  @Field(() => ID, { description: 'The other offering.' })
  readonly offeringId: string;

  @Field(() => DateTime, { description: 'Start of the session there that clashes; the earliest when several do.' })
  readonly startsAt: Date;

  @Field(() => DateTime, { description: 'End of that session.' })
  readonly endsAt: Date;

  constructor({ offeringId, startsAt, endsAt }: { offeringId: string; startsAt: Date; endsAt: Date }) {
    super('enrollment.clashes-with-own-session', ['offeringId']);
    this.offeringId = offeringId;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such person.' })
export class PersonNotFound extends Reason {
  constructor() {
    super('enrollment.person-not-found', ['personId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'You may enroll yourself; others are enrolled by the provider.',
})
export class NotYourMember extends Reason {
  constructor() {
    super('enrollment.not-your-member', ['personId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such enrollment, or not for you to see.' })
export class EnrollmentNotFound extends Reason {
  constructor() {
    super('enrollment.enrollment-not-found', ['enrollmentId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The offering has begun; only its provider may still cancel a place.',
})
export class TooLateToCancel extends Reason {
  constructor() {
    super('enrollment.too-late-to-cancel', ['enrollmentId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'No seat is offered to this person now.' })
export class NoSeatOffered extends Reason {
  @Field(() => SeatState, { description: 'What the person has instead.' })
  readonly seat: SeatState;

  constructor(seat: SeatState) {
    super('enrollment.no-seat-offered', ['enrollmentId']);
    this.seat = seat;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The offered seat was not accepted in time and went to the next.',
})
export class SeatOfferExpired extends Reason {
  constructor() {
    super('enrollment.seat-offer-expired', ['enrollmentId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'Fewer seats than are taken.' })
export class CapacityBelowSeated extends Reason {
  @Field(() => Int, { description: 'Seats confirmed, offered, kept for somebody or reserved now.' })
  readonly seatsTaken: number;

  constructor(seatsTaken: number) {
    super('enrollment.capacity-below-seated', ['capacity']);
    this.seatsTaken = seatsTaken;
  }
}

@ObjectType({ implements: () => UserError, description: 'Only who waits can be moved in the queue.' })
export class NotWaiting extends Reason {
  constructor() {
    super('enrollment.not-waiting', ['enrollmentId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The reservation has no seat left to name anybody for.' })
export class ReservationUsedUp extends Reason {
  constructor() {
    super('enrollment.reservation-used-up', ['reservationId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The person was not asked whether they come, has answered already, or has no place any more.',
})
export class NoAnswerAsked extends Reason {
  constructor() {
    super('enrollment.no-answer-asked', ['enrollmentId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'It is recorded how the training ended; a seat that was used is not given up.',
})
export class CompletionRecorded extends Reason {
  constructor(path = 'enrollmentId') {
    super('enrollment.completion-recorded', [path]);
  }
}
