import type { EntityManager } from 'typeorm';
import type { Organization } from '../organization/organization.entity.js';
import { todayIn } from '../organization/today.js';

/**
 * Ends all memberships of a closing organization today, and begins them anew in its successor, where a person who is
 * a member already stays so. Without a successor they only end.
 */
export async function moveMembers(
  tx: EntityManager,
  closing: Organization,
  successorId: string | null,
  now: Date,
): Promise<void> {
  const today = todayIn(closing, now);
  await tx.query(
    `WITH ended AS (
       UPDATE membership SET ended_on = greatest($2::date, started_on)
       WHERE organization_id = $1 AND ended_on IS NULL RETURNING person_id
     )
     INSERT INTO membership (id, organization_id, person_id, started_on)
     SELECT gen_random_uuid(), $3::uuid, person_id, $2::date FROM ended WHERE $3::uuid IS NOT NULL
     ON CONFLICT (organization_id, person_id) WHERE ended_on IS NULL DO NOTHING`,
    [closing.id, today, successorId],
  );
}
