import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LegalActEdition } from '../law/legal-act-edition.entity.js';

/** How far the job has come that marks what relied on earlier editions. */
@Entity()
@Check('legal_recheck_within_total', '"done" BETWEEN 0 AND "total"')
export class LegalRecheck {
  @PrimaryColumn('uuid') editionId!: string;
  @OneToOne(() => LegalActEdition, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'edition_id' })
  edition!: Relation<LegalActEdition>;

  /** Alignments that relied on earlier editions when the change was recorded. */
  @Column('int') total!: number;
  @Column({ type: 'int', default: 0 }) done!: number;

  /** Where a job that was killed goes on; null: at the beginning. */
  @Column({ type: 'uuid', nullable: true })
  lastAlignmentId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
