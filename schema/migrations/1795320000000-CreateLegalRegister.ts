import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCED = 'source text NOT NULL, verification verification NOT NULL, note text';

/** Acts, their editions and what they ask; ILO conventions. Rows come from the load and from those who record changes. */
export class CreateLegalRegister1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TYPES, ...ACTS, ...CONVENTIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    for (const type of TYPE_NAMES) await runner.query(`DROP TYPE ${type}`);
  }
}

const TABLES = ['convention_ratification', 'ilo_convention', 'legal_requirement', 'legal_act_edition', 'legal_act'];

const TYPE_NAMES = [
  'legal_area',
  'legal_act_status',
  'requirement_kind',
  'legal_unit',
  'training_mode',
  'training_document',
  'training_provider',
  'ratification_status',
];

const TYPES = [
  `CREATE TYPE legal_area AS ENUM
    ('LABOR', 'TRADE_UNIONS', 'OSH', 'OSH_TRAINING', 'EDUCATION', 'QUALIFICATIONS', 'PERSONAL_DATA')`,
  `CREATE TYPE legal_act_status AS ENUM ('IN_FORCE', 'ADOPTED', 'DOUBTFUL', 'UNKNOWN', 'REPEALED')`,
  `CREATE TYPE requirement_kind AS ENUM (
    'AUDIENCE', 'BAR', 'COLLECTION_LIMIT', 'COMPETENCE_MAP', 'CONSENT', 'CONTENT', 'CONTENT_SPLIT', 'CROSS_BORDER',
    'DATA_LOCALIZATION', 'DATA_SUBJECT_RIGHT', 'DEFINITION', 'DELIVERY_MODE', 'DOCUMENT', 'EMPLOYER_DUTY', 'FRAMEWORK',
    'INITIAL_DEADLINE', 'MIN_HOURS', 'PROVIDER', 'PUBLIC_CONTROL', 'RECERT_INTERVAL', 'REGISTRATION', 'ROLE',
    'SECURITY_LEVEL')`,
  `CREATE TYPE legal_unit AS ENUM ('MONTHS', 'HOURS', 'ACADEMIC_HOURS')`,
  `CREATE TYPE training_mode AS ENUM ('IN_PERSON', 'ONLINE')`,
  `CREATE TYPE training_document AS ENUM ('ATTENDANCE', 'COMPLETION', 'KNOWLEDGE_CHECK', 'QUALIFICATION')`,
  `CREATE TYPE training_provider AS ENUM ('ACADEMY', 'TRAINING_CENTER', 'OSH_SERVICE_PROVIDER', 'EMPLOYER')`,
  `CREATE TYPE ratification_status AS ENUM ('RATIFIED', 'NOT_RATIFIED', 'NONE_FOUND', 'UNDER_WAY')`,
];

const ACTS = [
  `CREATE TABLE legal_act (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
    areas legal_area[] NOT NULL,
    titles jsonb NOT NULL,
    number text,
    adopted text,
    status legal_act_status NOT NULL,
    status_note text,
    ${SOURCED},
    retired_at timestamptz,
    CONSTRAINT legal_act_title_is_never_blank CHECK (coalesce(titles ->> 'en', '') <> ''),
    CONSTRAINT legal_act_adopted_is_a_date CHECK (adopted ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
  )`,
  'CREATE UNIQUE INDEX one_legal_act_per_code ON legal_act (code)',
  'CREATE INDEX legal_act_country ON legal_act (country_code, code)',
  `CREATE TABLE legal_act_edition (
    id uuid PRIMARY KEY,
    act_id uuid NOT NULL REFERENCES legal_act (id) ON DELETE RESTRICT,
    number int NOT NULL,
    seen text,
    in_force_from date,
    in_force_until date,
    recorded_at timestamptz,
    ${SOURCED},
    CONSTRAINT legal_act_edition_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT legal_act_edition_ends_after_start CHECK (in_force_until > in_force_from),
    CONSTRAINT one_edition_in_force
      EXCLUDE USING gist (act_id WITH =, daterange(in_force_from, in_force_until, '[)') WITH &&)
  )`,
  'CREATE UNIQUE INDEX legal_act_edition_number ON legal_act_edition (act_id, number)',
  `CREATE TABLE legal_requirement (
    id uuid PRIMARY KEY,
    edition_id uuid NOT NULL REFERENCES legal_act_edition (id) ON DELETE CASCADE,
    code text NOT NULL,
    position smallint NOT NULL,
    kind requirement_kind NOT NULL,
    texts jsonb NOT NULL,
    article text,
    role_codes text[] NOT NULL,
    other_audience text[] NOT NULL,
    value int,
    unit legal_unit,
    training_modes training_mode[] NOT NULL,
    documents training_document[] NOT NULL,
    providers training_provider[] NOT NULL,
    in_force_from date,
    ${SOURCED},
    CONSTRAINT legal_requirement_text_is_never_blank CHECK (coalesce(texts ->> 'en', '') <> ''),
    CONSTRAINT legal_requirement_value_has_a_unit CHECK ((value IS NULL) = (unit IS NULL)),
    CONSTRAINT legal_requirement_value_is_positive CHECK (value > 0)
  )`,
  'CREATE UNIQUE INDEX one_requirement_per_code ON legal_requirement (edition_id, code)',
];

const CONVENTIONS = [
  `CREATE TABLE ilo_convention (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    number int NOT NULL,
    titles jsonb NOT NULL,
    adopted date NOT NULL,
    in_force_from date NOT NULL,
    bears_on_training text NOT NULL,
    ${SOURCED},
    CONSTRAINT ilo_convention_title_is_never_blank CHECK (coalesce(titles ->> 'en', '') <> '')
  )`,
  'CREATE UNIQUE INDEX one_ilo_convention_per_code ON ilo_convention (code)',
  `CREATE TABLE convention_ratification (
    convention_id uuid NOT NULL REFERENCES ilo_convention (id) ON DELETE CASCADE,
    country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
    status ratification_status NOT NULL,
    date text,
    ${SOURCED},
    PRIMARY KEY (convention_id, country_code),
    CONSTRAINT convention_ratification_date CHECK (date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
  )`,
];
