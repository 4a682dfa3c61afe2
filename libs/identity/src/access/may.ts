import type { EntityManager } from 'typeorm';
import { onPrimary } from '#platform';
import { allowedBelow, allowedIn, type Grantee, type Predicate } from './grants.js';

/** Whether the viewer holds the permission in this organization; asked over the connection that acts on the answer. */
export function mayIn(
  tx: EntityManager,
  viewer: Grantee,
  permission: string,
  organizationId: string,
): Promise<boolean> {
  const { sql, parameters } = allowedIn(':organizationId', viewer, permission);
  return isTrue(tx, { sql, parameters: { ...parameters, organizationId } });
}

/** The same, in it and in everything below it. */
export function mayBelow(
  tx: EntityManager,
  viewer: Grantee,
  permission: string,
  organizationId: string,
): Promise<boolean> {
  const { sql, parameters } = allowedBelow(':organizationId', viewer, permission);
  return isTrue(tx, { sql, parameters: { ...parameters, organizationId } });
}

export async function isTrue(tx: EntityManager, { sql, parameters }: Predicate): Promise<boolean> {
  const answer = await onPrimary(() =>
    tx.createQueryBuilder().select('1', 'found').fromDummy().where(sql, parameters).getRawOne(),
  );
  return answer !== undefined;
}
