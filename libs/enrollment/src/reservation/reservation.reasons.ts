import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { DateTime, Reason, reasonsOf, UserError } from '#platform';
import { EnrollmentWindowClosed } from '../enrollment/enrollment.reasons.js';
import { OfferingNotFound, StatusDoesNotAllow } from '../offering/offering.reasons.js';

@ObjectType({ implements: () => UserError, description: 'There is no such reservation, or not for you to act on.' })
export class SeatReservationNotFound extends Reason {
  constructor(field: 'reservationId' | 'fromReservationId') {
    super('enrollment.seat-reservation-not-found', [field]);
  }
}

@ObjectType({ implements: () => UserError, description: 'Fewer seats are left than were asked for.' })
export class NotEnoughSeats extends Reason {
  @Field(() => Int, { description: 'Seats that are left to give.' })
  readonly left: number;

  constructor(left: number) {
    super('enrollment.not-enough-seats', ['seats']);
    this.left = left;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Seats are passed only to an organization below the one that has them.',
})
export class OrganizationNotBelow extends Reason {
  constructor() {
    super('enrollment.organization-not-below', ['organizationId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Unused seats must go back later than now, before enrollment ends, and not after those they come from.',
})
export class ReleaseDayInvalid extends Reason {
  @Field(() => DateTime, { description: 'Before when they must go back.' })
  readonly latestAt: Date;

  constructor(latestAt: Date) {
    super('enrollment.release-day-invalid', ['releaseOn']);
    this.latestAt = latestAt;
  }
}

export const ReserveSeatsError = reasonsOf('ReserveSeatsError', 'Why reserving seats was refused.', [
  OfferingNotFound,
  OrganizationNotFound,
  SeatReservationNotFound,
  StatusDoesNotAllow,
  EnrollmentWindowClosed,
  NotEnoughSeats,
  OrganizationNotBelow,
  ReleaseDayInvalid,
]);

export const ReleaseSeatsError = reasonsOf('ReleaseSeatsError', 'Why giving seats back was refused.', [
  SeatReservationNotFound,
  NotEnoughSeats,
]);
