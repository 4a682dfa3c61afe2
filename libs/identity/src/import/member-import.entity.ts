import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '../account/account.entity.js';
import { Organization } from '../organization/organization.entity.js';
import type { Column as ListColumn } from './columns.rules.js';
import { UploadedFile } from './file/uploaded-file.entity.js';
import { MemberImportStatus } from './member-import.enums.js';
import { FileFault } from './sheet/sheet.js';

/** A list of members on its way in: sent, read, looked at, applied, and for a day undone. */
@Entity()
@Index('member_import_of_organization', ['organizationId', 'id'])
@Index('member_import_by_file', ['fileId'], { unique: true })
@Check('only_failed_imports_have_a_fault', `("status" = 'FAILED') = ("fault" IS NOT NULL)`)
export class MemberImport {
  @PrimaryColumn('uuid') id!: string;

  /** Where people are added, unless a row names an organization below it. */
  @Column('uuid') organizationId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  organization!: Relation<Organization>;

  /** Whose right to add members counts, also while jobs do it. */
  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column('uuid') fileId!: string;
  @ManyToOne(() => UploadedFile, { nullable: false, onDelete: 'RESTRICT' })
  file!: Relation<UploadedFile>;

  @Column({ type: 'enum', enum: MemberImportStatus, enumName: 'member_import_status' })
  status!: MemberImportStatus;

  /** Null: nothing is wrong with the file. */
  @Column({ type: 'enum', enum: FileFault, enumName: 'file_fault', nullable: true })
  fault!: FileFault | null;

  /** As told; 0: there is none; null: not told, so it is looked for. */
  @Column({ type: 'int', nullable: true })
  headerRow!: number | null;

  @Column({ type: 'jsonb', default: [] })
  chosenColumns!: Pick<ListColumn, 'number' | 'field'>[];

  /** As they are read. */
  @Column({ type: 'jsonb', default: [] })
  columns!: ListColumn[];

  /** Grows when columns are chosen anew: whoever still reads by the old ones stops. */
  @Column({ type: 'int', default: 1 })
  reading!: number;

  /** Null until all are read. */
  @Column({ type: 'int', nullable: true })
  rowsTotal!: number | null;

  /** Number of the last row that is done with, in what goes on now: reading, applying or undoing. */
  @Column({ type: 'int', default: 0 })
  lastRow!: number;

  /** How many are done with. */
  @Column({ type: 'int', default: 0 })
  rowsDone!: number;

  @Column({ type: 'int', default: 0 }) newCount!: number;
  @Column({ type: 'int', default: 0 }) matchCount!: number;
  @Column({ type: 'int', default: 0 }) duplicateCount!: number;
  @Column({ type: 'int', default: 0 }) errorCount!: number;

  @Column({ type: 'int', default: 0 }) peopleAdded!: number;
  @Column({ type: 'int', default: 0 }) membershipsAdded!: number;

  /** After undoing: those that stay because somebody uses them. */
  @Column({ type: 'int', default: 0 }) membershipsKept!: number;

  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
