import type { EntityManager } from 'typeorm';
import { refuse } from '#platform';
import { Course } from '../course/course.entity.js';
import { CourseVersion } from '../course/course-version.entity.js';
import { CourseChangedMeanwhile, CourseNotFound, CourseNotPublished, CourseRetired } from './course.reasons.js';

/** First lock of every change to a course. Refuses when it is not there, retired, or changed since it was read. */
export async function lockCourse(
  tx: EntityManager,
  courseId: string,
  expectedRevision?: number | null,
): Promise<Course> {
  const course = await tx.findOne(Course, { where: { id: courseId }, lock: { mode: 'for_no_key_update' } });
  if (!course) refuse(new CourseNotFound());
  if (course.retiredAt) refuse(new CourseRetired(course.retiredAt));
  if (expectedRevision && expectedRevision !== course.revision) refuse(new CourseChangedMeanwhile(course.revision));
  return course;
}

/** What a new offering needs of its course, and keeps. */
export interface PublishedVersion {
  courseId: string;
  versionId: string;
  providerId: string;
  /** Languages it can be taught in. */
  languages: string[];
}

/**
 * Reads the published version and holds the course still until the transaction ends: it is neither republished nor
 * retired meanwhile. Refuses with CourseNotFound, CourseNotPublished, CourseRetired.
 */
export async function publishedVersionOf(tx: EntityManager, courseId: string): Promise<PublishedVersion> {
  const course = await tx.findOne(Course, { where: { id: courseId }, lock: { mode: 'pessimistic_read' } });
  if (!course) refuse(new CourseNotFound());
  if (course.retiredAt) refuse(new CourseRetired(course.retiredAt));
  if (!course.publishedVersionId) refuse(new CourseNotPublished());
  const rows: { locale: string }[] = await tx.query(
    'SELECT locale FROM course_language WHERE version_id = $1 ORDER BY locale',
    [course.publishedVersionId],
  );
  return {
    courseId,
    versionId: course.publishedVersionId,
    providerId: course.providerId,
    languages: rows.map(({ locale }) => locale),
  };
}

/** The version that is not published; null: nothing waits to be published. */
export function draftOf(tx: EntityManager, courseId: string): Promise<CourseVersion | null> {
  return tx
    .createQueryBuilder(CourseVersion, 'version')
    .where('version.courseId = :courseId AND version.publishedAt IS NULL', { courseId })
    .getOne();
}
