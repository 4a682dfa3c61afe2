import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from '#identity';
import { CourseVersion } from './course-version.entity.js';

/** What can be taught, without date or place. What it says is in its versions; this row says which of them counts. */
@Entity()
@Index('one_course_per_slug', ['slug'], { unique: true })
@Index('course_provider', ['providerId'])
@Check('course_slug_is_plain', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 100`)
@Check('course_retirement_reason_needs_retirement', '"retired_at" IS NOT NULL OR "retired_reason" IS NULL')
export class Course {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') providerId!: string;
  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  provider!: Relation<Organization>;

  /** Its name in addresses; stays for good. */
  @Column('text') slug!: string;

  /** The version readers see; null: never published. The draft, if any, is the version that is not published. */
  @Column({ type: 'uuid', nullable: true })
  publishedVersionId!: string | null;
  @ManyToOne(() => CourseVersion, { nullable: true, onDelete: 'RESTRICT' })
  publishedVersion!: Relation<CourseVersion> | null;

  /** Null: still taught. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  /** Null: not retired, or no reason was given. */
  @Column({ type: 'text', nullable: true })
  retiredReason!: string | null;

  /** Grows with every change, so that two editors do not overwrite each other unawares. */
  @Column({ type: 'int', default: 1 })
  revision!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
