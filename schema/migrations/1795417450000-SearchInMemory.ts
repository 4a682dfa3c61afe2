import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Processes search the published catalog in their own memory. Each entry says which transaction wrote it last, so that
 * they can ask what changed since; what made searching it by SQL quick, and publishing slower, goes.
 */
export class SearchInMemory1795417450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE catalog_entry ADD COLUMN written xid8 NOT NULL DEFAULT pg_current_xact_id()');
    await runner.query('CREATE INDEX catalog_written ON catalog_entry (written)');
    await runner.query(NOTE_WRITING);
    await runner.query(`CREATE TRIGGER note_writing BEFORE INSERT OR UPDATE ON catalog_entry
      FOR EACH ROW EXECUTE FUNCTION note_writing()`);
    await runner.query('DROP TABLE catalog_horizon');
    await runner.query('DROP TABLE catalog_recent');
    await runner.query('DROP INDEX catalog_words_of_small_sample');
    await runner.query('DROP INDEX catalog_words_of_sample');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX catalog_words_of_sample ON catalog_entry USING gin (words)
      WHERE get_byte(uuid_send(course_id), 15) < 32`);
    await runner.query(`CREATE INDEX catalog_words_of_small_sample ON catalog_entry USING gin (words)
      WHERE get_byte(uuid_send(course_id), 15) < 4`);
    for (const statement of RECENT) await runner.query(statement);
    await runner.query('DROP TRIGGER note_writing ON catalog_entry');
    await runner.query('DROP FUNCTION note_writing');
    await runner.query('ALTER TABLE catalog_entry DROP COLUMN written');
  }
}

const NOTE_WRITING = `
  CREATE FUNCTION note_writing() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.written := pg_current_xact_id();
    RETURN NEW;
  END $$`;

const COPIED =
  'course_id, stage, shown_at, kind, provider_id, sector_codes, role_codes, country_codes, languages, words';

const RECENT = [
  `CREATE TABLE catalog_recent (
    course_id uuid PRIMARY KEY REFERENCES catalog_entry (course_id) ON DELETE CASCADE,
    stage course_stage NOT NULL CHECK (stage = 'PUBLISHED'),
    shown_at timestamptz NOT NULL,
    kind course_kind NOT NULL,
    provider_id uuid NOT NULL,
    sector_codes text[] NOT NULL,
    role_codes text[] NOT NULL,
    country_codes text[] NOT NULL,
    languages text[] NOT NULL,
    words tsvector NOT NULL
  ) WITH (toast_tuple_target = 8160)`,
  'ALTER TABLE catalog_recent ALTER COLUMN words SET STORAGE EXTERNAL',
  `CREATE TABLE catalog_horizon (
    is_only boolean PRIMARY KEY DEFAULT true,
    shown_at timestamptz NOT NULL,
    CONSTRAINT one_horizon CHECK (is_only)
  )`,
  `INSERT INTO catalog_recent (${COPIED})
   SELECT ${COPIED.replace('words', 'array_to_tsvector(tsvector_to_array(words))')}
   FROM catalog_entry WHERE stage = 'PUBLISHED' ORDER BY shown_at DESC LIMIT 8192`,
  `INSERT INTO catalog_horizon (shown_at)
   SELECT CASE WHEN count(*) < 8192 THEN '-infinity' ELSE min(shown_at) END FROM catalog_recent`,
  'CREATE INDEX catalog_recent_newest ON catalog_recent (shown_at DESC, course_id DESC)',
  'CREATE INDEX catalog_recent_words ON catalog_recent USING gin (words)',
];
