import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from '../../account/account.entity.js';

/** A file somebody may send, once, by a ticket. It is kept in sealed pieces and goes when nobody needs it any more. */
@Entity()
@Index('uploaded_file_by_ticket', ['ticketHash'], { unique: true })
@Index('uploaded_file_in_order', ['createdAt'])
@Check('kept_files_are_counted', '("kept_at" IS NULL) = ("byte_count" IS NULL)')
export class UploadedFile {
  @PrimaryColumn('uuid') id!: string;

  /** Who may send it. */
  @Column('uuid') accountId!: string;
  @ManyToOne(() => Account, { nullable: false, onDelete: 'RESTRICT' })
  account!: Relation<Account>;

  @Column('bytea') ticketHash!: Buffer;

  @Column('timestamptz') expiresAt!: Date;

  /** The job that reads the file once it is whole. */
  @Column('text') reader!: string;

  /** When its sending began; null: it has not, or was broken off and may begin again. */
  @Column({ type: 'timestamptz', nullable: true })
  takenAt!: Date | null;

  /** When it was whole; null: it is not. */
  @Column({ type: 'timestamptz', nullable: true })
  keptAt!: Date | null;

  /** Null until it is whole. */
  @Column({ type: 'int', nullable: true })
  byteCount!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
