import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, foldForIndex, grouped } from '#platform';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { nearnessOf } from './nearness.rules.js';
import type { NearestCurriculum } from './template.type.js';

/** How many are looked at closely, and how many are proposed. */
const CANDIDATES = 60;
const PROPOSED = 10;

type Wanted = Pick<ProgramRequest, 'id' | 'locale' | 'title' | 'outcomes' | 'sectorCodes' | 'roleCodes'>;

interface Candidate {
  requestId: string;
  curriculumId: string;
  sectorCodes: string[];
  roleCodes: string[];
  texts: { locale: string; text: string }[];
}

/** Curricula near to requests, and those that were started for them; each for however many in one query. */
@Injectable()
export class Templates {
  constructor(private readonly database: DataSource) {}

  readonly nearestTo = new BatchLoader<Wanted, NearestCurriculum[]>(
    async (requests) => {
      const rows: Candidate[] = await this.database.query(NEAR, [
        JSON.stringify(requests.map(({ id, sectorCodes, roleCodes }) => ({ id, sectorCodes, roleCodes }))),
      ]);
      const candidates = grouped(rows, ({ requestId }) => requestId);
      return new Map(requests.map((request) => [request.id, nearest(request, candidates.get(request.id) ?? [])]));
    },
    () => [],
    ({ id }) => id,
  );

  /** Ids of the curricula started for a request, the first one first. */
  readonly startedFor = new BatchLoader<string, string[]>(
    async (requestIds) => {
      const rows: { requestId: string; curriculumId: string }[] = await this.database.query(
        `SELECT request_id AS "requestId", curriculum_id AS "curriculumId" FROM program_request_curriculum
         WHERE request_id = ANY($1::uuid[]) ORDER BY request_id, curriculum_id`,
        [requestIds],
      );
      const groups = grouped(rows, ({ requestId }) => requestId);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ curriculumId }) => curriculumId)]));
    },
    () => [],
  );

  readonly originOf = new BatchLoader<string, CurriculumOrigin | null>(
    async (curriculumIds) => {
      const rows: (CurriculumOrigin & { curriculumId: string })[] = await this.database.query(
        `SELECT started.curriculum_id AS "curriculumId", started.request_id AS "requestId",
           version.curriculum_id AS "templateId", version.number AS "templateVersionNumber"
         FROM program_request_curriculum started JOIN curriculum_version version ON version.id = started.template_version_id
         WHERE started.curriculum_id = ANY($1::uuid[])`,
        [curriculumIds],
      );
      return new Map(rows.map((row) => [row.curriculumId, row]));
    },
    () => null,
  );
}

export interface CurriculumOrigin {
  requestId: string;
  templateId: string;
  templateVersionNumber: number;
}

function nearest(request: Wanted, candidates: readonly Candidate[]): NearestCurriculum[] {
  const wanted = {
    sectorCodes: request.sectorCodes,
    roleCodes: request.roleCodes,
    titleWords: wordsOf(request.title, request.locale),
    outcomeWords: request.outcomes.flatMap((outcome) => wordsOf(outcome, request.locale)),
  };
  return candidates
    .map(({ curriculumId, texts, ...offered }) => ({
      curriculumId,
      ...nearnessOf(wanted, { ...offered, words: texts.flatMap(({ text, locale }) => wordsOf(text, locale)) }),
    }))
    .sort((one, other) => other.score - one.score || (one.curriculumId < other.curriculumId ? 1 : -1))
    .slice(0, PROPOSED);
}

function wordsOf(text: string, locale: string): string[] {
  return foldForIndex(text, locale).split(' ').filter(Boolean);
}

/** Published bases that share a code with the request, or are for all; those that share most codes, then the newest. */
const NEAR = `
  SELECT wanted.id AS "requestId", near.* FROM jsonb_array_elements($1::jsonb) AS given (request)
  CROSS JOIN LATERAL (
    SELECT given.request ->> 'id' AS id,
      ARRAY(SELECT jsonb_array_elements_text(given.request -> 'sectorCodes')) AS sectors,
      ARRAY(SELECT jsonb_array_elements_text(given.request -> 'roleCodes')) AS roles) wanted
  CROSS JOIN LATERAL (
    SELECT curriculum.id AS "curriculumId", codes.sectors AS "sectorCodes", codes.roles AS "roleCodes", (
        SELECT coalesce(jsonb_agg(jsonb_build_object('locale', said.locale, 'text', said.text)), '[]') FROM (
          SELECT locale, title || ' ' || coalesce(summary, '') AS text FROM curriculum_translation
          WHERE version_id = curriculum.published_version_id
          UNION ALL
          SELECT outcome.locale, outcome.text FROM curriculum_placement placement
          JOIN curriculum_module_outcome outcome ON outcome.version_id = placement.module_version_id
          WHERE placement.version_id = curriculum.published_version_id) said) AS texts
    FROM (
      SELECT base.id, base.published_version_id, base.created_at,
        (SELECT count(*) FROM curriculum_sector WHERE version_id = base.published_version_id
          AND sector_code = ANY(wanted.sectors))
        + (SELECT count(*) FROM curriculum_role WHERE version_id = base.published_version_id
          AND role_code = ANY(wanted.roles)) AS shared
      FROM curriculum base WHERE base.base_id IS NULL AND base.published_version_id IS NOT NULL
      ORDER BY shared DESC, base.created_at DESC, base.id DESC LIMIT ${CANDIDATES}) curriculum
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT sector_code FROM curriculum_sector WHERE version_id = curriculum.published_version_id) AS sectors,
        ARRAY(SELECT role_code FROM curriculum_role WHERE version_id = curriculum.published_version_id) AS roles) codes
  ) near`;
