import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One thing somebody did. Append-only: the database refuses to change or delete a row. */
@Entity()
@Index('audit_entry_subject', ['subjectType', 'subjectId'])
@Index('audit_entry_account', ['accountId', 'id'])
export class AuditEntry {
  @PrimaryColumn('uuid') id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** Null: nobody was signed in (a sign-up), or the platform itself acted (an offer that ran out). */
  @Column({ type: 'uuid', nullable: true })
  accountId!: string | null;

  /** The person it was done for, when that is somebody else; null otherwise. */
  @Column({ type: 'uuid', nullable: true })
  onBehalfOfPersonId!: string | null;

  /** The mutation or job, for example `enroll`. */
  @Column('text') act!: string;

  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;

  /** What was asked for, without secrets and personal texts. */
  @Column('jsonb', { default: {} })
  details!: object;
}
