import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, Reason, reasonsOf, UserError } from '#platform';
import { OrganizationClosed, OrganizationNotFound } from '../organization/organization.reasons.js';
import { MemberImportStatus } from './member-import.enums.js';

@ObjectType({ implements: () => UserError, description: 'There is no such import, or not for you to see.' })
export class MemberImportNotFound extends Reason {
  constructor() {
    super('identity.member-import-not-found', ['importId']);
  }
}

@ObjectType({ implements: () => UserError, description: 'The import is at a stage at which this cannot be done.' })
export class MemberImportNotReady extends Reason {
  @Field(() => MemberImportStatus, { description: 'The stage.' })
  readonly status: MemberImportStatus;

  constructor(status: MemberImportStatus) {
    super('identity.member-import-not-ready', ['importId']);
    this.status = status;
  }
}

@ObjectType({ implements: () => UserError, description: 'More than a day has passed since it was applied.' })
export class MemberImportSettled extends Reason {
  @Field(() => DateTime, { description: 'Until when it could be undone.' })
  readonly undoableUntil: Date;

  constructor(undoableUntil: Date) {
    super('identity.member-import-settled', ['importId']);
    this.undoableUntil = undoableUntil;
  }
}

export const OpenMemberImportError = reasonsOf('OpenMemberImportError', 'Why an import was not opened.', [
  OrganizationNotFound,
  OrganizationClosed,
]);
export const ChooseImportColumnsError = reasonsOf('ChooseImportColumnsError', 'Why columns were not chosen.', [
  MemberImportNotFound,
  MemberImportNotReady,
]);
export const ImportMembersError = reasonsOf('ImportMembersError', 'Why applying was refused.', [
  MemberImportNotFound,
  MemberImportNotReady,
  OrganizationClosed,
]);
export const UndoMemberImportError = reasonsOf('UndoMemberImportError', 'Why undoing was refused.', [
  MemberImportNotFound,
  MemberImportNotReady,
  MemberImportSettled,
]);
export const ExportFailedRowsError = reasonsOf('ExportFailedRowsError', 'Why failed rows are not given out.', [
  MemberImportNotFound,
  MemberImportNotReady,
]);
