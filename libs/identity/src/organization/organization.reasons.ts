import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Locale, Reason, reasonsOf, UserError } from '#platform';
import { UnknownCode } from '#reference';
import { Line } from './line.js';
import { OrganizationKind } from './organization-kind.js';

@ObjectType({ implements: () => UserError, description: 'There is no such organization, or not for you to act in.' })
export class OrganizationNotFound extends Reason {
  constructor(path: string[] = ['organizationId']) {
    super('identity.organization-not-found', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'The organization is closed: nothing is done in it any more.' })
export class OrganizationClosed extends Reason {
  constructor(path: string[] = ['organizationId']) {
    super('identity.organization-closed', path);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'It would stand below nobody. Federations, which do, are entered from the console.',
})
export class ParentNeeded extends Reason {
  constructor(path: string[] = []) {
    super('identity.parent-needed', path);
  }
}

@ObjectType({ implements: () => UserError, description: 'On this line such a body does not stand below such a one.' })
export class CannotStandBelow extends Reason {
  @Field(() => Line, { description: 'The line.' })
  readonly line: Line;
  @Field(() => OrganizationKind, { description: 'The kind of the one below.' })
  readonly kind: OrganizationKind;
  @Field(() => OrganizationKind, { description: 'The kind of the one above.' })
  readonly parentKind: OrganizationKind;

  constructor(line: Line, kind: OrganizationKind, parentKind: OrganizationKind, path: string[]) {
    super('identity.cannot-stand-below', path);
    this.line = line;
    this.kind = kind;
    this.parentKind = parentKind;
  }
}

@ObjectType({ implements: () => UserError, description: 'It would stand above itself. See `circle`.' })
export class MoveMakesCircle extends Reason {
  readonly organizationIds: readonly string[];

  /** From the one that moves down to its new parent, which stands below it. */
  constructor(organizationIds: readonly string[], path: string[]) {
    super('identity.move-makes-circle', path);
    this.organizationIds = organizationIds;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Others answer to it still: name a successor for them, or move them first.',
})
export class SuccessorNeeded extends Reason {
  @Field(() => Int, { description: 'How many organizations stand directly below it.' })
  readonly children: number;

  constructor(children: number) {
    super('identity.successor-needed', ['successorId']);
    this.children = children;
  }
}

@ObjectType({ implements: () => UserError, description: 'Two names are in one language.' })
export class NameRepeated extends Reason {
  @Field(() => Locale, { description: 'The language.' })
  readonly locale: string;

  constructor(locale: string) {
    super('identity.name-repeated', ['names']);
    this.locale = locale;
  }
}

@ObjectType({ implements: () => UserError, description: 'The day has not come yet.' })
export class DayInFuture extends Reason {
  constructor(path: string[]) {
    super('identity.day-in-future', path);
  }
}

export const CreateOrganizationError = reasonsOf(
  'CreateOrganizationError',
  'Why entering an organization was refused.',
  [OrganizationNotFound, OrganizationClosed, ParentNeeded, CannotStandBelow, NameRepeated, UnknownCode],
);
export const RenameOrganizationError = reasonsOf('RenameOrganizationError', 'Why renaming was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  NameRepeated,
  UnknownCode,
]);
export const UpdateOrganizationError = reasonsOf('UpdateOrganizationError', 'Why a correction was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  UnknownCode,
]);
export const MoveOrganizationError = reasonsOf('MoveOrganizationError', 'Why moving was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  ParentNeeded,
  CannotStandBelow,
  MoveMakesCircle,
]);
export const CloseOrganizationError = reasonsOf('CloseOrganizationError', 'Why closing was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  SuccessorNeeded,
  CannotStandBelow,
  MoveMakesCircle,
]);
export const ReportMemberCountError = reasonsOf('ReportMemberCountError', 'Why a report was refused.', [
  OrganizationNotFound,
  OrganizationClosed,
  DayInFuture,
]);
