import type { DataSource, EntityManager } from 'typeorm';

/** Any number that no other advisory lock of ours uses. */
const LOAD_LOCK = 7_310_001;

/**
 * Runs a load of shipped data, one at a time of whatever kind: rows of one refer to rows that another would be merging,
 * and each would wait for the other. Nodes that start together wait here for the first, and find nothing left to do.
 */
export function oneLoad<T>(database: DataSource, load: (tx: EntityManager) => Promise<T>): Promise<T> {
  return database.transaction('READ COMMITTED', async (tx) => {
    await tx.query(`SET LOCAL lock_timeout = '60s'`);
    await tx.query(`SET LOCAL statement_timeout = '60s'`);
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    return load(tx);
  });
}
