import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Program requests: who asks for what, what was proposed and came of it, and who said and did what. */
export class CreateRequests1795323600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TYPES, ...REQUEST, ...ASKERS, ...PROPOSALS, ...TALK]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    for (const type of ['stage', 'act', 'side', 'proposal_status', 'outcome_reached']) {
      await runner.query(`DROP TYPE program_request_${type}`);
    }
  }
}

/** Children first. */
const TABLES = [
  'program_request_message',
  'program_request_event',
  'program_request_evaluation',
  'program_request_offering',
  'program_request_proposal_course',
  'program_request_proposal',
  'program_request_people',
  'program_request_asker',
  'program_request',
  'program_request_year',
];

const TYPES = [
  `CREATE TYPE program_request_stage AS ENUM (
    'DRAFT', 'SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'DELIVERED', 'EVALUATED',
    'DECLINED', 'WITHDRAWN', 'MERGED')`,
  `CREATE TYPE program_request_act AS ENUM (
    'DRAFT', 'REVISE', 'SUBMIT', 'SUPPORT', 'WITHDRAW_SUPPORT', 'TAKE', 'DECLINE', 'MERGE', 'PROPOSE', 'ACCEPT',
    'RETURN', 'SCHEDULE', 'DELIVER', 'EVALUATE', 'WITHDRAW')`,
  `CREATE TYPE program_request_side AS ENUM ('REQUESTER', 'ACADEMY')`,
  `CREATE TYPE program_request_proposal_status AS ENUM ('OPEN', 'ACCEPTED', 'RETURNED', 'REVISED', 'CLOSED')`,
  `CREATE TYPE program_request_outcome_reached AS ENUM ('REACHED', 'PARTLY', 'NOT_REACHED')`,
];

const REQUEST = [
  // The row of a year is the lock under which numbers are drawn.
  `CREATE TABLE program_request_year (
    year int PRIMARY KEY,
    last_number int NOT NULL CHECK (last_number BETWEEN 1 AND 999999)
  )`,
  `CREATE TABLE program_request (
    id uuid PRIMARY KEY,
    number text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    addressed_to_id uuid REFERENCES organization ON DELETE RESTRICT,
    academy_id uuid REFERENCES organization ON DELETE RESTRICT,
    stage program_request_stage NOT NULL,
    turn_since timestamptz NOT NULL,
    locale text NOT NULL REFERENCES language ON DELETE RESTRICT,
    title text NOT NULL,
    outcomes text[] NOT NULL,
    why text,
    sector_codes text[] NOT NULL,
    role_codes text[] NOT NULL,
    languages text[] NOT NULL,
    course_kinds course_kind[] NOT NULL,
    delivery_modes delivery_mode[] NOT NULL,
    period_from date,
    period_to date,
    words text NOT NULL,
    submitted_at timestamptz,
    merged_into_id uuid REFERENCES program_request ON DELETE RESTRICT,
    created_at timestamptz NOT NULL,
    CONSTRAINT program_request_title_fits CHECK (char_length(title) BETWEEN 1 AND 200),
    CONSTRAINT program_request_period CHECK (period_from <= period_to),
    CONSTRAINT program_request_is_answered_by_an_academy
      CHECK (stage IN ('DRAFT', 'SUBMITTED', 'WITHDRAWN') OR academy_id IS NOT NULL),
    CONSTRAINT program_request_draft_is_not_submitted CHECK (stage <> 'DRAFT' OR submitted_at IS NULL),
    CONSTRAINT program_request_is_submitted CHECK (stage IN ('DRAFT', 'WITHDRAWN') OR submitted_at IS NOT NULL),
    CONSTRAINT program_request_merged_goes_on CHECK ((stage = 'MERGED') = (merged_into_id IS NOT NULL)),
    CONSTRAINT program_request_is_not_merged_into_itself CHECK (merged_into_id <> id),
    CONSTRAINT program_request_submitted_is_whole CHECK (submitted_at IS NULL OR (cardinality(outcomes) > 0
      AND cardinality(languages) > 0 AND period_from IS NOT NULL AND period_to IS NOT NULL))
  )`,
  'CREATE UNIQUE INDEX program_request_number ON program_request (number)',
  'CREATE INDEX program_request_newest ON program_request (created_at, id)',
  'CREATE INDEX program_request_of_organization ON program_request (organization_id, stage)',
  'CREATE INDEX program_request_of_academy ON program_request (academy_id, stage)',
  'CREATE INDEX program_request_addressed ON program_request (addressed_to_id, stage)',
  'CREATE INDEX program_request_merged_into ON program_request (merged_into_id) WHERE merged_into_id IS NOT NULL',
  'CREATE INDEX program_request_codes ON program_request USING gin (sector_codes, role_codes)',
  'CREATE INDEX program_request_words ON program_request USING gin (words gin_trgm_ops)',
  // What demand sums: as short as the list of needs that are not met, however many were.
  `CREATE INDEX program_request_open ON program_request (id)
    WHERE stage IN ('SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'SCHEDULED')`,
];

