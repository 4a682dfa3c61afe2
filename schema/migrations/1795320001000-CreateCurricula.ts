import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Modules that live by themselves, curricula that place them, and the versions of both. */
export class CreateCurricula1795320001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...MODULES, ...CURRICULA, ...IMMUTABILITY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE curriculum DROP COLUMN published_version_id');
    await runner.query('ALTER TABLE curriculum_module DROP COLUMN newest_version_id');
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    for (const name of FUNCTIONS) await runner.query(`DROP FUNCTION ${name}()`);
  }
}

/** Children first. */
const TABLES = [
  'curriculum_prerequisite',
  'curriculum_placement',
  'curriculum_role',
  'curriculum_sector',
  'curriculum_translation',
  'curriculum_version',
  'curriculum',
  'curriculum_module_course',
  'curriculum_module_outcome',
  'curriculum_module_translation',
  'curriculum_module_version',
  'curriculum_module',
];

const FUNCTIONS = ['refuse_change_of_published_curriculum', 'refuse_change_under_published_curriculum'];

const TEXTS = (prefix: string) => `
    locale text NOT NULL REFERENCES language (tag) ON DELETE RESTRICT,
    position smallint NOT NULL,
    title text NOT NULL,
    summary text,
    PRIMARY KEY (version_id, locale),
    CONSTRAINT ${prefix}_title_fits CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT ${prefix}_summary_fits CHECK (char_length(summary) BETWEEN 1 AND 2000)`;

