import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first members of many organizations are found by this index alone, which now knows also who has left. */
export class NamesOfMembersInIndex1795419100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX membership_of_organization_by_name');
    await runner.query(
      'CREATE INDEX membership_of_organization_by_name ON membership (organization_id, sort_name, id) INCLUDE (ended_on)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX membership_of_organization_by_name');
    await runner.query(
      'CREATE INDEX membership_of_organization_by_name ON membership (organization_id, sort_name, id)',
    );
  }
}
