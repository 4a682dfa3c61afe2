import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are looked up while many come in: a list of what the index lacks would be read through at each look-up. */
export class FindNamesAtOnce1795400003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX person_by_name_key SET (fastupdate = off)');
    await runner.query(`SELECT gin_clean_pending_list('person_by_name_key')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX person_by_name_key RESET (fastupdate)');
  }
}
