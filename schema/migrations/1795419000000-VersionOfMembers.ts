import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers whose sum is another one whenever memberships changed, or the tree they are counted over, so that counts can be
 * kept. Each connection raises a number of its own and waits for few others, and only at the very end of a transaction.
 */
export class VersionOfMembers1795419000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE membership_version (
        share smallint PRIMARY KEY,
        version bigint NOT NULL DEFAULT 0,
        CONSTRAINT membership_version_share CHECK (share BETWEEN 0 AND 63)
      )`);
    await runner.query('INSERT INTO membership_version (share) SELECT generate_series(0, 63)');
    await runner.query(`
      CREATE FUNCTION raise_version_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Once in a transaction, however many rows it changed.
        IF coalesce(current_setting('odaq.members_raised', true), '') = '' THEN
          UPDATE membership_version SET version = version + 1 WHERE share = pg_backend_pid() % 64;
          PERFORM set_config('odaq.members_raised', 'yes', true);
        END IF;
        RETURN NULL;
      END $$`);
    for (const [table, changes] of CHANGING)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER raise_version_of_members AFTER ${changes} ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_members()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of CHANGING) await runner.query(`DROP TRIGGER raise_version_of_members ON ${table}`);
    await runner.query('DROP FUNCTION raise_version_of_members()');
    await runner.query('DROP TABLE membership_version');
  }
}

const CHANGING = [
  ['membership', 'INSERT OR DELETE OR UPDATE OF organization_id, ended_on'],
  ['organization_closure', 'INSERT OR DELETE OR UPDATE'],
] as const;
