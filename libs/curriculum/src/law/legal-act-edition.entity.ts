import { Check, Column, Entity, Exclusion, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LegalColumns } from './legal.columns.js';
import { LegalAct } from './legal-act.entity.js';

/** An act as it stands from one day to another. On each day at most one edition of an act is in force. */
@Entity()
@Index('legal_act_edition_number', ['actId', 'number'], { unique: true })
@Check('legal_act_edition_number_counts_from_one', '"number" >= 1')
@Check('legal_act_edition_ends_after_start', '"in_force_until" > "in_force_from"')
@Exclusion(
  'one_edition_in_force',
  `USING gist ("act_id" WITH =, daterange("in_force_from", "in_force_until", '[)') WITH &&)`,
)
export class LegalActEdition extends LegalColumns {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') actId!: string;
  @ManyToOne(() => LegalAct, { nullable: false, onDelete: 'RESTRICT' })
  act!: Relation<LegalAct>;

  /** From 1, in the order in which they were recorded. */
  @Column('int') number!: number;

  /** Which text was seen; null: not said. */
  @Column({ type: 'text', nullable: true })
  seen!: string | null;

  /** First day; null: not known, since always. */
  @Column({ type: 'date', nullable: true })
  inForceFrom!: string | null;

  /** First day on which it no longer applies; null: no end is known. */
  @Column({ type: 'date', nullable: true })
  inForceUntil!: string | null;

  /** When people recorded it; null: it came with the data files. */
  @Column({ type: 'timestamptz', nullable: true })
  recordedAt!: Date | null;
}
