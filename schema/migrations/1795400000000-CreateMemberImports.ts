import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files sent by ticket, lists of members read from them, and the names by which whoever is known already is found. */
export class CreateMemberImports1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...FILES, ...IMPORTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_by_name_key');
    await runner.query('DROP TABLE member_import_row');
    await runner.query('DROP TABLE member_import');
    await runner.query('DROP TYPE row_outcome');
    await runner.query('DROP TYPE member_import_status');
    await runner.query('DROP TYPE file_fault');
    await runner.query('DROP TABLE file_chunk');
    await runner.query('DROP TABLE uploaded_file');
  }
}

const FILES = [
  `CREATE TABLE uploaded_file (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
    ticket_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    reader text NOT NULL,
    taken_at timestamptz,
    kept_at timestamptz,
    byte_count int,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT kept_files_are_counted CHECK ((kept_at IS NULL) = (byte_count IS NULL))
  )`,
  'CREATE UNIQUE INDEX uploaded_file_by_ticket ON uploaded_file (ticket_hash)',
  'CREATE INDEX uploaded_file_in_order ON uploaded_file (created_at)',
  `CREATE TABLE file_chunk (
    file_id uuid NOT NULL REFERENCES uploaded_file ON DELETE CASCADE,
    position int NOT NULL,
    sealed bytea NOT NULL,
    key_version smallint NOT NULL,
    PRIMARY KEY (file_id, position)
  )`,
  // Sealed bytes do not compress.
  'ALTER TABLE file_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL',
  `CREATE TYPE file_fault AS ENUM ('EMPTY', 'BROKEN', 'OLD_FORMAT', 'NOT_A_TABLE', 'QUOTE_NOT_CLOSED',
    'TOO_LARGE_UNPACKED', 'TOO_MANY_ROWS', 'NAMES_NOT_FOUND')`,
];

const IMPORTS = [
  `CREATE TYPE member_import_status AS ENUM ('AWAITING_FILE', 'READING', 'READY', 'FAILED', 'APPLYING', 'APPLIED',
    'UNDOING', 'UNDONE', 'EXPIRED')`,
  `CREATE TYPE row_outcome AS ENUM ('NEW', 'MATCH', 'DUPLICATE', 'ERROR')`,
  `CREATE TABLE member_import (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
    file_id uuid NOT NULL REFERENCES uploaded_file ON DELETE RESTRICT,
    status member_import_status NOT NULL,
    fault file_fault,
    header_row int,
    chosen_columns jsonb NOT NULL DEFAULT '[]',
    columns jsonb NOT NULL DEFAULT '[]',
    reading int NOT NULL DEFAULT 1,
    rows_total int,
    last_row int NOT NULL DEFAULT 0,
    rows_done int NOT NULL DEFAULT 0,
    new_count int NOT NULL DEFAULT 0,
    match_count int NOT NULL DEFAULT 0,
    duplicate_count int NOT NULL DEFAULT 0,
    error_count int NOT NULL DEFAULT 0,
    people_added int NOT NULL DEFAULT 0,
    memberships_added int NOT NULL DEFAULT 0,
    memberships_kept int NOT NULL DEFAULT 0,
    applied_at timestamptz,
    undone_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT only_failed_imports_have_a_fault CHECK ((status = 'FAILED') = (fault IS NOT NULL))
  )`,
  'CREATE INDEX member_import_of_organization ON member_import (organization_id, id)',
  'CREATE UNIQUE INDEX member_import_by_file ON member_import (file_id)',
  `CREATE TABLE member_import_row (
    import_id uuid NOT NULL REFERENCES member_import ON DELETE CASCADE,
    number int NOT NULL,
    outcome row_outcome NOT NULL,
    is_confirmed boolean NOT NULL DEFAULT false,
    organization_id uuid NOT NULL,
    family_name text NOT NULL,
    given_name text NOT NULL,
    patronymic text,
    other_family_name text,
    other_given_name text,
    other_patronymic text,
    born_on date,
    email text,
    started_on date,
    name_keys text[] NOT NULL,
    number_id uuid,
    number_type national_number_type,
    number_country text,
    sealed bytea,
    key_version smallint,
    look_up bytea,
    person_id uuid NOT NULL,
    known_person_id uuid,
    membership_id uuid NOT NULL,
    problems jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (import_id, number),
    CONSTRAINT matches_are_known CHECK (outcome <> 'MATCH' OR known_person_id IS NOT NULL),
    CONSTRAINT numbers_are_sealed CHECK (num_nulls(number_id, number_type, number_country, sealed, key_version, look_up) IN (0, 6))
  )`,
  `CREATE INDEX member_import_row_by_outcome ON member_import_row (import_id, outcome, number)`,
  `CREATE INDEX person_by_name_key ON person USING gin (name_keys)`,
];
