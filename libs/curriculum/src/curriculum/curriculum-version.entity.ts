import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import { Curriculum } from './curriculum.entity.js';

/** All that a curriculum says at one time. Once published, the database refuses to change it or what hangs on it. */
@Entity()
@Index('curriculum_version_number', ['curriculumId', 'number'], { unique: true })
@Index('one_draft_per_curriculum', ['curriculumId'], { unique: true, where: '"published_at" IS NULL' })
@Check('curriculum_version_number_counts_from_one', '"number" >= 1')
@Check('curriculum_hours_source_fits', 'char_length("hours_source") BETWEEN 1 AND 500')
@Check('curriculum_repeats_within_bounds', '"repeat_months" BETWEEN 1 AND 240')
export class CurriculumVersion {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') curriculumId!: string;
  @ManyToOne(() => Curriculum, { nullable: false, onDelete: 'RESTRICT' })
  curriculum!: Relation<Curriculum>;

  /** From 1, in the order in which they were begun. */
  @Column('int') number!: number;

  /** The version of the base that a variant follows; null: of a base. */
  @Column({ type: 'uuid', nullable: true })
  baseVersionId!: string | null;
  @ManyToOne(() => CurriculumVersion, { nullable: true, onDelete: 'RESTRICT' })
  baseVersion!: Relation<CurriculumVersion> | null;

  /** How often a learner repeats it, in months; null: not said. */
  @Column({ type: 'int', nullable: true })
  repeatMonths!: number | null;

  /** Null: not said; in a variant, as the base says. So with the others. */
  @Column({ type: 'enum', enum: TrainingMode, enumName: 'training_mode', array: true, nullable: true })
  trainingModes!: TrainingMode[] | null;

  /** What a learner gets. */
  @Column({ type: 'enum', enum: TrainingDocument, enumName: 'training_document', array: true, nullable: true })
  documents!: TrainingDocument[] | null;

  /** Who teaches. */
  @Column({ type: 'enum', enum: TrainingProvider, enumName: 'training_provider', array: true, nullable: true })
  providers!: TrainingProvider[] | null;

  /** What gives the hours of the whole; null: nothing does, they are the sum of what the owner chose. */
  @Column({ type: 'text', nullable: true })
  hoursSource!: string | null;

  /** Null: a draft. */
  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
