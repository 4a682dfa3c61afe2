import type { Override } from './program.js';

export type OverrideRow = Override & { versionId: string };

/** Everything that versions $1 of variants say otherwise, in the order in which it was said. */
export const OVERRIDES = `
  SELECT override.version_id AS "versionId", override.module_id AS "moduleId", override.kind,
    taught.module_id AS "taughtModuleId", override.module_version_id AS "moduleVersionId", override.hours,
    override.is_elective AS "isElective", override.requirement_id AS "requirementId", override.reason,
    CASE WHEN override.kind <> 'OTHER_TEXTS' THEN '[]' ELSE (
      SELECT jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'summary', summary) ORDER BY position)
      FROM curriculum_override_translation text
      WHERE text.version_id = override.version_id AND text.module_id = override.module_id) END AS texts
  FROM curriculum_override override
  LEFT JOIN curriculum_module_version taught ON taught.id = override.module_version_id
  WHERE override.version_id = ANY($1::uuid[]) ORDER BY override.version_id, override.added_at, override.module_id`;
