import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people, how they want them, and the numbers of what went into their calendars. */
export class CreateNotices1795316401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TYPE notice_kind AS ENUM (
        'SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED',
        'REMINDER'
      )`);
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        kind notice_kind NOT NULL,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        dedupe_key text NOT NULL,
        locales text[] NOT NULL,
        "values" jsonb NOT NULL,
        calendar jsonb,
        calendar_sequence integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        failed_at timestamptz,
        CONSTRAINT notice_sent_or_failed CHECK (sent_at IS NULL OR failed_at IS NULL),
        CONSTRAINT notice_calendar_is_numbered CHECK (calendar_sequence IS NULL OR calendar IS NOT NULL)
      )`);
    await runner.query('CREATE UNIQUE INDEX notice_dedupe_key ON notice (dedupe_key)');
    await runner.query('CREATE INDEX notice_by_account ON notice (account_id, id)');
    await runner.query('CREATE INDEX notice_by_age ON notice (created_at)');

    await runner.query(`
      CREATE TABLE notice_preference (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        locale text,
        muted text[] NOT NULL DEFAULT '{}',
        unsubscribe_key uuid NOT NULL
      )`);
    await runner.query('CREATE UNIQUE INDEX notice_preference_account ON notice_preference (account_id)');

    await runner.query(`
      CREATE TABLE calendar_sequence (
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        subject_id uuid NOT NULL,
        sequence integer NOT NULL,
        PRIMARY KEY (account_id, subject_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_sequence');
    await runner.query('DROP TABLE notice_preference');
    await runner.query('DROP TABLE notice');
    await runner.query('DROP TYPE notice_kind');
  }
}
