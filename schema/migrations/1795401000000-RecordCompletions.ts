import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a training ended, on the enrollment as it stands, and on sheets as it was recorded and corrected. */
export class RecordCompletions1795401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'COMPLETION_RECORDED'`);
    await runner.query(`CREATE TYPE completion AS ENUM ('COMPLETED', 'NOT_COMPLETED')`);
    await runner.query(`
      ALTER TABLE enrollment
        ADD COLUMN completion completion,
        ADD COLUMN completed_on date,
        ADD COLUMN completion_recorded_at timestamptz,
        ADD COLUMN completion_recorded_by_account_id uuid REFERENCES account ON DELETE RESTRICT,
        ADD CONSTRAINT completed_from_a_seat CHECK (completion IS NULL OR seat = 'CONFIRMED'),
        ADD CONSTRAINT completed_on_a_day
          CHECK ((completion IS NOT DISTINCT FROM 'COMPLETED') = (completed_on IS NOT NULL)),
        ADD CONSTRAINT completion_recorded_by_somebody CHECK (
          (completion_recorded_at IS NULL) = (completion_recorded_by_account_id IS NULL)
          AND (completion IS NULL OR completion_recorded_at IS NOT NULL))`);
    await runner.query(`
      CREATE INDEX enrollment_completed ON enrollment (person_id, offering_id) WHERE completion = 'COMPLETED'`);
    await runner.query(`
      CREATE TABLE completion_sheet (
        id uuid PRIMARY KEY,
        offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
        account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX completion_sheet_by_offering ON completion_sheet (offering_id, id)');
    await runner.query(`
      CREATE TABLE completion_line (
        sheet_id uuid NOT NULL REFERENCES completion_sheet ON DELETE CASCADE,
        position integer NOT NULL,
        enrollment_id uuid NOT NULL,
        completion completion,
        completed_on date,
        reason text,
        refusal jsonb,
        PRIMARY KEY (sheet_id, position),
        CONSTRAINT completion_line_position CHECK (position BETWEEN 1 AND 100),
        CONSTRAINT completion_line_day CHECK (completed_on IS NULL OR completion IS NOT DISTINCT FROM 'COMPLETED')
      )`);
    await runner.query('CREATE INDEX completion_line_by_enrollment ON completion_line (enrollment_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE completion_line');
    await runner.query('DROP TABLE completion_sheet');
    await runner.query(`
      ALTER TABLE enrollment
        DROP COLUMN completion_recorded_by_account_id, DROP COLUMN completion_recorded_at,
        DROP COLUMN completed_on, DROP COLUMN completion CASCADE`);
    await runner.query('DROP TYPE completion');
    await forgetNoticeKind(runner);
  }
}

/** PostgreSQL takes no value out of a type, so the type is made anew from the values it has besides. */
async function forgetNoticeKind(runner: QueryRunner): Promise<void> {
  await runner.query(`DELETE FROM notice WHERE kind = 'COMPLETION_RECORDED'`);
  await runner.query('ALTER TYPE notice_kind RENAME TO notice_kind_old');
  await runner.query(`
    DO $$ BEGIN
      EXECUTE (SELECT format('CREATE TYPE notice_kind AS ENUM (%s)', string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'notice_kind_old'::regtype AND enumlabel <> 'COMPLETION_RECORDED');
    END $$`);
  await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
  await runner.query('DROP TYPE notice_kind_old');
}
