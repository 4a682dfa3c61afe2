import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldForIndex } from '#platform';

/** Organizations close, have contacts, languages and counted members, and are found by their names. */
export class GrowOrganizations1795312800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN successor_id uuid REFERENCES organization ON DELETE RESTRICT,
        ADD CONSTRAINT only_the_closed_have_a_successor CHECK (closed_at IS NOT NULL OR successor_id IS NULL),
        ADD CONSTRAINT organization_is_not_its_own_successor CHECK (successor_id <> id)`);
    await runner.query('CREATE INDEX organization_in_order ON organization (created_at, id)');
    await runner.query('CREATE INDEX organization_successor ON organization (successor_id)');

    await runner.query(`
      CREATE TYPE contact_kind AS ENUM ('EMAIL', 'PHONE', 'WEBSITE', 'ADDRESS', 'MESSENGER')`);
    await runner.query(`
      CREATE TABLE organization_contact (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        position smallint NOT NULL,
        kind contact_kind NOT NULL,
        value text NOT NULL,
        PRIMARY KEY (organization_id, position)
      )`);
    await runner.query(`
      CREATE TABLE organization_language (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        locale text NOT NULL REFERENCES language ON DELETE RESTRICT,
        position smallint NOT NULL,
        PRIMARY KEY (organization_id, locale)
      )`);

    await runner.query(`
      CREATE TABLE member_count (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
        counted_on date NOT NULL,
        members int NOT NULL,
        source text,
        reported_by_account_id uuid,
        reported_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT members_are_counted_from_zero CHECK (members >= 0)
      )`);
    await runner.query(
      'CREATE INDEX member_count_of_organization ON member_count (organization_id, counted_on DESC, id DESC)',
    );

    await runner.query(`
      CREATE TABLE organization_search (
        organization_id uuid PRIMARY KEY REFERENCES organization ON DELETE CASCADE,
        words tsvector NOT NULL
      )`);
    await runner.query('CREATE INDEX organization_search_words ON organization_search USING gin (words)');
    await runner.query('CREATE TABLE organization_word (word text PRIMARY KEY)');
    await runner.query('CREATE INDEX organization_word_similar ON organization_word USING gin (word gin_trgm_ops)');
    await fillSearch(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organization_word');
    await runner.query('DROP TABLE organization_search');
    await runner.query('DROP TABLE member_count');
    await runner.query('DROP TABLE organization_language');
    await runner.query('DROP TABLE organization_contact');
    await runner.query('DROP TYPE contact_kind');
    await runner.query('DROP INDEX organization_in_order');
    await runner.query('ALTER TABLE organization DROP COLUMN successor_id, DROP COLUMN closed_at');
  }
}

const AT_ONCE = 2_000;

/** Folding is code, so the names that are there already are folded here. */
async function fillSearch(runner: QueryRunner): Promise<void> {
  const names: { id: string; locale: string; name: string }[] = await runner.query(
    'SELECT organization_id AS id, locale, name FROM organization_name ORDER BY organization_id, locale',
  );
  const words = new Map<string, Set<string>>();
  for (const { id, locale, name } of names) {
    const known = words.get(id) ?? new Set();
    for (const word of foldForIndex(name, locale).split(' ')) if (word) known.add(word);
    words.set(id, known);
  }
  const rows = [...words].map(([id, known]) => ({ id, words: [...known] }));
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await runner.query(
      `INSERT INTO organization_search (organization_id, words)
       SELECT id, array_to_tsvector(ARRAY(SELECT json_array_elements_text(words)))
       FROM json_to_recordset($1::json) AS given (id uuid, words json)`,
      [JSON.stringify(rows.slice(start, start + AT_ONCE))],
    );
  }
  await runner.query(
    `INSERT INTO organization_word (word)
     SELECT DISTINCT word FROM organization_search, unnest(tsvector_to_array(words)) AS word
     WHERE length(word) >= 4 AND word !~ '[0-9]'`,
  );
}
