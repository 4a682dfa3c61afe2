import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';
import { NumberDoubt } from '../national-number/number-doubt.js';
import { DayInFuture, OrganizationClosed, OrganizationNotFound } from '../organization/organization.reasons.js';
import type { FoundDuplicate } from './duplicates.js';

@ObjectType({ implements: () => UserError, description: 'There is no such person, or not for you to see.' })
export class PersonUnknown extends Reason {
  constructor() {
    super('identity.person-unknown', ['personId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'There is no such membership, or not for you to end.' })
export class MembershipNotFound extends Reason {
  constructor() {
    super('identity.membership-not-found', ['membershipId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The person is a member of this organization already.' })
export class AlreadyMember extends Reason {
  constructor() {
    super('identity.already-member', ['personId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'It would end before it began.' })
export class EndsBeforeStart extends Reason {
  constructor(path: string[] = ['endedOn']) {
    super('identity.ends-before-start', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'Both names are written in one script.' })
export class NamesInSameScript extends Reason {
  constructor() {
    super('identity.names-in-same-script', ['namesInOtherScript']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The number cannot be right: its check digit does not fit.' })
export class NationalNumberWrong extends Reason {
  constructor() {
    super('identity.national-number-wrong', ['nationalNumber', 'value']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The number is another person’s, who was said to be somebody else.',
})
export class NationalNumberTaken extends Reason {
  constructor() {
    super('identity.national-number-taken', ['nationalNumber']);
  }
}

@ObjectType({
  implements: () => UserError,
  description:
    'The person may be known already. Look at each; send those who are somebody else as `confirmDuplicates`, or make the one who is the same a member with `addMembership`.',
})
export class PossibleDuplicates extends Reason {
  @Field(() => Int, { description: 'How many there are.' })
  readonly count: number;

  /** Published with what the reader may see of each. */
  readonly found: readonly FoundDuplicate[];

  constructor(found: readonly FoundDuplicate[]) {
    super('identity.possible-duplicates');
    this.found = found;
    this.count = found.length;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'A warning: the number looks unusual. It was kept, for the rule is not confirmed.',
})
export class NationalNumberUnusual extends Reason {
  @Field(() => NumberDoubt, { description: 'What looks unusual.' })
  readonly doubt: NumberDoubt;

  constructor(doubt: NumberDoubt) {
    super('identity.national-number-unusual', ['nationalNumber', 'value']);
    this.doubt = doubt;
  }
}

export const AddMemberError = reasonsOf('AddMemberError', 'Why adding a member was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  NamesInSameScript,
  NationalNumberWrong,
  NationalNumberTaken,
  UnknownCode,
  DayInFuture,
  PossibleDuplicates,
]);
export const AddMemberWarning = reasonsOf('AddMemberWarning', 'What one should look at again, though it was done.', [
  NationalNumberUnusual,
]);
export const AddMembershipError = reasonsOf('AddMembershipError', 'Why a membership was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  PersonUnknown,
  AlreadyMember,
  DayInFuture,
]);
export const EndMembershipError = reasonsOf('EndMembershipError', 'Why ending a membership was refused.', [
  MembershipNotFound,
  DayInFuture,
  EndsBeforeStart,
]);
