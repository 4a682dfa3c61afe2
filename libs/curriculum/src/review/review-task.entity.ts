import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Curriculum } from '../curriculum/curriculum.entity.js';
import { LegalActEdition } from '../law/legal-act-edition.entity.js';

/** Asks the owner of a curriculum to judge again what relied on an act that changed. */
@Entity()
@Index('one_review_task_per_change', ['curriculumId', 'editionId'], { unique: true })
@Index('review_task_newest', ['createdAt', 'id'])
@Check('review_note_fits', 'char_length("note") BETWEEN 1 AND 1000')
export class ReviewTask {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') curriculumId!: string;
  @ManyToOne(() => Curriculum, { nullable: false, onDelete: 'RESTRICT' })
  curriculum!: Relation<Curriculum>;

  /** The new edition. */
  @Column('uuid') editionId!: string;
  @ManyToOne(() => LegalActEdition, { nullable: false, onDelete: 'RESTRICT' })
  edition!: Relation<LegalActEdition>;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Null: open. */
  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;

  /** What the reviewer said; null: nothing. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
