import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices ask their holders to learn: rules, and the duties worked out from them. */
export class CreateTrainingDuties1795401001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'TRAINING_DUE'`);
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'TRAINING_LATE'`);
    await createRules(runner);
    await createDuties(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE training_duty');
    await runner.query('DROP TABLE training_rule_course');
    await runner.query('DROP TABLE training_rule');
    await runner.query('DROP TYPE rule_basis');
    await forgetNoticeKinds(runner);
  }
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TYPE rule_basis AS ENUM ('OWN_CHOICE', 'LEGAL_REQUIREMENT')`);
  await runner.query(`
    CREATE TABLE training_rule (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      role_code text NOT NULL REFERENCES training_role ON DELETE RESTRICT,
      kinds organization_kind[] NOT NULL,
      within_days integer NOT NULL,
      accepted_days_before integer,
      refresh_months integer,
      valid_from date NOT NULL,
      valid_to date,
      basis rule_basis NOT NULL,
      legal_requirement_id uuid REFERENCES legal_requirement ON DELETE RESTRICT,
      revision integer NOT NULL DEFAULT 1,
      created_by_account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT training_rule_days
        CHECK (within_days BETWEEN 1 AND 3650 AND accepted_days_before BETWEEN 0 AND 36500),
      CONSTRAINT training_rule_refresh
        CHECK (refresh_months BETWEEN 1 AND 240 AND refresh_months * 28 > within_days),
      CONSTRAINT training_rule_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from),
      CONSTRAINT training_rule_basis CHECK ((basis = 'LEGAL_REQUIREMENT') = (legal_requirement_id IS NOT NULL))
    )`);
  await runner.query('CREATE INDEX training_rule_of_organization ON training_rule (organization_id, role_code)');
  await runner.query(`
    CREATE TABLE training_rule_course (
      rule_id uuid NOT NULL REFERENCES training_rule ON DELETE CASCADE,
      course_id uuid NOT NULL REFERENCES course ON DELETE RESTRICT,
      PRIMARY KEY (rule_id, course_id)
    )`);
  await runner.query('CREATE INDEX training_rule_course_by_course ON training_rule_course (course_id)');
}

async function createDuties(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE training_duty (
      id uuid PRIMARY KEY,
      rule_id uuid NOT NULL REFERENCES training_rule ON DELETE CASCADE,
      mandate_id uuid NOT NULL REFERENCES mandate ON DELETE CASCADE,
      person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      role_code text NOT NULL,
      first_due_on date NOT NULL,
      counts_from date,
      ends_at timestamptz,
      due_on date NOT NULL,
      due_at timestamptz NOT NULL,
      learned_on date,
      learned_enrollment_id uuid REFERENCES enrollment ON DELETE RESTRICT,
      relearn_at timestamptz,
      booked_enrollment_id uuid REFERENCES enrollment ON DELETE RESTRICT,
      CONSTRAINT one_duty_per_office_and_rule UNIQUE (mandate_id, rule_id),
      CONSTRAINT training_duty_learned_somewhere CHECK ((learned_on IS NULL) = (learned_enrollment_id IS NULL)),
      CONSTRAINT training_duty_relearned_after CHECK (relearn_at IS NULL OR learned_on IS NOT NULL)
    )`);
  await runner.query('CREATE INDEX training_duty_in_order ON training_duty (due_at, id)');
  await runner.query(
    'CREATE INDEX training_duty_booked ON training_duty (due_at, id) WHERE booked_enrollment_id IS NOT NULL',
  );
  await runner.query('CREATE INDEX training_duty_learned ON training_duty (due_at, id) WHERE learned_on IS NOT NULL');
  await runner.query('CREATE INDEX training_duty_of_organization ON training_duty (organization_id, due_at, id)');
  await runner.query('CREATE INDEX training_duty_of_person ON training_duty (person_id, due_at, id)');
  await runner.query('CREATE INDEX training_duty_by_rule ON training_duty (rule_id, due_at, id)');
}

/** PostgreSQL takes no value out of a type, so the type is made anew from the values it has besides. */
async function forgetNoticeKinds(runner: QueryRunner): Promise<void> {
  await runner.query(`DELETE FROM notice WHERE kind IN ('TRAINING_DUE', 'TRAINING_LATE')`);
  await runner.query('ALTER TYPE notice_kind RENAME TO notice_kind_old');
  await runner.query(`
    DO $$ BEGIN
      EXECUTE (SELECT format('CREATE TYPE notice_kind AS ENUM (%s)', string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder))
        FROM pg_enum WHERE enumtypid = 'notice_kind_old'::regtype AND enumlabel NOT IN ('TRAINING_DUE', 'TRAINING_LATE'));
    END $$`);
  await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
  await runner.query('DROP TYPE notice_kind_old');
}
