import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A curriculum for one country follows a version of its base, and says only what it says otherwise. */
export class CreateVariants1795320002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...VARIANTS, ...OVERRIDES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE curriculum_override_translation');
    await runner.query('DROP TABLE curriculum_override');
    await runner.query('DROP TYPE override_kind');
    await runner.query('ALTER TABLE curriculum_version DROP COLUMN base_version_id');
    await runner.query('DROP TRIGGER variant_follows_a_base ON curriculum');
    await runner.query('DROP FUNCTION refuse_variant_of_variant()');
    await runner.query('ALTER TABLE curriculum DROP COLUMN base_id, DROP COLUMN country_code');
  }
}

const VARIANTS = [
  `ALTER TABLE curriculum
    ADD COLUMN base_id uuid REFERENCES curriculum (id) ON DELETE RESTRICT,
    ADD COLUMN country_code text REFERENCES country (code) ON DELETE RESTRICT,
    ADD CONSTRAINT variant_has_base_and_country CHECK ((base_id IS NULL) = (country_code IS NULL))`,
  'CREATE UNIQUE INDEX one_variant_per_country ON curriculum (base_id, country_code)',
  `CREATE FUNCTION refuse_variant_of_variant() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM curriculum WHERE id = NEW.base_id AND base_id IS NOT NULL) THEN
      RAISE EXCEPTION 'a variant follows a base, not another variant'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'variant_follows_a_base', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER variant_follows_a_base BEFORE INSERT OR UPDATE OF base_id ON curriculum
    FOR EACH ROW EXECUTE FUNCTION refuse_variant_of_variant()`,
  `ALTER TABLE curriculum_version
    ADD COLUMN base_version_id uuid REFERENCES curriculum_version (id) ON DELETE RESTRICT`,
];

const OVERRIDES = [
  `CREATE TYPE override_kind AS ENUM ('REPLACE', 'ADD', 'DROP', 'CHANGE_HOURS', 'OTHER_TEXTS')`,
  `CREATE TABLE curriculum_override (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,
    module_id uuid NOT NULL REFERENCES curriculum_module (id) ON DELETE RESTRICT,
    kind override_kind NOT NULL,
    module_version_id uuid REFERENCES curriculum_module_version (id) ON DELETE RESTRICT,
    hours jsonb,
    is_elective boolean NOT NULL DEFAULT false,
    requirement_id uuid REFERENCES legal_requirement (id) ON DELETE RESTRICT,
    reason text,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (version_id, module_id, kind),
    CONSTRAINT override_names_a_module CHECK ((kind IN ('REPLACE', 'ADD')) = (module_version_id IS NOT NULL)),
    CONSTRAINT override_names_hours CHECK ((kind = 'CHANGE_HOURS') = (hours IS NOT NULL)),
    CONSTRAINT override_reason_fits CHECK (char_length(reason) BETWEEN 1 AND 1000)
  )`,
  `CREATE TABLE curriculum_override_translation (
    version_id uuid NOT NULL REFERENCES curriculum_version (id) ON DELETE CASCADE,
    module_id uuid NOT NULL,
    locale text NOT NULL REFERENCES language (tag) ON DELETE RESTRICT,
    position smallint NOT NULL,
    title text NOT NULL,
    summary text,
    PRIMARY KEY (version_id, module_id, locale),
    CONSTRAINT override_title_fits CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT override_summary_fits CHECK (char_length(summary) BETWEEN 1 AND 2000)
  )`,
  ...['curriculum_override', 'curriculum_override_translation'].map(
    (table) => `CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version')`,
  ),
];
