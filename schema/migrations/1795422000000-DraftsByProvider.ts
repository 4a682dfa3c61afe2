import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts and retired courses are listed for those who edit them, by academy; of others’ none is read. */
export class DraftsByProvider1795422000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX catalog_unpublished_of_provider ON catalog_entry (provider_id, shown_at DESC, course_id DESC)
       WHERE NOT stage = 'PUBLISHED'`,
    );
    await runner.query('DROP INDEX catalog_unpublished');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX catalog_unpublished ON catalog_entry (shown_at DESC, course_id DESC) WHERE NOT stage = 'PUBLISHED'`,
    );
    await runner.query('DROP INDEX catalog_unpublished_of_provider');
  }
}
