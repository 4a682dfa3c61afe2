import type { EntityManager } from 'typeorm';

/** The moment on the database’s clock, which is the one that decides what is in force. */
export async function databaseNow(tx: EntityManager): Promise<Date> {
  const [{ now }] = await tx.query('SELECT now()');
  return now;
}
