import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offerings know the editions in force when they were scheduled. Of those from before, nobody noted it: they have none. */
export class NoteLawOfOfferings1795403001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offering_law (
        offering_id uuid NOT NULL REFERENCES offering (id) ON DELETE CASCADE,
        edition_id uuid NOT NULL REFERENCES legal_act_edition (id) ON DELETE RESTRICT,
        curriculum_version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE RESTRICT,
        PRIMARY KEY (offering_id, edition_id, curriculum_version_id)
      )`);
    await runner.query('CREATE INDEX offering_law_by_edition ON offering_law (edition_id, offering_id)');
    await runner.query('CREATE INDEX offering_law_by_curriculum_version ON offering_law (curriculum_version_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE offering_law');
  }
}
