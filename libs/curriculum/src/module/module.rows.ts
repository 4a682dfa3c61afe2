/** Academic hours by kind. */
export interface Hours {
  lecture: number;
  practice: number;
  selfStudy: number;
  assessment: number;
}

export const HOUR_KINDS = ['lecture', 'practice', 'selfStudy', 'assessment'] as const;

export function totalOf(hours: Hours): number {
  return HOUR_KINDS.reduce((sum, kind) => sum + hours[kind], 0);
}

export interface TitleText {
  locale: string;
  title: string;
  summary: string | null;
}

/** Where hours come from. */
export enum HoursBasis {
  OWN_CHOICE = 'OWN_CHOICE',
  SOURCE = 'SOURCE',
}

export function basisOf({ hoursSource }: { hoursSource: string | null }): HoursBasis {
  return hoursSource === null ? HoursBasis.OWN_CHOICE : HoursBasis.SOURCE;
}

/** One thing a person can do after a module; the same over its versions. */
export interface Outcome {
  id: string;
  /** By language. */
  texts: Record<string, string>;
}

/** What a version of a module says, as it is given, read and compared. */
export interface ModuleContent {
  hours: Hours;
  /** What prescribes the hours; null: the owner’s own choice. */
  hoursSource: string | null;
  /** Never empty; the first is the module’s first language. */
  texts: TitleText[];
  /** In order. */
  outcomes: Outcome[];
  /** Courses that deliver it. */
  courseIds: string[];
}

export interface ModuleVersionRow extends ModuleContent {
  id: string;
  moduleId: string;
  number: number;
  createdAt: Date;
  ownerId: string;
  /** The language of the owner’s people. */
  ownerLocale: string;
}

/** Columns of `curriculum_module_version version`, `curriculum_module module` and `organization owner`. */
export const MODULE_VERSION = `
  version.id, version.module_id AS "moduleId", version.number, version.created_at AS "createdAt",
  module.owner_id AS "ownerId", owner.default_locale AS "ownerLocale", version.hours_source AS "hoursSource",
  jsonb_build_object('lecture', version.lecture_hours::float8, 'practice', version.practice_hours::float8,
    'selfStudy', version.self_study_hours::float8, 'assessment', version.assessment_hours::float8) AS hours,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'summary', summary) ORDER BY position), '[]')
   FROM curriculum_module_translation WHERE version_id = version.id) AS texts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'texts', texts) ORDER BY position), '[]') FROM (
     SELECT position, outcome_id AS id, jsonb_object_agg(locale, text) AS texts FROM curriculum_module_outcome
     WHERE version_id = version.id GROUP BY position, outcome_id) outcome) AS outcomes,
  ARRAY(SELECT course_id FROM curriculum_module_course WHERE version_id = version.id ORDER BY course_id) AS "courseIds"`;

export const MODULE_VERSION_TABLES = `curriculum_module_version version
  JOIN curriculum_module module ON module.id = version.module_id JOIN organization owner ON owner.id = module.owner_id`;
