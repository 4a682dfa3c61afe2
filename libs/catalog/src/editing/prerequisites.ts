import type { EntityManager } from 'typeorm';
import type { Reason } from '#platform';
import { PrerequisiteLoop, PrerequisiteNotFound } from './course.reasons.js';

/**
 * Why these courses cannot be taken before this one: not there, a draft of somebody else, or in the end asking for it.
 * Changes of prerequisites go one after the other, or two of them could close a loop together.
 */
export async function prerequisiteFaults(
  tx: EntityManager,
  course: { id: string; providerId: string },
  prerequisiteIds: readonly string[],
): Promise<Reason[]> {
  if (prerequisiteIds.length === 0) return [];
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('course_prerequisite'))`);
  const known: { id: string }[] = await tx.query(
    `SELECT id FROM course WHERE id = ANY($1::uuid[]) AND retired_at IS NULL
       AND (published_version_id IS NOT NULL OR provider_id = $2)`,
    [prerequisiteIds, course.providerId],
  );
  const loops: { id: string }[] = await tx.query(LEADING_BACK, [prerequisiteIds, course.id]);
  const isKnown = new Set(known.map(({ id }) => id));
  const isLoop = new Set(loops.map(({ id }) => id));
  return prerequisiteIds.flatMap((id) => {
    if (isLoop.has(id)) return [new PrerequisiteLoop(id)];
    return isKnown.has(id) ? [] : [new PrerequisiteNotFound(id)];
  });
}

/** Those of its prerequisites that are in the catalog. */
export async function taughtAmong(tx: EntityManager, courseIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM course WHERE id = ANY($1::uuid[]) AND retired_at IS NULL AND published_version_id IS NOT NULL`,
    [courseIds],
  );
  return rows.map(({ id }) => id);
}

/** Goes from each course to what it asks for, as published or as drafted; past versions bind nobody. */
const LEADING_BACK = `
  WITH RECURSIVE path (id, reached) AS (
    SELECT id, id FROM unnest($1::uuid[]) AS id
    UNION
    SELECT path.id, link.required_course_id FROM path
    JOIN course ON course.id = path.reached
    JOIN course_version version ON version.course_id = course.id
      AND (version.published_at IS NULL OR version.id = course.published_version_id)
    JOIN course_prerequisite link ON link.version_id = version.id)
  SELECT DISTINCT id FROM path WHERE reached = $2::uuid`;
