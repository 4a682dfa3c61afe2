/** Whether the curriculum `holder` teaches module `alignment.module_id`, in its published version or in its draft. */
const TAUGHT = `EXISTS (
  SELECT 1 FROM curriculum_version version
  WHERE version.curriculum_id = holder.id AND (version.id = holder.published_version_id OR version.published_at IS NULL)
    AND (EXISTS (
      SELECT 1 FROM curriculum_placement placed
      WHERE placed.version_id = coalesce(version.base_version_id, version.id) AND placed.module_id = alignment.module_id
        AND NOT EXISTS (SELECT 1 FROM curriculum_override gone WHERE gone.version_id = version.id
          AND gone.module_id = placed.module_id AND gone.kind IN ('DROP', 'REPLACE')))
    OR EXISTS (
      SELECT 1 FROM curriculum_override brought JOIN curriculum_module_version taught ON taught.id = brought.module_version_id
      WHERE brought.version_id = version.id AND taught.module_id = alignment.module_id)))`;

/**
 * Joins judgments (`alignment`) with each curriculum that relies on them (`holder`): the one they were made for; and,
 * where the act is of its country, a variant that inherits them from its base and says nothing else of the same.
 * A judgment of a module that is taught no longer is nobody's.
 */
export const HELD_JUDGMENTS = `alignment
  JOIN legal_act act ON act.id = alignment.act_id
  JOIN curriculum holder ON (holder.id = alignment.curriculum_id
    OR (holder.base_id = alignment.curriculum_id AND holder.country_code = act.country_code AND NOT EXISTS (
      SELECT 1 FROM alignment own WHERE own.curriculum_id = holder.id AND own.module_id = alignment.module_id
        AND own.act_id = alignment.act_id AND own.requirement_code = alignment.requirement_code
        AND own.outcome_id IS NOT DISTINCT FROM alignment.outcome_id)))
    AND ${TAUGHT}`;