const ASKERS = [
  `CREATE TABLE program_request_asker (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    is_requester boolean NOT NULL,
    promised_seats int,
    withdrawn_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (request_id, organization_id),
    CONSTRAINT promised_seats_count CHECK (promised_seats >= 0),
    CONSTRAINT requester_does_not_withdraw_support CHECK (NOT is_requester OR withdrawn_at IS NULL)
  )`,
  'CREATE UNIQUE INDEX one_requester ON program_request_asker (request_id) WHERE is_requester',
  'CREATE INDEX program_request_asker_of_organization ON program_request_asker (organization_id, request_id)',
  `CREATE TABLE program_request_people (
    asker_id uuid NOT NULL REFERENCES program_request_asker ON DELETE CASCADE,
    country_code text NOT NULL REFERENCES country ON DELETE RESTRICT,
    subdivision_code text,
    people int NOT NULL,
    FOREIGN KEY (country_code, subdivision_code) REFERENCES subdivision (country_code, code) ON DELETE RESTRICT,
    UNIQUE NULLS NOT DISTINCT (asker_id, country_code, subdivision_code),
    CONSTRAINT people_count CHECK (people BETWEEN 1 AND 10000000)
  )`,
];

const PROPOSALS = [
  `CREATE TABLE program_request_proposal (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    version int NOT NULL,
    status program_request_proposal_status NOT NULL,
    academic_hours numeric(7,2) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    seats int NOT NULL,
    price_amount numeric(19,4),
    price_currency text REFERENCES currency ON DELETE RESTRICT,
    comment text,
    created_at timestamptz NOT NULL,
    UNIQUE (request_id, version),
    CONSTRAINT proposal_version_counts_from_one CHECK (version >= 1),
    CONSTRAINT proposal_hours CHECK (academic_hours BETWEEN 0.5 AND 10000),
    CONSTRAINT proposal_period CHECK (starts_on <= ends_on),
    CONSTRAINT proposal_seats CHECK (seats BETWEEN 1 AND 100000),
    CONSTRAINT proposal_price CHECK ((price_amount IS NULL) = (price_currency IS NULL) AND price_amount >= 0)
  )`,
  `CREATE UNIQUE INDEX one_active_proposal ON program_request_proposal (request_id) WHERE status IN ('OPEN', 'ACCEPTED')`,
  `CREATE TABLE program_request_proposal_course (
    proposal_id uuid NOT NULL REFERENCES program_request_proposal ON DELETE RESTRICT,
    position smallint NOT NULL,
    course_id uuid REFERENCES course ON DELETE RESTRICT,
    title text,
    kind course_kind,
    academic_hours numeric(7,2),
    PRIMARY KEY (proposal_id, position),
    CONSTRAINT proposed_course_is_known_or_described
      CHECK (course_id IS NOT NULL OR (title IS NOT NULL AND kind IS NOT NULL AND academic_hours IS NOT NULL)),
    CONSTRAINT proposed_course_title_fits CHECK (char_length(title) BETWEEN 1 AND 200)
  )`,
  'CREATE INDEX proposed_course ON program_request_proposal_course (course_id)',
  `CREATE TABLE program_request_offering (
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
    PRIMARY KEY (request_id, offering_id)
  )`,
  'CREATE INDEX program_request_offering_by_offering ON program_request_offering (offering_id)',
  `CREATE TABLE program_request_evaluation (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    rating smallint NOT NULL,
    outcomes program_request_outcome_reached[] NOT NULL,
    comment text,
    created_at timestamptz NOT NULL,
    UNIQUE (request_id, organization_id),
    CONSTRAINT evaluation_rating CHECK (rating BETWEEN 1 AND 5)
  )`,
];

const TALK = [
  `CREATE TABLE program_request_event (
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    position int NOT NULL,
    at timestamptz NOT NULL,
    act program_request_act NOT NULL,
    from_stage program_request_stage,
    to_stage program_request_stage NOT NULL,
    organization_id uuid REFERENCES organization ON DELETE RESTRICT,
    person_id uuid REFERENCES person ON DELETE RESTRICT,
    why text,
    PRIMARY KEY (request_id, position),
    CONSTRAINT event_position_counts_from_one CHECK (position >= 1),
    CONSTRAINT event_is_somebodys CHECK ((organization_id IS NULL) = (person_id IS NULL))
  )`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON program_request_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite()`,
  // A note has the side it belongs to; a reply is for both and has none.
  `CREATE TABLE program_request_message (
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
    note_of program_request_side,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
    locale text NOT NULL REFERENCES language ON DELETE RESTRICT,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT message_text_fits CHECK (char_length(text) BETWEEN 1 AND 5000)
  )`,
  'CREATE INDEX program_request_message_of_request ON program_request_message (request_id, id)',
];
