import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from './course.entity.js';
import { CourseKind } from './course-kind.js';

const asNumber = {
  from: (value: string | null) => (value === null ? null : Number(value)),
  to: (value: unknown) => value,
};

/** All that a course says at one time. Once published, the database refuses to change it or anything that hangs on it. */
@Entity()
@Index('course_version_number', ['courseId', 'number'], { unique: true })
@Index('one_draft_per_course', ['courseId'], { unique: true, where: '"published_at" IS NULL' })
@Check('course_version_number_counts_from_one', '"number" >= 1')
@Check('academic_hours_in_bounds', '"academic_hours" BETWEEN 0.5 AND 10000')
@Check('academic_hour_in_minutes', '"minutes_per_academic_hour" BETWEEN 30 AND 90')
@Check('workload_is_whole', '("academic_hours" IS NULL) = ("minutes_per_academic_hour" IS NULL)')
@Check('workload_source_needs_workload', '"academic_hours" IS NOT NULL OR "workload_source" IS NULL')
@Check('published_version_has_workload', '"published_at" IS NULL OR "academic_hours" IS NOT NULL')
export class CourseVersion {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') courseId!: string;
  @ManyToOne(() => Course, { nullable: false, onDelete: 'RESTRICT' })
  course!: Relation<Course>;

  /** From 1, in the order in which they were begun. */
  @Column('int') number!: number;

  @Column({ type: 'enum', enum: CourseKind, enumName: 'course_kind' })
  kind!: CourseKind;

  /** Null: not yet said. */
  @Column({ type: 'numeric', precision: 7, scale: 2, nullable: true, transformer: asNumber })
  academicHours!: number | null;

  /** Null together with the hours. */
  @Column({ type: 'smallint', nullable: true })
  minutesPerAcademicHour!: number | null;

  /** What prescribes the hours, such as a legal act; null: the provider’s own choice. */
  @Column({ type: 'text', nullable: true })
  workloadSource!: string | null;

  /** Null: a draft. */
  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
