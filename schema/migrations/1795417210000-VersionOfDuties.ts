import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers whose sum is another one whenever duties changed, or the tree they are counted over, so that counts can be
 * kept. Enrollments change duties, so each connection raises a number of its own and waits for few others, and only at
 * the very end of a transaction.
 */
export class VersionOfDuties1795417210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_duty_version (
        share smallint PRIMARY KEY,
        version bigint NOT NULL DEFAULT 0,
        CONSTRAINT training_duty_version_share CHECK (share BETWEEN 0 AND 63)
      )`);
    await runner.query('INSERT INTO training_duty_version (share) SELECT generate_series(0, 63)');
    await runner.query(`
      CREATE FUNCTION raise_version_of_duties() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Once in a transaction, however many rows it changed.
        IF coalesce(current_setting('odaq.duties_raised', true), '') = '' THEN
          UPDATE training_duty_version SET version = version + 1 WHERE share = pg_backend_pid() % 64;
          PERFORM set_config('odaq.duties_raised', 'yes', true);
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of CHANGING)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER raise_version AFTER INSERT OR UPDATE OR DELETE ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_duties()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of CHANGING) await runner.query(`DROP TRIGGER raise_version ON ${table}`);
    await runner.query('DROP FUNCTION raise_version_of_duties()');
    await runner.query('DROP TABLE training_duty_version');
  }
}

const CHANGING = ['training_duty', 'organization_closure'];
