import { type Ahead, type ReadFor, type Selection } from '#platform';
import { courseOf, planCourses } from './course.plan.js';
import type { CourseRow } from './course.rows.js';

/** A course in a statement that reads something of its own and has the course’s id in this column. Null: not selected. */
export function broughtCourse(selection: Selection, idColumn: string, { asked, binds }: ReadFor): Ahead | null {
  if (selection.names.length === 0) return null;
  const plan = planCourses({ selection, foreseen: [] }, asked, binds);
  return {
    sql: `(SELECT row_to_json(course) FROM (
      SELECT ${plan.columns} FROM catalog_entry entry
      JOIN organization provider ON provider.id = entry.provider_id ${plan.joins}
      WHERE entry.course_id = ${idColumn} AND entry.published_at IS NOT NULL) course)`,
    // Of what is not published the resolver answers, which knows who may see it.
    read: (row) => (row ? courseOf(momentsRead(row as CourseRow), plan) : undefined),
  };
}

/** JSON holds moments as text. */
function momentsRead(row: CourseRow): CourseRow {
  if (row.publishedAt) row.publishedAt = new Date(row.publishedAt);
  return row;
}
