import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Language } from '#reference';
import { CourseVersion } from './course-version.entity.js';

/** What a version says in one language. */
@Entity()
@Index('course_translation_position', ['versionId', 'position'], { unique: true })
@Check('course_title_fits', 'char_length("title") BETWEEN 1 AND 200')
@Check('course_summary_fits', 'char_length("summary") BETWEEN 1 AND 2000')
@Check('course_description_fits', 'char_length("description") BETWEEN 1 AND 20000')
export class CourseTranslation {
  @PrimaryColumn('uuid') versionId!: string;
  @ManyToOne(() => CourseVersion, { nullable: false, onDelete: 'CASCADE' })
  version!: Relation<CourseVersion>;

  @PrimaryColumn('text') locale!: string;
  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale' })
  language!: Relation<Language>;

  /** Place in the list from 1; the first is the course’s first language, the last resort for readers. */
  @Column('smallint') position!: number;

  @Column('text') title!: string;

  /** Null: not written. */
  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  /** Null: not written. */
  @Column({ type: 'text', nullable: true })
  description!: string | null;
}
