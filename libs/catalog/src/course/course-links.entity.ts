import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Country, Language, Sector, TrainingRole } from '#reference';
import { Course } from './course.entity.js';
import { CourseVersion } from './course-version.entity.js';

abstract class OfVersion {
  @PrimaryColumn('uuid') versionId!: string;
  @ManyToOne(() => CourseVersion, { nullable: false, onDelete: 'CASCADE' })
  version!: Relation<CourseVersion>;
}

/** A sector the course is made for. */
@Entity()
export class CourseSector extends OfVersion {
  @PrimaryColumn('text') sectorCode!: string;
  @ManyToOne(() => Sector, { nullable: false, onDelete: 'RESTRICT' })
  sector!: Relation<Sector>;
}

/** A role whose holders the course is made for. */
@Entity()
export class CourseRole extends OfVersion {
  @PrimaryColumn('text') roleCode!: string;
  @ManyToOne(() => TrainingRole, { nullable: false, onDelete: 'RESTRICT' })
  role!: Relation<TrainingRole>;
}

/** A country the course is made for. */
@Entity()
export class CourseCountry extends OfVersion {
  @PrimaryColumn('text') countryCode!: string;
  @ManyToOne(() => Country, { nullable: false, onDelete: 'RESTRICT' })
  country!: Relation<Country>;
}

/** A language the course can be taught in. */
@Entity()
export class CourseLanguage extends OfVersion {
  @PrimaryColumn('text') locale!: string;
  @ManyToOne(() => Language, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'locale' })
  language!: Relation<Language>;
}

/** A course to be taken before. Never the course itself, nor one that in the end asks for it. */
@Entity()
@Index('course_prerequisite_for', ['requiredCourseId'])
export class CoursePrerequisite extends OfVersion {
  @PrimaryColumn('uuid') requiredCourseId!: string;
  @ManyToOne(() => Course, { nullable: false, onDelete: 'RESTRICT' })
  requiredCourse!: Relation<Course>;
}
