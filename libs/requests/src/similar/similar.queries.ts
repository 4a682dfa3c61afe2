import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BatchLoader, grouped, readRows } from '#platform';
import { wordsOf } from '../asking/need.rules.js';
import { JOINABLE } from '../request/request.rules.js';
import type { SimilarArgs } from './similar.input.js';
import type { SimilarProgramRequest } from './similar.type.js';

const MOST = 10;
const IS_JOINABLE = `request.stage IN (${JOINABLE.map((stage) => `'${stage}'`).join(', ')})`;

/**
 * Open requests that are like one being written: in their words, whatever the script, or for the same role in the same
 * sector. `wanted` gives `id`, `words`, `sector_codes` and `role_codes` of what they are compared with.
 */
const similarTo = (wanted: string) => `
  SELECT wanted.id AS "wantedId", found.* FROM (${wanted}) AS wanted CROSS JOIN LATERAL (
    SELECT request.id, request.number, request.stage, request.locale, request.title, request.outcomes,
      request.languages, request.organization_id AS "organizationId", request.sector_codes AS "sectorCodes",
      request.role_codes AS "roleCodes", (
        SELECT coalesce(sum(place.people), 0)::int FROM program_request_asker asker
        JOIN program_request_people place ON place.asker_id = asker.id WHERE asker.request_id = request.id) AS people,
      (similarity(request.words, wanted.words) * 0.5
        + CASE WHEN request.role_codes && wanted.role_codes THEN 0.3 ELSE 0 END
        + CASE WHEN request.sector_codes && wanted.sector_codes THEN 0.2 ELSE 0 END)::float8 AS likeness
    FROM program_request request
    WHERE ${IS_JOINABLE} AND request.id IS DISTINCT FROM wanted.id
      AND (request.words % wanted.words
        OR (request.role_codes && wanted.role_codes AND request.sector_codes && wanted.sector_codes))
    ORDER BY likeness DESC, request.id LIMIT ${MOST}) AS found`;

@Injectable()
export class Similar {
  constructor(private readonly database: DataSource) {}

  /** Like requests that are written down already, by their ids. */
  readonly toRequest = new BatchLoader<string, SimilarProgramRequest[]>(
    async (ids) => {
      const rows: (SimilarProgramRequest & { wantedId: string })[] = await readRows(
        this.database,
        similarTo('SELECT id, words, sector_codes, role_codes FROM program_request WHERE id = ANY($1::uuid[])'),
        [ids],
      );
      return grouped(rows, ({ wantedId }) => wantedId);
    },
    () => [],
  );

  to({ title, outcomes, locale, sectorCodes, roleCodes }: SimilarArgs): Promise<SimilarProgramRequest[]> {
    const words = wordsOf({ title, outcomes: outcomes ?? [], locale });
    return readRows(
      this.database,
      similarTo('SELECT NULL::uuid AS id, $1::text AS words, $2::text[] AS sector_codes, $3::text[] AS role_codes'),
      [words, sectorCodes ?? [], roleCodes ?? []],
    );
  }
}
