import type { TrainingDocument, TrainingMode, TrainingProvider } from '../law/law.enums.js';
import type { TitleText } from '../module/module.rows.js';

/** A version of a curriculum as it is read. */
export interface CurriculumVersionRow {
  id: string;
  curriculumId: string;
  number: number;
  /** Null: the draft. */
  publishedAt: Date | null;
  createdAt: Date;
  /** The version of the base that a variant follows; null: of a base. What a variant does not say is the base’s. */
  baseVersionId: string | null;
  texts: TitleText[];
  sectorCodes: string[];
  roleCodes: string[];
  hoursSource: string | null;
  repeatMonths: number | null;
  trainingModes: TrainingMode[] | null;
  documents: TrainingDocument[] | null;
  providers: TrainingProvider[] | null;
  ownerId: string;
  ownerLocale: string;
}

/** Columns of CURRICULUM_VERSION_TABLES. A variant speaks with the words and codes of its base where it has none. */
export const CURRICULUM_VERSION = `
  version.id, version.curriculum_id AS "curriculumId", version.number, version.published_at AS "publishedAt",
  version.created_at AS "createdAt", version.base_version_id AS "baseVersionId",
  coalesce(version.hours_source, base.hours_source) AS "hoursSource",
  coalesce(version.repeat_months, base.repeat_months) AS "repeatMonths",
  to_json(coalesce(version.training_modes, base.training_modes)) AS "trainingModes",
  to_json(coalesce(version.documents, base.documents)) AS documents,
  to_json(coalesce(version.providers, base.providers)) AS providers,
  curriculum.owner_id AS "ownerId", owner.default_locale AS "ownerLocale",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'summary', summary) ORDER BY position), '[]')
   FROM curriculum_translation WHERE version_id = CASE
     WHEN EXISTS (SELECT 1 FROM curriculum_translation own WHERE own.version_id = version.id) THEN version.id
     ELSE base.id END) AS texts,
  ARRAY(SELECT sector_code FROM curriculum_sector WHERE version_id = coalesce(base.id, version.id)
    ORDER BY sector_code) AS "sectorCodes",
  ARRAY(SELECT role_code FROM curriculum_role WHERE version_id = coalesce(base.id, version.id)
    ORDER BY role_code) AS "roleCodes"`;

export const CURRICULUM_VERSION_TABLES = `curriculum_version version
  JOIN curriculum ON curriculum.id = version.curriculum_id JOIN organization owner ON owner.id = curriculum.owner_id
  LEFT JOIN curriculum_version base ON base.id = version.base_version_id`;

/** A module in its place, as it is read. */
export interface PlacementRow {
  /** The version of the curriculum it stands in. */
  versionId: string;
  moduleId: string;
  moduleVersionId: string;
  position: number;
  isElective: boolean;
  requiredModuleIds: string[];
}
