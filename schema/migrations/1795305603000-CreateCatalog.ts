import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses and their versions, and what the catalog shows of them. */
export class CreateCatalog1795305603000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TYPES, ...COURSES, ...LINKS, ...IMMUTABILITY, ...CATALOG])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE course DROP COLUMN published_version_id');
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION refuse_change_of_published_version()');
    await runner.query('DROP FUNCTION refuse_change_under_published_version()');
    await runner.query('DROP FUNCTION refuse_own_prerequisite()');
    await runner.query('DROP TYPE course_stage');
    await runner.query('DROP TYPE course_kind');
  }
}

/** Children first. */
const TABLES = [
  'catalog_word',
  'catalog_title',
  'catalog_entry',
  'course_prerequisite',
  'course_language',
  'course_country',
  'course_role',
  'course_sector',
  'course_outcome_translation',
  'course_outcome',
  'course_translation',
  'course_version',
  'course',
];

const TYPES = [
  `CREATE TYPE course_kind AS ENUM (
    'ADVANCED_TRAINING', 'MASTER_CLASS', 'ACADEMY_COURSE', 'SEMINAR', 'SCHOOL', 'RESIDENTIAL', 'EXPERIENCE_EXCHANGE')`,
  `CREATE TYPE course_stage AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED')`,
];

const COURSES = [
  `CREATE TABLE course (
    id uuid NOT NULL,
    provider_id uuid NOT NULL,
    slug text NOT NULL,
    published_version_id uuid,
    retired_at timestamptz,
    retired_reason text,
    revision int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    FOREIGN KEY (provider_id) REFERENCES organization (id) ON DELETE RESTRICT,
    CONSTRAINT course_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100),
    CONSTRAINT course_retirement_reason_needs_retirement CHECK (retired_at IS NOT NULL OR retired_reason IS NULL)
  )`,
  'CREATE UNIQUE INDEX one_course_per_slug ON course (slug)',
  'CREATE INDEX course_provider ON course (provider_id)',

  `CREATE TABLE course_version (
    id uuid NOT NULL,
    course_id uuid NOT NULL,
    number int NOT NULL,
    kind course_kind NOT NULL,
    academic_hours numeric(7,2),
    minutes_per_academic_hour smallint,
    workload_source text,
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE RESTRICT,
    CONSTRAINT course_version_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT academic_hours_in_bounds CHECK (academic_hours BETWEEN 0.5 AND 10000),
    CONSTRAINT academic_hour_in_minutes CHECK (minutes_per_academic_hour BETWEEN 30 AND 90),
    CONSTRAINT workload_is_whole CHECK ((academic_hours IS NULL) = (minutes_per_academic_hour IS NULL)),
    CONSTRAINT workload_source_needs_workload CHECK (academic_hours IS NOT NULL OR workload_source IS NULL),
    CONSTRAINT published_version_has_workload CHECK (published_at IS NULL OR academic_hours IS NOT NULL)
  )`,
  'CREATE UNIQUE INDEX course_version_number ON course_version (course_id, number)',
  'CREATE UNIQUE INDEX one_draft_per_course ON course_version (course_id) WHERE published_at IS NULL',
  `ALTER TABLE course ADD FOREIGN KEY (published_version_id) REFERENCES course_version (id) ON DELETE RESTRICT`,

  `CREATE TABLE course_translation (
    version_id uuid NOT NULL,
    locale text NOT NULL,
    position smallint NOT NULL,
    title text NOT NULL,
    summary text,
    description text,
    PRIMARY KEY (version_id, locale),
    FOREIGN KEY (version_id) REFERENCES course_version (id) ON DELETE CASCADE,
    FOREIGN KEY (locale) REFERENCES language (tag) ON DELETE RESTRICT,
    CONSTRAINT course_title_fits CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT course_summary_fits CHECK (char_length(summary) BETWEEN 1 AND 2000),
    CONSTRAINT course_description_fits CHECK (char_length(description) BETWEEN 1 AND 20000)
  )`,
  'CREATE UNIQUE INDEX course_translation_position ON course_translation (version_id, position)',

  `CREATE TABLE course_outcome (
    id uuid NOT NULL,
    version_id uuid NOT NULL,
    position smallint NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (version_id) REFERENCES course_version (id) ON DELETE CASCADE
  )`,
  'CREATE UNIQUE INDEX course_outcome_position ON course_outcome (version_id, position)',
  `CREATE TABLE course_outcome_translation (
    outcome_id uuid NOT NULL,
    locale text NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (outcome_id, locale),
    FOREIGN KEY (outcome_id) REFERENCES course_outcome (id) ON DELETE CASCADE,
    FOREIGN KEY (locale) REFERENCES language (tag) ON DELETE RESTRICT,
    CONSTRAINT course_outcome_text_fits CHECK (char_length(text) BETWEEN 1 AND 500)
  )`,
];

const LINKS = [
  link('course_sector', 'sector_code text', 'sector (code)'),
  link('course_role', 'role_code text', 'training_role (code)'),
  link('course_country', 'country_code text', 'country (code)'),
  link('course_language', 'locale text', 'language (tag)'),
  link('course_prerequisite', 'required_course_id uuid', 'course (id)'),
  'CREATE INDEX course_prerequisite_for ON course_prerequisite (required_course_id)',
];

