import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every list of offerings shows who teaches. Looking through all sessions for it cost a quarter of a page; they are
 * written once, with the offering.
 */
export class KeepInstructorsOfOfferings1795416000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offering ADD instructor_ids uuid[] NOT NULL DEFAULT '{}'`);
    await runner.query(FILL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE offering DROP COLUMN instructor_ids');
  }
}

const FILL = `
  UPDATE offering SET instructor_ids = teaching.ids
  FROM (SELECT session.offering_id, array_agg(DISTINCT instructor_id ORDER BY instructor_id) AS ids
    FROM session JOIN session_instructor ON session_instructor.session_id = session.id GROUP BY 1) teaching
  WHERE teaching.offering_id = offering.id`;
