import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers hear once a week who of theirs is late with what offices ask. */
export class TellOfficersOfDuties1795410002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'TRAINING_DIGEST'`);
  }

  /** PostgreSQL takes no value out of a type, so the type is made anew from the values it has besides. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE kind = 'TRAINING_DIGEST'`);
    await runner.query('ALTER TYPE notice_kind RENAME TO grown_notice_kind');
    await runner.query(`
      CREATE TYPE notice_kind AS ENUM (
        'SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED',
        'REMINDER', 'NOMINEE_WITHDREW', 'COMPLETION_RECORDED', 'TRAINING_DUE', 'TRAINING_LATE', 'PROGRAM_REQUEST_TURN',
        'PROGRAM_REQUEST_NEWS', 'PROGRAM_REQUEST_REPLY', 'NOMINATION_WITHDRAWN'
      )`);
    await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
    await runner.query('DROP TYPE grown_notice_kind');
  }
}
