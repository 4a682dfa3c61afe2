import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learning outcomes are the same over the versions of their module, so that an editor can judge one by itself. */
export class NameOutcomes1795403000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE curriculum_outcome (
        id uuid PRIMARY KEY,
        module_id uuid NOT NULL REFERENCES curriculum_module (id) ON DELETE RESTRICT,
        CONSTRAINT curriculum_outcome_of_module UNIQUE (id, module_id)
      )`);
    await runner.query('ALTER TABLE curriculum_module_outcome ADD COLUMN outcome_id uuid');
    // Until now an outcome was known by its place; what stands at the same place of a module goes on as one.
    await runner.query('ALTER TABLE curriculum_module_outcome DISABLE TRIGGER published_curriculum_is_immutable');
    await runner.query(`
      UPDATE curriculum_module_outcome outcome SET outcome_id = md5(version.module_id || ' ' || outcome.position)::uuid
      FROM curriculum_module_version version WHERE version.id = outcome.version_id`);
    await runner.query('ALTER TABLE curriculum_module_outcome ENABLE TRIGGER published_curriculum_is_immutable');
    await runner.query(`
      INSERT INTO curriculum_outcome (id, module_id)
      SELECT DISTINCT outcome_id, module_id FROM curriculum_module_outcome
      JOIN curriculum_module_version version ON version.id = version_id`);
    await runner.query(`
      ALTER TABLE curriculum_module_outcome
        ALTER COLUMN outcome_id SET NOT NULL,
        ADD CONSTRAINT curriculum_module_outcome_outcome_id_fkey
          FOREIGN KEY (outcome_id) REFERENCES curriculum_outcome (id) ON DELETE RESTRICT,
        ADD CONSTRAINT curriculum_module_outcome_once UNIQUE (version_id, outcome_id, locale)`);
    await alignOutcomes(runner);
    await runner.query(`
      ALTER TABLE curriculum_version ADD COLUMN hours_source text,
        ADD CONSTRAINT curriculum_hours_source_fits CHECK (char_length(hours_source) BETWEEN 1 AND 500)`);
  }

  /** Judgments of outcomes go: nothing is left that they could be about. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE curriculum_version DROP CONSTRAINT curriculum_hours_source_fits, DROP COLUMN hours_source`);
    await runner.query('DELETE FROM alignment WHERE outcome_id IS NOT NULL');
    await runner.query('DROP INDEX one_alignment_of_outcome_and_requirement');
    await runner.query('DROP INDEX one_alignment_of_module_and_requirement');
    await runner.query(`
      ALTER TABLE alignment DROP CONSTRAINT alignment_hours_of_a_part, DROP CONSTRAINT alignment_outcome_of_module,
        DROP COLUMN outcome_id,
        ADD CONSTRAINT alignment_hours_of_a_part CHECK (hours IS NULL OR (coverage = 'COVERS_PARTLY' AND hours > 0))`);
    await runner.query(`
      CREATE UNIQUE INDEX one_alignment_of_module_and_requirement
        ON alignment (curriculum_id, module_id, act_id, requirement_code)`);
    await runner.query('ALTER TABLE curriculum_module_outcome DROP COLUMN outcome_id');
    await runner.query('DROP TABLE curriculum_outcome');
  }
}

async function alignOutcomes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE alignment
      ADD COLUMN outcome_id uuid,
      ADD CONSTRAINT alignment_outcome_of_module
        FOREIGN KEY (outcome_id, module_id) REFERENCES curriculum_outcome (id, module_id) ON DELETE RESTRICT,
      DROP CONSTRAINT alignment_hours_of_a_part,
      ADD CONSTRAINT alignment_hours_of_a_part CHECK (hours IS NULL OR (hours > 0
        AND (coverage = 'COVERS_PARTLY' OR (coverage = 'COVERS' AND outcome_id IS NOT NULL))))`);
  await runner.query('DROP INDEX one_alignment_of_module_and_requirement');
  await runner.query(`
    CREATE UNIQUE INDEX one_alignment_of_module_and_requirement
      ON alignment (curriculum_id, module_id, act_id, requirement_code) WHERE outcome_id IS NULL`);
  await runner.query(`
    CREATE UNIQUE INDEX one_alignment_of_outcome_and_requirement
      ON alignment (curriculum_id, outcome_id, act_id, requirement_code) WHERE outcome_id IS NOT NULL`);
}