function link(table: string, definition: string, target: string): string {
  const [column = ''] = definition.split(' ');
  return `CREATE TABLE ${table} (
    version_id uuid NOT NULL,
    ${definition} NOT NULL,
    PRIMARY KEY (version_id, ${column}),
    FOREIGN KEY (version_id) REFERENCES course_version (id) ON DELETE CASCADE,
    FOREIGN KEY (${column}) REFERENCES ${target} ON DELETE RESTRICT
  )`;
}

const CHILDREN = [
  'course_translation',
  'course_outcome',
  'course_sector',
  'course_role',
  'course_country',
  'course_language',
  'course_prerequisite',
];

/** People enroll for what was published, so it never changes; a change is a new version. */
const IMMUTABILITY = [
  `CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'a published course version is immutable'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_version_is_immutable', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$`,
  `CREATE TRIGGER published_version_is_immutable BEFORE UPDATE OR DELETE ON course_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_version()`,

  // The version is read FOR SHARE: whoever publishes it at this moment is waited for.
  `CREATE FUNCTION refuse_change_under_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    changed record;
    published timestamptz;
  BEGIN
    FOREACH changed IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW] WHEN 'DELETE' THEN ARRAY[OLD] ELSE ARRAY[OLD, NEW] END
    LOOP
      IF TG_TABLE_NAME = 'course_outcome_translation' THEN
        SELECT version.published_at INTO published FROM course_version version
        JOIN course_outcome outcome ON outcome.version_id = version.id
        WHERE outcome.id = changed.outcome_id FOR SHARE OF version;
      ELSE
        SELECT version.published_at INTO published FROM course_version version
        WHERE version.id = changed.version_id FOR SHARE OF version;
      END IF;
      IF published IS NOT NULL THEN
        RAISE EXCEPTION 'a published course version is immutable'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_version_is_immutable', TABLE = TG_TABLE_NAME;
      END IF;
    END LOOP;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$`,
  ...[...CHILDREN, 'course_outcome_translation'].map(
    (table) => `CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version()`,
  ),

  `CREATE FUNCTION refuse_own_prerequisite() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM course_version WHERE id = NEW.version_id AND course_id = NEW.required_course_id) THEN
      RAISE EXCEPTION 'a course is not its own prerequisite'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'course_is_not_its_own_prerequisite', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER course_is_not_its_own_prerequisite BEFORE INSERT OR UPDATE ON course_prerequisite
    FOR EACH ROW EXECUTE FUNCTION refuse_own_prerequisite()`,
];

/** What readers list and search: one row per course, rewritten with it. No entities: only SQL reads and writes these. */
const CATALOG = [
  `CREATE TABLE catalog_entry (
    course_id uuid PRIMARY KEY REFERENCES course (id) ON DELETE CASCADE,
    version_id uuid NOT NULL REFERENCES course_version (id) ON DELETE CASCADE,
    stage course_stage NOT NULL,
    slug text NOT NULL,
    provider_id uuid NOT NULL,
    kind course_kind NOT NULL,
    version_number int NOT NULL,
    academic_hours numeric(7,2),
    minutes_per_academic_hour smallint,
    workload_source text,
    published_at timestamptz,
    shown_at timestamptz NOT NULL,
    sector_codes text[] NOT NULL,
    role_codes text[] NOT NULL,
    country_codes text[] NOT NULL,
    languages text[] NOT NULL,
    texts jsonb NOT NULL,
    words tsvector NOT NULL
  )`,
  'CREATE INDEX catalog_entry_version ON catalog_entry (version_id)',
  `CREATE INDEX catalog_newest ON catalog_entry (shown_at DESC, course_id DESC) WHERE stage = 'PUBLISHED'`,
  `CREATE INDEX catalog_newest_of_kind ON catalog_entry (kind, shown_at DESC, course_id DESC) WHERE stage = 'PUBLISHED'`,
  'CREATE INDEX catalog_newest_of_provider ON catalog_entry (provider_id, shown_at DESC, course_id DESC)',
  'CREATE INDEX catalog_codes ON catalog_entry USING gin (sector_codes, role_codes, country_codes, languages)',
  'CREATE INDEX catalog_words ON catalog_entry USING gin (words)',
  // Facets of the whole catalog are counted from this index alone.
  `CREATE INDEX catalog_facets ON catalog_entry (course_id) INCLUDE (kind, sector_codes, languages, country_codes)
    WHERE stage = 'PUBLISHED'`,

  // Sorted by the root rules of Unicode: every alphabet of the region in its own order, whatever the server's locale.
  `CREATE TABLE catalog_title (
    course_id uuid NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    locale text NOT NULL,
    title_key text COLLATE "und-x-icu" NOT NULL,
    PRIMARY KEY (course_id, locale)
  )`,
  'CREATE INDEX catalog_by_title ON catalog_title (locale, title_key, course_id)',

  'CREATE TABLE catalog_word (word text COLLATE "C" PRIMARY KEY)',
  'CREATE INDEX catalog_similar_words ON catalog_word USING gin (word gin_trgm_ops)',
];
