import type { EntityManager } from 'typeorm';
import { ofAnyLength } from '#platform';
import type { CourseContent } from './content.js';

/** Reads all that a version says, in one statement. Throws when there is no such version. */
export async function contentOf(tx: EntityManager, versionId: string): Promise<CourseContent> {
  const [content] = await contentsOf(tx, [versionId]);
  return content as CourseContent;
}

/** The same of several versions, in the order asked for. */
export async function contentsOf(tx: EntityManager, versionIds: readonly string[]): Promise<CourseContent[]> {
  const rows: { id: string; content: CourseContent }[] = await tx.query(CONTENT, [versionIds]);
  const contents = new Map(rows.map(({ id, content }) => [id, content]));
  return versionIds.map((id) => {
    const content = contents.get(id);
    if (!content) throw new Error(`course version ${id} is gone`);
    return content;
  });
}

const CODES = (table: string, column: string) =>
  `ARRAY(SELECT ${column} FROM ${table} WHERE version_id = version.id ORDER BY ${column})`;

const CONTENT = `
  SELECT version.id, json_build_object(
    'kind', version.kind,
    'workload', CASE WHEN version.academic_hours IS NULL THEN NULL ELSE json_build_object(
      'academicHours', version.academic_hours::float8,
      'minutesPerAcademicHour', version.minutes_per_academic_hour,
      'source', version.workload_source) END,
    'translations', (
      SELECT coalesce(json_agg(json_build_object(
        'locale', locale, 'title', title, 'summary', summary, 'description', description) ORDER BY position), '[]')
      FROM course_translation WHERE version_id = version.id),
    'outcomes', (
      SELECT coalesce(json_agg(json_build_object('translations', (
        SELECT coalesce(json_agg(json_build_object('locale', locale, 'text', text) ORDER BY locale), '[]')
        FROM course_outcome_translation WHERE outcome_id = outcome.id)) ORDER BY position), '[]')
      FROM course_outcome outcome WHERE version_id = version.id),
    'sectorCodes', ${CODES('course_sector', 'sector_code')},
    'roleCodes', ${CODES('course_role', 'role_code')},
    'countryCodes', ${CODES('course_country', 'country_code')},
    'languages', ${CODES('course_language', 'locale')},
    'prerequisiteIds', ${CODES('course_prerequisite', 'required_course_id')}
  ) AS content
  FROM course_version version WHERE version.id = ANY(${ofAnyLength('$1')})`;
