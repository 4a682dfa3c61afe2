import { ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';
import { EndsBeforeStart, PersonUnknown } from '../membership/membership.reasons.js';
import { OrganizationClosed, OrganizationNotFound } from '../organization/organization.reasons.js';

@ObjectType({ implements: () => UserError, description: 'There is no such mandate, or not for you to end.' })
export class MandateNotFound extends Reason {
  constructor() {
    super('identity.mandate-not-found', ['mandateId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The person holds this office in this organization already, for a part of that time at least.',
})
export class MandateOverlaps extends Reason {
  constructor(path: string[] = ['startedOn']) {
    super('identity.mandate-overlaps', path);
  }
}

export const RecordMandateError = reasonsOf('RecordMandateError', 'Why recording an office was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  PersonUnknown,
  UnknownCode,
  EndsBeforeStart,
  MandateOverlaps,
]);
export const EndMandateError = reasonsOf('EndMandateError', 'Why ending an office was refused.', [
  MandateNotFound,
  EndsBeforeStart,
]);
