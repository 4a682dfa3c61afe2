import { workerDatabase } from './database.js';
import { until } from './until.js';

/** Waits until the server has done all jobs of this name, or else whatever is due and not given up. */
export async function jobsDone(name: string | null = null): Promise<void> {
  const database = await workerDatabase();
  const left = `SELECT FROM graphile_worker.jobs
     WHERE CASE WHEN $1::text IS NULL THEN run_at <= now() AND attempts < max_attempts ELSE task_identifier = $1 END
     UNION ALL SELECT FROM quiet_job WHERE name = coalesce($1, name)`;
  await until(async () => (await database.query(left, [name])).length === 0, 60);
}
