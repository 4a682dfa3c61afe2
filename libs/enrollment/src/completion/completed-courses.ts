import type { EntityManager } from 'typeorm';

/** A course that a person completed, in one of its versions. */
export interface CompletedCourse {
  personId: string;
  courseId: string;
  courseVersionId: string;
  enrollmentId: string;
  offeringId: string;
  /** ISO day where it was taught. */
  completedOn: string;
}

/** Who is asked about; `courseIds` narrows, null does not. */
export interface CompletedBy {
  personIds: readonly string[];
  courseIds?: readonly string[] | null;
}

/** All that these people completed, the latest first: one statement, however many they are. */
export function completedCourses(
  database: Pick<EntityManager, 'query'>,
  { personIds, courseIds = null }: CompletedBy,
): Promise<CompletedCourse[]> {
  return database.query(
    `SELECT enrollment.person_id AS "personId", offering.course_id AS "courseId",
       offering.course_version_id AS "courseVersionId", enrollment.id AS "enrollmentId",
       enrollment.offering_id AS "offeringId", enrollment.completed_on::text AS "completedOn"
     FROM enrollment JOIN offering ON offering.id = enrollment.offering_id
     WHERE enrollment.completion = 'COMPLETED' AND enrollment.person_id = ANY($1)
       AND ($2::uuid[] IS NULL OR offering.course_id = ANY($2))
     ORDER BY enrollment.completed_on DESC, enrollment.id DESC`,
    [personIds, courseIds],
  );
}
