import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that wake nobody when they are committed; they enter the queue together, within a second. */
export class QuietJobs1795426000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quiet_job (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        payload json NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ left }] = await runner.query('SELECT count(*)::int AS left FROM quiet_job');
    if (left > 0) await runner.query('SELECT graphile_worker.add_job(name, payload) FROM quiet_job ORDER BY id');
    await runner.query('DROP TABLE quiet_job');
  }
}
