import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of a program request, and the officers of an organization found at once. */
export class TellOfRequests1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'PROGRAM_REQUEST_TURN'`);
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'PROGRAM_REQUEST_NEWS'`);
    await runner.query(`ALTER TYPE notice_kind ADD VALUE 'PROGRAM_REQUEST_REPLY'`);
    await runner.query('CREATE INDEX role_grant_organization ON role_grant (organization_id) WHERE revoked_at IS NULL');
  }

  /** PostgreSQL takes no value out of a type, so the type is made anew from the values it has besides. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX role_grant_organization');
    await runner.query(`DELETE FROM notice WHERE kind::text LIKE 'PROGRAM_REQUEST%'`);
    await runner.query('ALTER TYPE notice_kind RENAME TO notice_kind_old');
    await runner.query(`
      CREATE TYPE notice_kind AS ENUM (
        'SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED',
        'REMINDER', 'NOMINEE_WITHDREW', 'COMPLETION_RECORDED', 'TRAINING_DUE', 'TRAINING_LATE'
      )`);
    await runner.query('ALTER TABLE notice ALTER COLUMN kind TYPE notice_kind USING kind::text::notice_kind');
    await runner.query('DROP TYPE notice_kind_old');
  }
}
