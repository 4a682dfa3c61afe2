import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CurriculumModule } from './curriculum-module.entity.js';

const hours = { type: 'numeric', precision: 6, scale: 2 } as const;

/** All that a module says at one time; immutable once written. Texts, outcomes and courses hang on it. */
@Entity()
@Index('curriculum_module_version_number', ['moduleId', 'number'], { unique: true })
@Index('curriculum_module_version_of', ['moduleId', 'id'], { unique: true })
@Check(
  'curriculum_module_hours_in_bounds',
  `"lecture_hours" >= 0 AND "practice_hours" >= 0 AND "self_study_hours" >= 0 AND "assessment_hours" >= 0
   AND "lecture_hours" + "practice_hours" + "self_study_hours" + "assessment_hours" BETWEEN 0.5 AND 2000`,
)
export class CurriculumModuleVersion {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') moduleId!: string;
  @ManyToOne(() => CurriculumModule, { nullable: false, onDelete: 'RESTRICT' })
  module!: Relation<CurriculumModule>;

  /** From 1. */
  @Column('int') number!: number;

  /** Academic hours by kind. */
  @Column(hours) lectureHours!: string;
  @Column(hours) practiceHours!: string;
  @Column(hours) selfStudyHours!: string;
  @Column(hours) assessmentHours!: string;

  /** What prescribes the hours; null: the owner’s own choice. */
  @Column({ type: 'text', nullable: true })
  hoursSource!: string | null;

  /** Null only inside the transaction that writes it. */
  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
