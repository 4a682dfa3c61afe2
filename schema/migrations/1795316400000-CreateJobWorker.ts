import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which workers of the job queue live, so that the jobs of a killed one are done by another soon. */
export class CreateJobWorker1795316400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_worker (
        id text PRIMARY KEY,
        seen_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_worker');
  }
}
