import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search looks at thousands of entries for their date and their codes, and shows the texts of twenty. Texts and
 * words now lie beside the table (TOAST), so that a page of it holds five times as many entries.
 */
export class NarrowCatalogEntries1795412000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE catalog_entry SET (toast_tuple_target = 128)');
    for (const column of COUNTED) {
      await runner.query(`ALTER TABLE catalog_entry ALTER COLUMN ${column} SET STORAGE MAIN`);
    }
    // Words are looked at one by one where an index does not help; unpacking them would cost more than reading them.
    await runner.query('ALTER TABLE catalog_entry ALTER COLUMN words SET STORAGE EXTERNAL');
    await runner.query(MOVE);
    await runner.query(SAMPLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX catalog_words_of_sample');
    for (const column of ['words', ...COUNTED]) {
      await runner.query(`ALTER TABLE catalog_entry ALTER COLUMN ${column} SET STORAGE EXTENDED`);
    }
    await runner.query('ALTER TABLE catalog_entry RESET (toast_tuple_target)');
  }
}

/** What facets and filters look at stays in the row. */
const COUNTED = ['slug', 'sector_codes', 'role_codes', 'country_codes', 'languages'];

/** Values made anew, for those that stay the same are left where they are. */
const MOVE = `UPDATE catalog_entry SET
  texts = texts || '[]', words = array_to_tsvector(tsvector_to_array(words)),
  sector_codes = sector_codes || '{}', role_codes = role_codes || '{}', country_codes = country_codes || '{}',
  languages = languages || '{}', slug = slug || ''`;

/** One entry of eight: enough to see whether a word is common, and how what it finds could be narrowed. */
const SAMPLE = `CREATE INDEX catalog_words_of_sample ON catalog_entry USING gin (words)
  WHERE get_byte(uuid_send(course_id), 15) < 32`;
