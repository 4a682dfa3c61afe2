import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Language } from '#reference';
import { CourseVersion } from './course-version.entity.js';

/** One thing a person can do after the course. */
@Entity()
@Index('course_outcome_position', ['versionId', 'position'], { unique: true })
export class CourseOutcome {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') versionId!: string;
  @ManyToOne(() => CourseVersion, { nullable: false, onDelete: 'CASCADE' })
  version!: Relation<CourseVersion>;

  /** Place in the list from 1. */
  @Column('smallint') position!: number;
}

@Entity()
@Check('course_outcome_text_fits', 'char_length("text") BETWEEN 1 AND 500')
export class CourseOutcomeTranslation {
  @PrimaryColumn('uuid') outcomeId!: string;
  @ManyToOne(() => CourseOutcome, { nullable: false, onDelete: 'CASCADE' })
  outcome!: Relation<CourseOutcome>;

  @PrimaryColumn('text') locale!: string;
  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale' })
  language!: Relation<Language>;

  @Column('text') text!: string;
}
