import type { EntityManager } from 'typeorm';
import { unsubscribeToken } from './unsubscribe-token.js';

/** Where unsubscribing happens, below the public address. */
export const UNSUBSCRIBE_PATH = '/notices/unsubscribe';

/**
 * Gives these people the key that signs their links. In the transaction that writes the notice, because a mail is out
 * before the one that sends it has committed.
 */
export async function prepareUnsubscribing(tx: EntityManager, personIds: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO notice_preference (id, account_id, unsubscribe_key)
     SELECT gen_random_uuid(), id, gen_random_uuid() FROM account WHERE person_id = ANY($1) ORDER BY id
     ON CONFLICT (account_id) DO NOTHING`,
    [personIds],
  );
}

/** The link that unsubscribes this account from reminders; the same one every time. */
export async function unsubscribeUrl(tx: EntityManager, accountId: string, publicUrl: string): Promise<string> {
  const [{ key }] = await tx.query('SELECT unsubscribe_key AS key FROM notice_preference WHERE account_id = $1', [
    accountId,
  ]);
  return `${publicUrl}${UNSUBSCRIBE_PATH}/${unsubscribeToken(accountId, key)}`;
}
