import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who replaces nobody, as nearly all do, is not written into an index of those who do. */
export class FewReplaceOthers1795423000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE enrollment DROP CONSTRAINT replaced_once');
    await runner.query('CREATE UNIQUE INDEX replaced_once ON enrollment (replaces_id) WHERE replaces_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX replaced_once');
    await runner.query('ALTER TABLE enrollment ADD CONSTRAINT replaced_once UNIQUE (replaces_id)');
  }
}
