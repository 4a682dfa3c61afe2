import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How modules answer to requirements, in the judgment of editors. */
export class CreateAlignment1795320003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TYPE alignment_coverage AS ENUM ('COVERS', 'COVERS_PARTLY', 'NOT_APPLICABLE')`);
    await runner.query(`CREATE TYPE alignment_state AS ENUM ('CURRENT', 'TO_BE_RECHECKED')`);
    await runner.query(`
      CREATE TABLE alignment (
        id uuid PRIMARY KEY,
        curriculum_id uuid NOT NULL REFERENCES curriculum (id) ON DELETE RESTRICT,
        module_id uuid NOT NULL REFERENCES curriculum_module (id) ON DELETE RESTRICT,
        requirement_id uuid NOT NULL REFERENCES legal_requirement (id) ON DELETE RESTRICT,
        act_id uuid NOT NULL REFERENCES legal_act (id) ON DELETE RESTRICT,
        requirement_code text NOT NULL,
        coverage alignment_coverage NOT NULL,
        hours numeric(6,2),
        reason text,
        state alignment_state NOT NULL DEFAULT 'CURRENT',
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT alignment_hours_of_a_part CHECK (hours IS NULL OR (coverage = 'COVERS_PARTLY' AND hours > 0)),
        CONSTRAINT not_applicable_says_why CHECK (coverage <> 'NOT_APPLICABLE' OR reason IS NOT NULL),
        CONSTRAINT alignment_reason_fits CHECK (char_length(reason) BETWEEN 1 AND 1000)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX one_alignment_of_module_and_requirement
        ON alignment (curriculum_id, module_id, act_id, requirement_code)`);
    await runner.query('CREATE INDEX alignment_by_act ON alignment (act_id, id)');
    await runner.query('CREATE INDEX alignment_by_requirement ON alignment (requirement_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alignment');
    await runner.query('DROP TYPE alignment_state');
    await runner.query('DROP TYPE alignment_coverage');
  }
}
