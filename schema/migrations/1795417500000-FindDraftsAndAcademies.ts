import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few courses are not published, and few organizations are academies: they are found without going through the others. */
export class FindDraftsAndAcademies1795417500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX catalog_unpublished ON catalog_entry (shown_at DESC, course_id DESC) WHERE NOT stage = 'PUBLISHED'`,
    );
    await runner.query(`CREATE INDEX organization_academies ON organization (id) WHERE kind = 'ACADEMY'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX organization_academies');
    await runner.query('DROP INDEX catalog_unpublished');
  }
}
