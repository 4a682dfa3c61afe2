import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '../../account/account.entity.js';
import { MemberImport } from '../member-import.entity.js';
import { FileFormat } from './file-format.js';

/** Somebody’s right to fetch the failed rows of an import, once. */
@Entity()
@Index('failed_rows_download_by_ticket', ['ticketHash'], { unique: true })
@Index('failed_rows_download_of_import', ['importId'])
export class FailedRowsDownload {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') importId!: string;
  @ManyToOne(() => MemberImport, { nullable: false, onDelete: 'CASCADE' })
  import!: Relation<MemberImport>;

  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column({ type: 'enum', enum: FileFormat, enumName: 'file_format' })
  format!: FileFormat;

  /** In which the reasons are told. */
  @Column({ type: 'text', array: true })
  locales!: string[];

  @Column('bytea') ticketHash!: Buffer;
  @Column('timestamptz') expiresAt!: Date;

  /** Null: not fetched yet. */
  @Column({ type: 'timestamptz', nullable: true })
  takenAt!: Date | null;
}
