import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where few hold an office, or nobody does, their duties are not looked for among those of all others. */
export class DutiesByRole1795421000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX training_duty_by_role ON training_duty (role_code, due_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX training_duty_by_role');
  }
}
