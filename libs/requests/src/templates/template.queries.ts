import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, foldForIndex, grouped, ofAnyLength, readRows, stemsOf } from '#platform';
import type { ProgramRequest } from '../request/program-request.entity.js';
import { nearnessOf, type WantedProgram } from './nearness.rules.js';
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
  /** Those of the request that it speaks of too. */
  stems: string[];
}

/** Curricula near to requests, and those that were started for them; each for however many in one query. */
@Injectable()
export class Templates {
  constructor(private readonly database: DataSource) {}

  readonly nearestTo = new BatchLoader<Wanted, NearestCurriculum[]>(
    async (requests) => {
      const wanted = requests.map(wantedBy);
      const asked = wanted.map(({ id, sectorCodes, roleCodes, titleWords, outcomeWords }) => ({
        id,
        sectorCodes,
        roleCodes,
        stems: stemsOf([...titleWords, ...outcomeWords]),
      }));
      const rows: Candidate[] = await readRows(this.database, NEAR, [JSON.stringify(asked)]);
      const candidates = grouped(rows, ({ requestId }) => requestId);
      return new Map(wanted.map((request) => [request.id, nearest(request, candidates.get(request.id) ?? [])]));
    },
    () => [],
    ({ id }) => id,
  );

  /** Ids of the curricula started for a request, the first one first. */
  readonly startedFor = new BatchLoader<string, string[]>(
    async (requestIds) => {
      const rows: { requestId: string; curriculumId: string }[] = await readRows(
        this.database,
        `SELECT request_id AS "requestId", curriculum_id AS "curriculumId" FROM program_request_curriculum
         WHERE request_id = ANY(${ofAnyLength('$1')}) ORDER BY request_id, curriculum_id`,
        [requestIds],
      );
      const groups = grouped(rows, ({ requestId }) => requestId);
      return new Map([...groups].map(([id, group]) => [id, group.map(({ curriculumId }) => curriculumId)]));
    },
    () => [],
  );

  readonly originOf = new BatchLoader<string, CurriculumOrigin | null>(
    async (curriculumIds) => {
      const rows: (CurriculumOrigin & { curriculumId: string })[] = await readRows(
        this.database,
        `SELECT started.curriculum_id AS "curriculumId", started.request_id AS "requestId",
           version.curriculum_id AS "templateId", version.number AS "templateVersionNumber"
         FROM program_request_curriculum started JOIN curriculum_version version ON version.id = started.template_version_id
         WHERE started.curriculum_id = ANY(${ofAnyLength('$1')})`,
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

function wantedBy(request: Wanted): WantedProgram & { id: string } {
  return {
    id: request.id,
    sectorCodes: request.sectorCodes,
    roleCodes: request.roleCodes,
    titleWords: wordsOf(request.title, request.locale),
    outcomeWords: request.outcomes.flatMap((outcome) => wordsOf(outcome, request.locale)),
  };
}

function nearest(wanted: WantedProgram, candidates: readonly Candidate[]): NearestCurriculum[] {
  return candidates
    .map(({ curriculumId, stems, ...offered }) => ({
      curriculumId,
      ...nearnessOf(wanted, { ...offered, words: stems }),
    }))
    .sort((one, other) => other.score - one.score || (one.curriculumId < other.curriculumId ? 1 : -1))
    .slice(0, PROPOSED);
}

function wordsOf(text: string, locale: string): string[] {
  return foldForIndex(text, locale).split(' ').filter(Boolean);
}

/**
 * Published bases that share a sector, a role or a word with the request; those that share most, then the newest. Each
 * way in is through an index of its own.
 */
const NEAR = `
  SELECT wanted.id AS "requestId", near.* FROM jsonb_array_elements($1::jsonb) AS given (request)
  CROSS JOIN LATERAL (
    SELECT given.request ->> 'id' AS id,
      ARRAY(SELECT jsonb_array_elements_text(given.request -> 'sectorCodes')) AS sectors,
      ARRAY(SELECT jsonb_array_elements_text(given.request -> 'roleCodes')) AS roles,
      ARRAY(SELECT jsonb_array_elements_text(given.request -> 'stems')) AS stems) wanted
  CROSS JOIN LATERAL (
    SELECT base.id AS "curriculumId", said.sectors AS "sectorCodes", said.roles AS "roleCodes", said.stems
    FROM (
      SELECT curriculum_id AS id FROM curriculum_stems WHERE stems && wanted.stems
      UNION
      SELECT version.curriculum_id FROM curriculum_sector sector JOIN curriculum_version version ON version.id = sector.version_id
      WHERE sector.sector_code = ANY(wanted.sectors)
      UNION
      SELECT version.curriculum_id FROM curriculum_role role JOIN curriculum_version version ON version.id = role.version_id
      WHERE role.role_code = ANY(wanted.roles)) found
    JOIN curriculum base ON base.id = found.id AND base.base_id IS NULL AND base.published_version_id IS NOT NULL
    JOIN curriculum_stems known ON known.curriculum_id = base.id
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT sector_code FROM curriculum_sector WHERE version_id = base.published_version_id) AS sectors,
        ARRAY(SELECT role_code FROM curriculum_role WHERE version_id = base.published_version_id) AS roles,
        ARRAY(SELECT unnest(known.stems) INTERSECT SELECT unnest(wanted.stems)) AS stems) said
    ORDER BY
      0.6 * cardinality(ARRAY(SELECT unnest(said.sectors || said.roles) INTERSECT SELECT unnest(wanted.sectors || wanted.roles)))
        / greatest(cardinality(wanted.sectors || wanted.roles), 1)
      + 0.4 * cardinality(said.stems) / greatest(cardinality(wanted.stems), 1) DESC,
      base.created_at DESC, base.id DESC
    LIMIT ${CANDIDATES}) near`;