const MODULES = [
  `CREATE TABLE curriculum_module (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
    newest_version_id uuid,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX curriculum_module_owner ON curriculum_module (owner_id)',
  `CREATE TABLE curriculum_module_version (
    id uuid PRIMARY KEY,
    module_id uuid NOT NULL REFERENCES curriculum_module (id) ON DELETE RESTRICT,
    number int NOT NULL,
    lecture_hours numeric(6,2) NOT NULL,
    practice_hours numeric(6,2) NOT NULL,
    self_study_hours numeric(6,2) NOT NULL,
    assessment_hours numeric(6,2) NOT NULL,
    hours_source text,
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT curriculum_module_hours_in_bounds CHECK (
      lecture_hours >= 0 AND practice_hours >= 0 AND self_study_hours >= 0 AND assessment_hours >= 0
      AND lecture_hours + practice_hours + self_study_hours + assessment_hours BETWEEN 0.5 AND 2000)
  )`,
  'CREATE UNIQUE INDEX curriculum_module_version_number ON curriculum_module_version (module_id, number)',
  // Lets a placement name a module and a version of that very module.
  'CREATE UNIQUE INDEX curriculum_module_version_of ON curriculum_module_version (module_id, id)',
  `ALTER TABLE curriculum_module ADD FOREIGN KEY (newest_version_id)
    REFERENCES curriculum_module_version (id) ON DELETE RESTRICT`,
  `CREATE TABLE curriculum_module_translation (
    version_id uuid NOT NULL REFERENCES curriculum_module_version (id) ON DELETE CASCADE,${TEXTS('curriculum_module')}
  )`,
  `CREATE TABLE curriculum_module_outcome (
    version_id uuid NOT NULL REFERENCES curriculum_module_version (id) ON DELETE CASCADE,
    position smallint NOT NULL,
    locale text NOT NULL REFERENCES language (tag) ON DELETE RESTRICT,
    text text NOT NULL,
    PRIMARY KEY (version_id, position, locale),
    CONSTRAINT curriculum_module_outcome_text_fits CHECK (char_length(text) BETWEEN 1 AND 500)
  )`,
  `CREATE TABLE curriculum_module_course (
    version_id uuid NOT NULL REFERENCES curriculum_module_version (id) ON DELETE CASCADE,
    course_id uuid NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    PRIMARY KEY (version_id, course_id)
  )`,
  'CREATE INDEX curriculum_module_of_course ON curriculum_module_course (course_id)',
];

const CURRICULA = [
  `CREATE TABLE curriculum (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
    published_version_id uuid,
    revision int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX curriculum_owner ON curriculum (owner_id)',
  'CREATE INDEX curriculum_newest ON curriculum (created_at, id)',
  `CREATE TABLE curriculum_version (
    id uuid PRIMARY KEY,
    curriculum_id uuid NOT NULL REFERENCES curriculum (id) ON DELETE RESTRICT,
    number int NOT NULL,
    repeat_months int,
    training_modes training_mode[],
    documents training_document[],
    providers training_provider[],
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT curriculum_version_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT curriculum_repeats_within_bounds CHECK (repeat_months BETWEEN 1 AND 240)
  )`,
  'CREATE UNIQUE INDEX curriculum_version_number ON curriculum_version (curriculum_id, number)',
  'CREATE UNIQUE INDEX one_draft_per_curriculum ON curriculum_version (curriculum_id) WHERE published_at IS NULL',
  `ALTER TABLE curriculum ADD FOREIGN KEY (published_version_id)
    REFERENCES curriculum_version (id) ON DELETE RESTRICT`,
  `CREATE TABLE curriculum_translation (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,${TEXTS('curriculum')}
  )`,
  `CREATE TABLE curriculum_sector (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,
    sector_code text NOT NULL REFERENCES sector (code) ON DELETE RESTRICT,
    PRIMARY KEY (version_id, sector_code)
  )`,
  `CREATE TABLE curriculum_role (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,
    role_code text NOT NULL REFERENCES training_role (code) ON DELETE RESTRICT,
    PRIMARY KEY (version_id, role_code)
  )`,
  `CREATE TABLE curriculum_placement (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,
    module_id uuid NOT NULL,
    module_version_id uuid NOT NULL,
    position smallint NOT NULL,
    is_elective boolean NOT NULL,
    PRIMARY KEY (version_id, module_id),
    FOREIGN KEY (module_id, module_version_id) REFERENCES curriculum_module_version (module_id, id) ON DELETE RESTRICT,
    CONSTRAINT curriculum_placement_position UNIQUE (version_id, position)
  )`,
  'CREATE INDEX curriculum_placement_of_module ON curriculum_placement (module_id)',
  `CREATE TABLE curriculum_prerequisite (
    version_id uuid NOT NULL,
    module_id uuid NOT NULL,
    required_module_id uuid NOT NULL,
    PRIMARY KEY (version_id, module_id, required_module_id),
    FOREIGN KEY (version_id, module_id) REFERENCES curriculum_placement (version_id, module_id) ON DELETE CASCADE,
    FOREIGN KEY (version_id, required_module_id)
      REFERENCES curriculum_placement (version_id, module_id) ON DELETE CASCADE,
    CONSTRAINT module_is_not_its_own_prerequisite CHECK (module_id <> required_module_id)
  )`,
];

const CHILDREN: Record<string, string> = {
  curriculum_module_translation: 'curriculum_module_version',
  curriculum_module_outcome: 'curriculum_module_version',
  curriculum_module_course: 'curriculum_module_version',
  curriculum_translation: 'curriculum_version',
  curriculum_sector: 'curriculum_version',
  curriculum_role: 'curriculum_version',
  curriculum_placement: 'curriculum_version',
  curriculum_prerequisite: 'curriculum_version',
};

/** People learn by what was published, so it never changes; a change is a new version. */
const IMMUTABILITY = [
  `CREATE FUNCTION refuse_change_of_published_curriculum() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'what was published is immutable'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_curriculum_is_immutable', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$`,
  // The version is read FOR SHARE: whoever publishes it at this moment is waited for.
  `CREATE FUNCTION refuse_change_under_published_curriculum() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    changed record;
    published timestamptz;
  BEGIN
    FOREACH changed IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW] WHEN 'DELETE' THEN ARRAY[OLD] ELSE ARRAY[OLD, NEW] END
    LOOP
      EXECUTE format('SELECT published_at FROM %I WHERE id = $1 FOR SHARE', TG_ARGV[0])
        INTO published USING changed.version_id;
      IF published IS NOT NULL THEN
        RAISE EXCEPTION 'what was published is immutable'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_curriculum_is_immutable', TABLE = TG_TABLE_NAME;
      END IF;
    END LOOP;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$`,
  ...['curriculum_module_version', 'curriculum_version'].map(
    (table) => `CREATE TRIGGER published_curriculum_is_immutable BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_curriculum()`,
  ),
  ...Object.entries(CHILDREN).map(
    ([table, parent]) => `CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('${parent}')`,
  ),
];
