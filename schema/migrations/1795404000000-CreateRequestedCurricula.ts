import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which curriculum was started for which program request, and from which version of which other. */
export class CreateRequestedCurricula1795404000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_request_curriculum (
        curriculum_id uuid PRIMARY KEY REFERENCES curriculum ON DELETE RESTRICT,
        request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
        template_version_id uuid NOT NULL REFERENCES curriculum_version ON DELETE RESTRICT,
        started_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(
      'CREATE INDEX program_request_curriculum_of_request ON program_request_curriculum (request_id, curriculum_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE program_request_curriculum');
  }
}
