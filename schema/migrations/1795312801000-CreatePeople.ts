import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members with their names in two scripts, memberships, offices and sealed national numbers. */
export class CreatePeople1795312801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PERSON, ...MEMBERSHIP, ...MANDATE, ...NATIONAL_NUMBER, ...ROLES]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE national_number');
    await runner.query('DROP TYPE national_number_type');
    await runner.query('DROP TABLE mandate');
    await runner.query('DROP TYPE mandate_basis');
    await runner.query('DROP TABLE membership');
    await runner.query('DROP FUNCTION name_membership()');
    await runner.query('DROP TRIGGER sort_name ON person');
    await runner.query('DROP FUNCTION name_person()');
    await runner.query(`
      ALTER TABLE person DROP COLUMN sort_name, DROP COLUMN name_keys, DROP COLUMN email, DROP COLUMN born_on,
        DROP COLUMN other_patronymic, DROP COLUMN other_given_name, DROP COLUMN other_family_name`);
    // An enum loses no value, so it is made anew; grants of the roles that go are history too, and go with them.
    await runner.query(`DELETE FROM role_grant WHERE role IN ('ORGANIZATION_OFFICER', 'PERSONAL_DATA_OFFICER')`);
    await runner.query('ALTER TYPE role RENAME TO role_with_officers');
    await runner.query(
      `CREATE TYPE role AS ENUM ('FEDERATION_ADMIN', 'ACADEMY_ADMIN', 'COURSE_EDITOR', 'ENROLLMENT_OFFICER')`,
    );
    await runner.query('ALTER TABLE role_grant ALTER COLUMN role TYPE role USING role::text::role');
    await runner.query('DROP TYPE role_with_officers');
  }
}

/** Sorted by a collation that knows all scripts; the trigger spares every writer the same line. */
const PERSON = [
  `ALTER TABLE person
    ADD COLUMN other_family_name text,
    ADD COLUMN other_given_name text,
    ADD COLUMN other_patronymic text,
    ADD COLUMN born_on date,
    ADD COLUMN email text,
    ADD COLUMN name_keys text[] NOT NULL DEFAULT '{}',
    ADD COLUMN sort_name text COLLATE "und-x-icu" NOT NULL DEFAULT '',
    ADD CONSTRAINT names_in_other_script_are_whole CHECK (
      (other_family_name IS NULL) = (other_given_name IS NULL)
      AND (other_family_name IS NOT NULL OR other_patronymic IS NULL))`,
  `CREATE FUNCTION name_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.sort_name := concat_ws(' ', NEW.family_name, NEW.given_name, NEW.patronymic);
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER sort_name BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION name_person()`,
  'UPDATE person SET sort_name = DEFAULT',
  'ALTER TABLE person ADD CONSTRAINT person_id_sort_name_key UNIQUE (id, sort_name)',
  'CREATE INDEX person_born_on ON person (born_on)',
];

const MEMBERSHIP = [
  `CREATE TABLE membership (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    person_id uuid NOT NULL,
    sort_name text COLLATE "und-x-icu" NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    added_by_account_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT membership_ends_after_start CHECK (ended_on IS NULL OR ended_on >= started_on),
    FOREIGN KEY (person_id, sort_name) REFERENCES person (id, sort_name) ON DELETE RESTRICT ON UPDATE CASCADE
  )`,
  `CREATE FUNCTION name_membership() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    SELECT sort_name INTO NEW.sort_name FROM person WHERE id = NEW.person_id;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER sort_name BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION name_membership()`,
  `CREATE UNIQUE INDEX one_membership_in_force ON membership (organization_id, person_id) WHERE ended_on IS NULL`,
  'CREATE INDEX membership_of_organization_by_name ON membership (organization_id, sort_name, id)',
  'CREATE INDEX membership_by_name ON membership (sort_name, id)',
  'CREATE INDEX membership_of_person ON membership (person_id)',
];

const MANDATE = [
  `CREATE TYPE mandate_basis AS ENUM ('ELECTED', 'APPOINTED')`,
  `CREATE TABLE mandate (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
    person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
    role_code text NOT NULL REFERENCES training_role ON DELETE RESTRICT,
    basis mandate_basis NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    recorded_by_account_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT mandate_ends_after_start CHECK (ended_on IS NULL OR ended_on >= started_on),
    CONSTRAINT one_mandate_at_a_time EXCLUDE USING gist (
      person_id WITH =, organization_id WITH =, role_code WITH =, daterange(started_on, ended_on) WITH &&)
  )`,
  'CREATE INDEX mandate_of_organization ON mandate (organization_id, started_on, id)',
  'CREATE INDEX mandate_of_person ON mandate (person_id)',
  'CREATE INDEX mandate_in_force_by_role ON mandate (role_code, organization_id) WHERE ended_on IS NULL',
];

/** The value is sealed; the look-up is a keyed hash, so the table alone tells nobody’s number. */
const NATIONAL_NUMBER = [
  `CREATE TYPE national_number_type AS ENUM ('PERSONAL_NUMBER', 'PASSPORT')`,
  `CREATE TABLE national_number (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
    type national_number_type NOT NULL,
    country_code text NOT NULL REFERENCES country ON DELETE RESTRICT,
    sealed bytea NOT NULL,
    key_version smallint NOT NULL,
    look_up bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE UNIQUE INDEX one_person_per_national_number ON national_number (type, country_code, look_up)',
  'CREATE INDEX national_number_of_person ON national_number (person_id)',
];

const ROLES = [`ALTER TYPE role ADD VALUE 'ORGANIZATION_OFFICER'`, `ALTER TYPE role ADD VALUE 'PERSONAL_DATA_OFFICER'`];
