import type { EntityManager } from 'typeorm';
import { OPEN } from '../request/request.rules.js';

/**
 * Writes anew what one request adds to demand: a row for each place while it is open, none before and after.
 * Called under the request’s lock with everything that is done to it, so it never differs from what it is the sum of.
 */
export async function writeDemand(tx: EntityManager, requestId: string): Promise<void> {
  await tx.query('DELETE FROM program_request_demand WHERE request_id = $1', [requestId]);
  await tx.query(
    `INSERT INTO program_request_demand (request_id, country_code, subdivision_code, wanted, supported, sector_codes,
       role_codes, languages)
     SELECT request.id, place.country_code, place.subdivision_code,
       coalesce(sum(place.people) FILTER (WHERE asker.is_requester), 0),
       coalesce(sum(place.people) FILTER (WHERE NOT asker.is_requester), 0),
       request.sector_codes, request.role_codes, request.languages
     FROM program_request request
     JOIN program_request_asker asker ON asker.request_id = request.id AND asker.withdrawn_at IS NULL
     JOIN program_request_people place ON place.asker_id = asker.id
     WHERE request.id = $1 AND request.stage = ANY($2::program_request_stage[])
     GROUP BY request.id, place.country_code, place.subdivision_code`,
    [requestId, OPEN],
  );
}
