import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has to be judged again when an act changes, and by whom. */
export class CreateLegalRechecks1795320004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE legal_recheck (
        edition_id uuid PRIMARY KEY REFERENCES legal_act_edition (id) ON DELETE CASCADE,
        total int NOT NULL,
        done int NOT NULL DEFAULT 0,
        last_alignment_id uuid,
        finished_at timestamptz,
        CONSTRAINT legal_recheck_within_total CHECK (done BETWEEN 0 AND total)
      )`);
    await runner.query(`
      CREATE TABLE review_task (
        id uuid PRIMARY KEY,
        curriculum_id uuid NOT NULL REFERENCES curriculum (id) ON DELETE RESTRICT,
        edition_id uuid NOT NULL REFERENCES legal_act_edition (id) ON DELETE RESTRICT,
        created_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        note text,
        CONSTRAINT review_note_fits CHECK (char_length(note) BETWEEN 1 AND 1000)
      )`);
    await runner.query('CREATE UNIQUE INDEX one_review_task_per_change ON review_task (curriculum_id, edition_id)');
    await runner.query('CREATE INDEX review_task_newest ON review_task (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_task');
    await runner.query('DROP TABLE legal_recheck');
  }
}
