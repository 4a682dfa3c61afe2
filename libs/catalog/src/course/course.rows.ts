import type { CourseKind } from './course-kind.js';
import type { CourseStage } from './course-stage.js';

/** What lists show of a translation. */
export interface TextRow {
  locale: string;
  title: string;
  summary: string | null;
  /** Whether a description was written in this language. */
  isDescribed: boolean;
}

/** What a course and a version of it have in common, as it is read. */
export interface ContentRow {
  versionId: string;
  kind: CourseKind;
  /** Null: not yet said; then the minutes are null too. */
  academicHours: number | null;
  minutesPerAcademicHour: number | null;
  workloadSource: string | null;
  sectorCodes: string[];
  roleCodes: string[];
  countryCodes: string[];
  languages: string[];
  /** The language of the provider’s people. */
  providerLocale: string;
  /** In the editors’ order. Absent: not read along, because nobody asked for texts. */
  texts?: TextRow[];
}

/** A course as readers see it: by its published version, or by its draft while there is no other. */
export interface CourseRow extends ContentRow {
  id: string;
  slug: string;
  providerId: string;
  stage: CourseStage;
  versionNumber: number;
  /** When the shown version was published; null: a draft. */
  publishedAt: Date | null;
}

export interface VersionRow extends ContentRow {
  id: string;
  courseId: string;
  number: number;
  /** Null: the draft. */
  publishedAt: Date | null;
  createdAt: Date;
}

/** What changes of a course without a new version. */
export interface CourseState {
  id: string;
  providerId: string;
  revision: number;
  retiredAt: Date | null;
  retiredReason: string | null;
  /** Null: nothing waits to be published. */
  draftVersionId: string | null;
}

/** A learning outcome as it is read. */
export interface OutcomeRow {
  id: string;
  versionId: string;
  translations: { locale: string; text: string }[];
}

const codes = (table: string, column: string) =>
  `ARRAY(SELECT ${column} FROM ${table} WHERE version_id = version.id ORDER BY ${column})`;

/** Columns of `course_version version` and `organization provider` that make a VersionRow. */
export const VERSION_COLUMNS = `
  version.id, version.id AS "versionId", version.course_id AS "courseId", version.number, version.kind,
  version.academic_hours::float8 AS "academicHours", version.minutes_per_academic_hour AS "minutesPerAcademicHour",
  version.workload_source AS "workloadSource", version.published_at AS "publishedAt", version.created_at AS "createdAt",
  ${codes('course_sector', 'sector_code')} AS "sectorCodes", ${codes('course_role', 'role_code')} AS "roleCodes",
  ${codes('course_country', 'country_code')} AS "countryCodes", ${codes('course_language', 'locale')} AS languages,
  provider.default_locale AS "providerLocale",
  (SELECT jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'summary', summary,
      'isDescribed', description IS NOT NULL) ORDER BY position)
   FROM course_translation WHERE version_id = version.id) AS texts`;
