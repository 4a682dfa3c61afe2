import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hours of teaching are asked in hours and repetition in months; anything else could not be compared. */
export class UnitsThatFit1795411000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE legal_requirement ADD CONSTRAINT legal_requirement_unit_fits CHECK (
        CASE kind WHEN 'MIN_HOURS' THEN unit <> 'MONTHS' WHEN 'RECERT_INTERVAL' THEN unit = 'MONTHS' ELSE true END)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE legal_requirement DROP CONSTRAINT legal_requirement_unit_fits');
  }
}
