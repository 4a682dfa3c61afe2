import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationNotFound } from '#identity';
import { Reason, reasonsOf, UserError } from '#platform';
import { OfferingNotFound } from '../../offering/offering.reasons.js';
import { NOMINATE_REASONS } from '../nomination.reasons.js';
import { NominationFileStatus } from './nomination-file.entity.js';

@ObjectType({ implements: () => UserError, description: 'There is no such file, or not for you to see.' })
export class NominationFileNotFound extends Reason {
  constructor() {
    super('enrollment.nomination-file-not-found', ['nominationFileId']);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'The file is not read yet, cannot be read, names nobody, or was used.',
})
export class NominationFileNotReady extends Reason {
  @Field(() => NominationFileStatus, { description: 'How far it is; `READY`: nobody in it was found.' })
  readonly status: NominationFileStatus;

  constructor(status: NominationFileStatus) {
    super('enrollment.nomination-file-not-ready', ['nominationFileId']);
    this.status = status;
  }
}

export const OpenNominationFileError = reasonsOf('OpenNominationFileError', 'Why a file was not opened.', [
  OfferingNotFound,
  OrganizationNotFound,
]);
export const NominateFromFileError = reasonsOf('NominateFromFileError', 'Why nominating from a file was refused.', [
  NominationFileNotFound,
  NominationFileNotReady,
  ...NOMINATE_REASONS,
]);
