import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organization takes back whom it named. */
export class WithdrawNominations1795410001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE release_reason ADD VALUE 'NOMINATION_WITHDRAWN'`);
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'NOMINATION_WITHDRAWN'`);
  }

  /** PostgreSQL takes no value out of a type, so both are made anew from the values they have besides. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TYPE release_reason RENAME TO grown_release_reason');
    await runner.query(`
      CREATE TYPE release_reason AS ENUM (
        'CANCELLED_BY_PERSON', 'CANCELLED_BY_PROVIDER', 'APPROVAL_DECLINED', 'OFFER_DECLINED', 'OFFER_EXPIRED',
        'OFFERING_CANCELLED', 'NOMINATION_DECLINED', 'SUBSTITUTED'
      )`);
    await runner.query(`
      ALTER TABLE enrollment ALTER COLUMN release_reason TYPE release_reason USING (
        CASE release_reason::text WHEN 'NOMINATION_WITHDRAWN' THEN 'CANCELLED_BY_PROVIDER'
          ELSE release_reason::text END)::release_reason`);
    await runner.query('DROP TYPE grown_release_reason');

    await runner.query(`DELETE FROM notice WHERE kind = 'NOMINATION_WITHDRAWN'`);
    await runner.query('ALTER TYPE notice_kind RENAME TO grown_notice_kind');
    await runner.query(`
      CREATE TYPE notice_kind AS ENUM (
        'SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED',
        'REMINDER', 'NOMINEE_WITHDREW', 'COMPLETION_RECORDED', 'TRAINING_DUE', 'TRAINING_LATE', 'PROGRAM_REQUEST_TURN',
        'PROGRAM_REQUEST_NEWS', 'PROGRAM_REQUEST_REPLY'
      )`);
    await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
    await runner.query('DROP TYPE grown_notice_kind');
  }
}
