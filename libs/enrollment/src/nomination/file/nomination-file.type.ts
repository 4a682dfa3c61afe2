import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsUUID } from 'class-validator';
import { ImportColumn, ReadingInput, UploadTicket } from '#identity';
import { DateTime, Node, PageArgs, type Reason } from '#platform';
import { WhenFull } from '../../enrollment/enrollment.enums.js';
import { NominationFileStatus } from './nomination-file.entity.js';
import { NominateFromFileError, OpenNominationFileError } from './nomination-file.reasons.js';

@ObjectType('NominationFile', {
  implements: () => Node,
  description: 'A file by which an organization names people for an offering. Seen by those who nominate for it.',
})
export class NominationFileType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => NominationFileStatus, { description: 'How far it is.' })
  status!: NominationFileStatus;

  @Field(() => [ImportColumn], { description: 'Its columns; empty until it is read.' })
  columns!: ImportColumn[];

  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: Date;
}

@ObjectType('NominationFileRow', { description: 'A row that names somebody, and the answer to it.' })
export class NominationFileRowType {
  @Field(() => Int, { description: 'As spreadsheets number it, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Family name; empty: missing.' })
  familyName!: string;

  @Field(() => String, { description: 'Given name; empty: missing.' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic; null: has none.' })
  patronymic!: string | null;
}

@InputType({ description: 'Allows a file that names people to be sent.' })
export class OpenNominationFileInput extends ReadingInput {
  @Field(() => ID, { description: 'Offering they are to attend.' })
  @IsUUID()
  offeringId!: string;

  @Field(() => ID, { description: 'Organization that names them; they belong to it, or to one below it.' })
  @IsUUID()
  organizationId!: string;
}

@InputType({ description: 'Nominates the people whom a file names.' })
export class NominateFromFileInput {
  @Field(() => ID, { description: 'The file, read.' })
  @IsUUID()
  nominationFileId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether nobody is placed when one of those found is refused. Rows that name nobody are in no one’s way.',
  })
  @IsBoolean()
  allOrNothing!: boolean;

  @Field(() => WhenFull, { defaultValue: WhenFull.WAIT, description: 'What to do for those for whom no seat is left.' })
  @IsEnum(WhenFull)
  whenFull!: WhenFull;
}

@ArgsType()
export class NominationFileRowsArgs extends PageArgs {}

@ObjectType({ description: 'Answer to `openNominationFile`.' })
export class OpenNominationFilePayload {
  @Field(() => NominationFileType, { nullable: true, description: 'The file, yet to be sent. Null: refused.' })
  nominationFile!: NominationFileType | null;

  @Field(() => UploadTicket, { nullable: true, description: 'Where to send it. Null: refused.' })
  upload!: UploadTicket | null;

  @Field(() => [OpenNominationFileError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `nominateFromFile`.' })
export class NominateFromFilePayload {
  @Field(() => NominationFileType, { nullable: true, description: 'The file, each row answered. Null: refused.' })
  nominationFile!: NominationFileType | null;

  @Field(() => [NominateFromFileError], { description: 'Why it was refused as a whole; empty when it was done.' })
  errors!: Reason[];
}
