import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { Membership } from './membership.entity.js';

export type NewMembership = Pick<Membership, 'organizationId' | 'personId' | 'startedOn'> & Partial<Membership>;

/** Writes a membership in force. Violates `one_membership_in_force` when there is one. */
export async function insertMembership(tx: EntityManager, given: NewMembership): Promise<Membership> {
  const membership = tx.create(Membership, { id: newId(), endedOn: null, addedByAccountId: null, ...given });
  const { id, organizationId, personId, startedOn, endedOn, addedByAccountId } = membership;
  // Plain SQL: the database itself writes the name the list is sorted by.
  await tx.query(
    `INSERT INTO membership (id, organization_id, person_id, started_on, ended_on, added_by_account_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, organizationId, personId, startedOn, endedOn, addedByAccountId],
  );
  return membership;
}
