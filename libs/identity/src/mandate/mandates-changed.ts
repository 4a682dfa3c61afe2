import type { EntityManager } from 'typeorm';
import { enqueue } from '#platform';

/** Job by which libs above hear, after the commit, that offices changed or moved; whoever needs to defines it. */
export const MANDATES_CHANGED = 'identity:mandates-changed';

/** Says so of one office, or of all in an organization and below it. */
export function mandatesChanged(
  tx: EntityManager,
  ...changed: ({ mandateId: string } | { organizationId: string })[]
): Promise<void> {
  return enqueue(
    tx,
    changed.map((payload) => ({ name: MANDATES_CHANGED, payload })),
  );
}
