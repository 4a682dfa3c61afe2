import type { EntityManager } from 'typeorm';

/** An edition that a course answers to, and the version of a curriculum through which it does. */
export interface LawTaught {
  editionId: string;
  curriculumVersionId: string;
}

/**
 * Editions in force on a day of the acts that the published curricula rely on whose modules course $1 delivers: a base
 * on those of all countries, a variant on those of its own.
 */
const LAW_TAUGHT = `
  WITH delivering AS (SELECT version_id AS id, module_id FROM curriculum_module_course
    JOIN curriculum_module_version version ON version.id = version_id WHERE course_id = $1),
  held AS (
    SELECT curriculum.id, curriculum.base_id, curriculum.country_code, version.id AS version_id, delivering.module_id
    FROM delivering JOIN curriculum_placement placed ON placed.module_version_id = delivering.id
    JOIN curriculum_version version ON coalesce(version.base_version_id, version.id) = placed.version_id
    JOIN curriculum ON curriculum.published_version_id = version.id
    WHERE NOT EXISTS (SELECT 1 FROM curriculum_override gone WHERE gone.version_id = version.id
      AND gone.module_id = placed.module_id AND gone.kind IN ('DROP', 'REPLACE'))
    UNION
    SELECT curriculum.id, curriculum.base_id, curriculum.country_code, override.version_id, delivering.module_id
    FROM delivering JOIN curriculum_override override ON override.module_version_id = delivering.id
    JOIN curriculum ON curriculum.published_version_id = override.version_id)
  SELECT DISTINCT edition.id AS "editionId", held.version_id AS "curriculumVersionId" FROM held
  JOIN alignment ON alignment.module_id = held.module_id AND alignment.curriculum_id IN (held.id, held.base_id)
    AND alignment.coverage <> 'NOT_APPLICABLE'
  JOIN legal_act act ON act.id = alignment.act_id AND act.country_code = coalesce(held.country_code, act.country_code)
  JOIN legal_act_edition edition ON edition.act_id = act.id
    AND $2::date <@ daterange(edition.in_force_from, edition.in_force_until, '[)')`;

export function lawTaughtBy(tx: EntityManager, courseId: string, on: string): Promise<LawTaught[]> {
  return tx.query(LAW_TAUGHT, [courseId, on]);
}
