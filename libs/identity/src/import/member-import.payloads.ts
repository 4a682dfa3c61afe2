import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, type Reason } from '#platform';
import {
  ChooseImportColumnsError,
  ImportMembersError,
  OpenMemberImportError,
  UndoMemberImportError,
} from './member-import.reasons.js';
import { MemberImportType } from './member-import.type.js';

const WHY = 'Why it was refused; empty when it was done.';

@ObjectType('UploadTicket', { description: 'Allows one file to be sent, once, by whoever holds it.' })
export class UploadTicket {
  @Field(() => String, {
    description:
      'Path at this server to `PUT` the file to, as the whole body of the request; at most 50 MiB. It is shown once, so keep it secret until then.',
  })
  path!: string;

  @Field(() => DateTime, { description: 'Until when the file must be whole.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'Answer to `openMemberImport`.' })
export class OpenMemberImportPayload {
  @Field(() => MemberImportType, { nullable: true, description: 'The import, awaiting its file. Null: refused.' })
  memberImport!: MemberImportType | null;

  @Field(() => UploadTicket, { nullable: true, description: 'Where to send the file. Null: refused.' })
  upload!: UploadTicket | null;

  @Field(() => [OpenMemberImportError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `chooseImportColumns`.' })
export class ChooseImportColumnsPayload {
  @Field(() => MemberImportType, { nullable: true, description: 'The import, being read again. Null: refused.' })
  memberImport!: MemberImportType | null;

  @Field(() => [ChooseImportColumnsError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `importMembers`.' })
export class ImportMembersPayload {
  @Field(() => MemberImportType, { nullable: true, description: 'The import, being applied. Null: refused.' })
  memberImport!: MemberImportType | null;

  @Field(() => [ImportMembersError], { description: WHY })
  errors!: Reason[];
}

@ObjectType({ description: 'Answer to `undoMemberImport`.' })
export class UndoMemberImportPayload {
  @Field(() => MemberImportType, { nullable: true, description: 'The import, being undone. Null: refused.' })
  memberImport!: MemberImportType | null;

  @Field(() => [UndoMemberImportError], { description: WHY })
  errors!: Reason[];
}
