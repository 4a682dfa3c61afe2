import { Column } from 'typeorm';

/** How far a record was checked against the source it names. */
export enum Verification {
  VERIFIED = 'VERIFIED',
  PARTLY = 'PARTLY',
  UNVERIFIED = 'UNVERIFIED',
}

/** Where one field, or several named together, come from. */
export interface FieldOrigin {
  field: string;
  source: string;
}

/** Columns of every record that says where it comes from, and stays when it leaves the lists. */
export abstract class SourcedColumns {
  @Column('text') source!: string;

  @Column({ type: 'enum', enum: Verification, enumName: 'verification' })
  verification!: Verification;

  @Column({ type: 'text', nullable: true })
  verificationNote!: string | null;

  @Column('jsonb', { default: [] })
  fieldSources!: FieldOrigin[];

  /** Null: in force. Others refer to the row, so one that left the lists is marked and kept. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}

/** Names by canonical language; English is always there, so a name is never blank. */
export type Names = Record<string, string>;
