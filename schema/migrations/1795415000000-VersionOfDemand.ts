import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One number that is another one whenever open demand changed, so that sums can be kept. It is raised at the very end of
 * a transaction, when that waits for no other lock any more.
 */
export class VersionOfDemand1795415000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_request_demand_version (
        is_only boolean PRIMARY KEY DEFAULT true,
        version bigint NOT NULL DEFAULT 0,
        CONSTRAINT one_version_of_demand CHECK (is_only)
      )`);
    await runner.query('INSERT INTO program_request_demand_version DEFAULT VALUES');
    await runner.query(`
      CREATE FUNCTION raise_version_of_demand() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE program_request_demand_version SET version = version + 1;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER raise_version AFTER INSERT OR UPDATE OR DELETE ON program_request_demand
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_demand()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER raise_version ON program_request_demand');
    await runner.query('DROP FUNCTION raise_version_of_demand()');
    await runner.query('DROP TABLE program_request_demand_version');
  }
}
