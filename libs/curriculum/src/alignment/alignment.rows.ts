import type { AlignmentFacts, RequirementFacts } from './engine.types.js';

export type AlignmentRow = AlignmentFacts & { curriculumId: string };

/** Alignments of curricula $1. */
export const ALIGNMENTS = `
  SELECT curriculum_id AS "curriculumId", module_id AS "moduleId", outcome_id AS "outcomeId", act_id || ' ' || requirement_code AS "requirementKey",
    coverage, hours::float8 AS hours, reason, state = 'TO_BE_RECHECKED' AS "isToBeRechecked"
  FROM alignment WHERE curriculum_id = ANY($1::uuid[])`;

export type RequirementRow = RequirementFacts & { countryCode: string };

/** What the law of countries $1 asks on the days $2, pair by pair, act by act. */
export const REQUIREMENTS = `
  SELECT act.country_code AS "countryCode", wanted.day::text AS day, requirement.id,
    act.id || ' ' || requirement.code AS key, requirement.kind, requirement.role_codes AS "roleCodes",
    requirement.other_audience AS "otherAudience", requirement.value, requirement.unit, to_json(requirement.training_modes) AS "trainingModes",
    to_json(requirement.documents) AS documents, to_json(requirement.providers) AS providers, requirement.verification,
    act.status = 'IN_FORCE' AS "isActInForce",
    greatest(requirement.in_force_from, edition.in_force_from)::text AS "from", edition.in_force_until::text AS until
  FROM unnest($1::text[], $2::date[]) AS wanted (country_code, day)
  JOIN legal_act act ON act.country_code = wanted.country_code AND act.retired_at IS NULL
  JOIN legal_act_edition edition ON edition.act_id = act.id
    AND wanted.day <@ daterange(edition.in_force_from, edition.in_force_until, '[)')
  JOIN legal_requirement requirement ON requirement.edition_id = edition.id
  ORDER BY act.country_code, act.code, requirement.position`;
