import { workerDatabase } from '../../support/database.js';
import { BY_ITSELF } from '../../support/identity.world.js';

/** What each table holds: how many rows, and a sum over their versions, so that a changed row shows as a new one does. */
export type Fingerprint = Record<string, string>;

export async function fingerprint(): Promise<Fingerprint> {
  const database = await workerDatabase();
  const tables: { name: string }[] = await database.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [BY_ITSELF],
  );
  const sums = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*) || ':' || coalesce(sum(hashtext(ctid::text || xmin::text)), 0)
      AS held FROM "${name}"`,
  );
  const rows: { name: string; held: string }[] = await database.query(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
}

/** Tables in which something was written, changed or removed meanwhile. */
export function traces(before: Fingerprint, after: Fingerprint): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
