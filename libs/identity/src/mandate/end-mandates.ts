import type { EntityManager } from 'typeorm';
import type { Organization } from '../organization/organization.entity.js';
import { todayIn } from '../organization/today.js';

/** Ends today what is held in a closing organization; an office that would begin later ends with the day it begins. */
export async function endMandatesOf(tx: EntityManager, closing: Organization, now: Date): Promise<void> {
  await tx.query(
    `UPDATE mandate SET ended_on = greatest($2::date, started_on)
     WHERE organization_id = $1 AND (ended_on IS NULL OR ended_on > greatest($2::date, started_on))`,
    [closing.id, todayIn(closing, now)],
  );
}
