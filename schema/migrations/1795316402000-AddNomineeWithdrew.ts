import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recommenders hear when somebody they named does not come. */
export class AddNomineeWithdrew1795316402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'NOMINEE_WITHDREW'`);
  }

  /** PostgreSQL takes no value out of a type, so the type is made anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notice WHERE kind = 'NOMINEE_WITHDREW'`);
    await runner.query('ALTER TYPE notice_kind RENAME TO notice_kind_old');
    await runner.query(`
      CREATE TYPE notice_kind AS ENUM (
        'SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED',
        'REMINDER'
      )`);
    await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
    await runner.query('DROP TYPE notice_kind_old');
  }
}
