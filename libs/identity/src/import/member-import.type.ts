import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day, Node, Reason, UserError } from '#platform';
import { MemberField } from './member-field.js';
import { MemberImportStatus, RowOutcome } from './member-import.enums.js';
import { RowFault } from './row-problem.js';
import { FileFault } from './sheet/sheet.js';

@ObjectType('ImportColumn', { description: 'A column of a list, and what it was taken for.' })
export class ImportColumn {
  @Field(() => Int, { description: 'From 1 for A.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'What stands at its top; null: the list has no header.' })
  header!: string | null;

  @Field(() => MemberField, { nullable: true, description: 'What it holds; null: it is not read.' })
  field!: MemberField | null;
}

@ObjectType({ implements: () => UserError, description: 'The file cannot be read at all.' })
export class FileUnreadable extends Reason {
  @Field(() => FileFault, { description: 'Why.' })
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super('identity.file-unreadable');
    this.fault = fault;
  }
}

@ObjectType('ImportCounts', { description: 'How many rows become what.' })
export class ImportCounts {
  @Field(() => Int, { description: 'People who become known.' })
  new!: number;

  @Field(() => Int, { description: 'People known already, who become members unless they are.' })
  match!: number;

  @Field(() => Int, { description: 'Rows kept out because they repeat one, or may be somebody who is known.' })
  duplicate!: number;

  @Field(() => Int, { description: 'Rows kept out because something in them is wrong.' })
  error!: number;
}

@ObjectType('ImportRowProblem', { description: 'What is wrong in a row, and in which cell.' })
export class ImportRowProblem {
  @Field(() => RowFault, { description: 'What.' })
  fault!: RowFault;

  @Field(() => Int, { nullable: true, description: 'Column of the cell, from 1 for A; null: the row as a whole.' })
  column!: number | null;

  @Field(() => Int, { nullable: true, description: 'The earlier row that it repeats; null: none.' })
  repeatsRow!: number | null;

  @Field(() => String, { description: 'One sentence in the reader’s language (Accept-Language).' })
  message!: string;
}

@ObjectType('MemberImportRow', { description: 'A row of a list as it was understood.' })
export class MemberImportRowType {
  @Field(() => Int, { description: 'As spreadsheets number it, from 1.' })
  number!: number;

  @Field(() => RowOutcome, { description: 'What becomes of it.' })
  outcome!: RowOutcome;

  @Field(() => String, { description: 'Family name; empty: missing.' })
  familyName!: string;

  @Field(() => String, { description: 'Given name; empty: missing.' })
  givenName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic; null: has none.' })
  patronymic!: string | null;

  @Field(() => Day, { nullable: true, description: 'Day of birth; null: not given, or no day.' })
  bornOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Mailbox; null: not given, or none.' })
  email!: string | null;

  @Field(() => Day, { nullable: true, description: 'First day of the membership; null: the day of applying.' })
  startedOn!: string | null;

  organizationId!: string;
  knownPersonId!: string | null;
}

@ObjectType('MemberImport', {
  implements: () => Node,
  description: 'A list of members on its way in. Seen by those who keep the members of its organization.',
})
export class MemberImportType implements Node {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => MemberImportStatus, { description: 'How far it is.' })
  status!: MemberImportStatus;

  @Field(() => [ImportColumn], { description: 'The columns of the list; empty until its reading begins.' })
  columns!: ImportColumn[];

  @Field(() => Int, {
    description:
      'Rows that are done with in what goes on now, be it reading, applying or undoing; for showing progress.',
  })
  rowsDone!: number;

  @Field(() => Int, { nullable: true, description: 'Rows there are; null until all are read.' })
  rowsTotal!: number | null;

  @Field(() => Int, { description: 'People made known so far.' })
  peopleAdded!: number;

  @Field(() => Int, { description: 'Memberships begun so far.' })
  membershipsAdded!: number;

  @Field(() => Int, {
    description:
      'After undoing: memberships that stay, because somebody uses the person or ended the membership meanwhile.',
  })
  membershipsKept!: number;

  @Field(() => DateTime, { nullable: true, description: 'When all who could be added were; null: not yet.' })
  appliedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was undone; null: it was not.' })
  undoneAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: Date;
}
