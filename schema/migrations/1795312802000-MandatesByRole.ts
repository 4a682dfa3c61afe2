import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office with a known end is held until then, so those who hold one are not only those without an end. */
export class MandatesByRole1795312802000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mandate_in_force_by_role');
    await runner.query('CREATE INDEX mandate_by_role ON mandate (role_code, organization_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mandate_by_role');
    await runner.query(
      'CREATE INDEX mandate_in_force_by_role ON mandate (role_code, organization_id) WHERE ended_on IS NULL',
    );
  }
}
