import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the process of a worker last had many people waiting, so that work nobody waits for gives way elsewhere too. */
export class BusyWorkers1795424000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_worker ADD COLUMN busy_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_worker DROP COLUMN busy_at');
  }
}
