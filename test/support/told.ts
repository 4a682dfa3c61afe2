import { workerDatabase } from './database.js';
import { jobsDone } from './jobs.js';

/** Waits until everybody who was let in has been told of it, which a job does. */
export function newcomersTold(): Promise<void> {
  return jobsDone('enrollment:welcome');
}

/** Notices somebody got, oldest first: the kind, and of what it tells these values, where there are any. */
export async function toldTo(who: { accountId: string }, ...values: string[]): Promise<string[]> {
  await newcomersTold();
  const database = await workerDatabase();
  const rows: { told: string }[] = await database.query(
    `SELECT concat_ws(' ', kind::text, (
       SELECT string_agg("values"->>name, ' ' ORDER BY place)
       FROM unnest($2::text[]) WITH ORDINALITY AS wanted (name, place))) AS told
     FROM notice WHERE account_id = $1 ORDER BY id`,
    [who.accountId, values],
  );
  return rows.map(({ told }) => told);
}
