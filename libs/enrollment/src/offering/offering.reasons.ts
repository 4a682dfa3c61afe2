import { Field, ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';
import { OfferingStatus } from './offering.enums.js';

@ObjectType({ implements: () => UserError, description: 'There is no such offering, or not for you to act on.' })
export class OfferingNotFound extends Reason {
  constructor() {
    super('enrollment.offering-not-found', ['offeringId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The offering’s present status does not let this happen.' })
export class StatusDoesNotAllow extends Reason {
  @Field(() => OfferingStatus, { description: 'Its status now.' })
  readonly status: OfferingStatus;

  constructor(status: OfferingStatus) {
    super('enrollment.status-does-not-allow', ['offeringId']);
    this.status = status;
  }
}

export const OpenOfferingError = reasonsOf('OpenOfferingError', 'Why opening was refused.', [
  OfferingNotFound,
  StatusDoesNotAllow,
]);

export const CloseOfferingError = reasonsOf('CloseOfferingError', 'Why closing was refused.', [
  OfferingNotFound,
  StatusDoesNotAllow,
]);
