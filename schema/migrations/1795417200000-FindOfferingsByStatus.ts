import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar shows what is to come; by start alone all that is over was gone through first. */
export class FindOfferingsByStatus1795417200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX offering_by_status ON offering (status, starts_at, id, mode, language)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX offering_by_status');
  }
}
