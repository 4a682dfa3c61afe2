import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices, and the numbers of their calendars, still go when an account goes, but writing one no longer locks the
 * account: that wrote a page of accounts for each person of a rush.
 */
export class NoticesGoWithAccounts1795417400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_account_id_fkey`);
    }
    await runner.query(`
      CREATE FUNCTION forget_what_was_told() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM notice WHERE account_id = OLD.id;
        DELETE FROM calendar_sequence WHERE account_id = OLD.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER forget_what_was_told AFTER DELETE ON account FOR EACH ROW EXECUTE FUNCTION forget_what_was_told()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER forget_what_was_told ON account');
    await runner.query('DROP FUNCTION forget_what_was_told');
    for (const table of TABLES) {
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_account_id_fkey
         FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE`,
      );
    }
  }
}

const TABLES = ['notice', 'calendar_sequence'];
