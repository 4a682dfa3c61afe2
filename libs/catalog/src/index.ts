import { Course } from './course/course.entity.js';
import {
  CourseCountry,
  CourseLanguage,
  CoursePrerequisite,
  CourseRole,
  CourseSector,
} from './course/course-links.entity.js';
import { CourseOutcome, CourseOutcomeTranslation } from './course/course-outcome.entity.js';
import { CourseTranslation } from './course/course-translation.entity.js';
import { CourseVersion } from './course/course-version.entity.js';

export { reindexCatalog } from './catalog/reindex.js';
export { CatalogModule } from './catalog.module.js';
export { broughtCourse } from './course/course.ahead.js';
export { CourseLoaders } from './course/course.loaders.js';
export type { CourseRow, VersionRow } from './course/course.rows.js';
export { CourseType, CourseVersionType } from './course/course.type.js';
export { CourseKind } from './course/course-kind.js';
export { CourseStage } from './course/course-stage.js';
export { CreateCourseInput, PublishCourseInput, RetireCourseInput, UpdateCourseInput } from './editing/course.input.js';
export { type PublishedVersion, publishedVersionOf } from './editing/course.locks.js';
export { CourseNotFound, CourseNotPublished, CourseRetired } from './editing/course.reasons.js';
export { Courses } from './editing/courses.service.js';
export { HeldCatalog } from './held/held-catalog.service.js';
export { Course, CourseVersion };

/** Every table of this lib that has an entity; what the catalog shows and finds is plain SQL. */
export const catalogEntities = [
  Course,
  CourseVersion,
  CourseTranslation,
  CourseOutcome,
  CourseOutcomeTranslation,
  CourseSector,
  CourseRole,
  CourseCountry,
  CourseLanguage,
  CoursePrerequisite,
];
