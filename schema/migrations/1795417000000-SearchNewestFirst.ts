import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The newest published entries once more, with their words in the row: a page of what is common is read from them
 * without touching what it is not filled from. Facets of an entry as one text, and a second, smaller sample, spare
 * counting. The vocabulary holds every word in its byte order, so that words that begin alike are found by it.
 */
export class SearchNewestFirst1795417000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACETS_OF);
    // What is added lies in the row only while there is room for it.
    await runner.query('ALTER TABLE catalog_entry SET (toast_tuple_target = 512)');
    await runner.query(
      `ALTER TABLE catalog_entry ADD COLUMN facets text NOT NULL
       GENERATED ALWAYS AS (facets_of(kind, sector_codes, languages, country_codes)) STORED`,
    );
    await runner.query('ALTER TABLE catalog_entry ALTER COLUMN facets SET STORAGE MAIN');
    await runner.query('ALTER TABLE catalog_entry SET (toast_tuple_target = 128)');
    await runner.query(`CREATE INDEX catalog_words_of_small_sample ON catalog_entry USING gin (words)
      WHERE get_byte(uuid_send(course_id), 15) < 4`);
    for (const statement of [...RECENT, ...ALL_WORDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX catalog_similar_words');
    await runner.query(`DELETE FROM catalog_word WHERE NOT (${GUESSABLE})`);
    await runner.query('ALTER TABLE catalog_word ALTER COLUMN word TYPE text COLLATE "default"');
    await runner.query('CREATE INDEX catalog_similar_words ON catalog_word USING gin (word gin_trgm_ops)');
    await runner.query('DROP TABLE catalog_horizon');
    await runner.query('DROP TABLE catalog_recent');
    await runner.query('DROP INDEX catalog_words_of_small_sample');
    await runner.query('ALTER TABLE catalog_entry DROP COLUMN facets');
    await runner.query('DROP FUNCTION facets_of');
  }
}

/** Names of values of an enumeration can be changed, for which PostgreSQL does not trust them; ours never are. */
const FACETS_OF = `
  CREATE FUNCTION facets_of(kind course_kind, sectors text[], languages text[], countries text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT kind::text || ';' || array_to_string(sectors, ',') || ';' || array_to_string(languages, ',')
      || ';' || array_to_string(countries, ',')
  $$`;

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
  // Made anew as a vector: what is copied as it is would stay packed or beside the row.
  `INSERT INTO catalog_recent (${COPIED})
   SELECT ${COPIED.replace('words', 'array_to_tsvector(tsvector_to_array(words))')}
   FROM catalog_entry WHERE stage = 'PUBLISHED' ORDER BY shown_at DESC LIMIT 8192`,
  `INSERT INTO catalog_horizon (shown_at)
   SELECT CASE WHEN count(*) < 8192 THEN '-infinity' ELSE min(shown_at) END FROM catalog_recent`,
  'CREATE INDEX catalog_recent_newest ON catalog_recent (shown_at DESC, course_id DESC)',
  'CREATE INDEX catalog_recent_words ON catalog_recent USING gin (words)',
];

const GUESSABLE = `length(word) >= 4 AND word !~ '[0-9]'`;

const ALL_WORDS = [
  'DROP INDEX catalog_similar_words',
  'ALTER TABLE catalog_word ALTER COLUMN word TYPE text COLLATE "C"',
  `INSERT INTO catalog_word SELECT word FROM ts_stat('SELECT words FROM catalog_entry')
   WHERE word NOT LIKE '^%' ON CONFLICT DO NOTHING`,
  `CREATE INDEX catalog_similar_words ON catalog_word USING gin (word gin_trgm_ops) WHERE ${GUESSABLE}`,
];
