import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of a record that says where it comes from, and is marked, not deleted, when it leaves the lists. */
const SOURCED = `
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]',
  retired_at timestamptz`;

/** Countries with all that belongs to them, sectors, training roles. Their rows come from the load, none from here. */
export class CreateReference1795305601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TYPE verification AS ENUM ('VERIFIED', 'PARTLY', 'UNVERIFIED')`);
    await createCountries(runner);
    await createCountryParts(runner);
    await createSectorsAndRoles(runner);

    await runner.query(`
      CREATE TABLE reference_version (
        "only" boolean PRIMARY KEY DEFAULT true,
        version integer NOT NULL DEFAULT 0,
        is_shipped boolean NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT one_reference_version CHECK ("only")
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['reference_version', 'training_role', 'sector', 'union_center', 'subdivision', 'country_time_zone'];
    tables.push('country_language', 'language', 'country', 'currency');
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);

    const types = ['training_role_level', 'training_role_group', 'language_role', 'text_direction', 'weekday'];
    for (const type of [...types, 'verification']) await runner.query(`DROP TYPE ${type}`);
  }
}

async function createCountries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TYPE weekday AS ENUM
      ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')`);
  await runner.query(`
    CREATE TABLE currency (
      code text PRIMARY KEY,
      numeric text NOT NULL,
      decimals integer NOT NULL,
      display_decimals integer NOT NULL,
      ${SOURCED},
      CONSTRAINT currency_code_is_iso_4217 CHECK (code ~ '^[A-Z]{3}$'),
      CONSTRAINT currency_decimals_are_few CHECK (decimals BETWEEN 0 AND 4 AND display_decimals BETWEEN 0 AND 4)
    )`);
  await runner.query(`
    CREATE TABLE country (
      code text PRIMARY KEY,
      alpha3 text NOT NULL,
      numeric text NOT NULL,
      names jsonb NOT NULL,
      official_name_en text NOT NULL,
      currency_code text NOT NULL REFERENCES currency (code) ON DELETE RESTRICT,
      calling_code text NOT NULL,
      mobile_digits integer NOT NULL,
      week_start weekday NOT NULL,
      weekend weekday[] NOT NULL,
      calendars text[] NOT NULL,
      note text,
      ${SOURCED},
      CONSTRAINT country_code_is_alpha_2 CHECK (code ~ '^[A-Z]{2}$'),
      CONSTRAINT country_name_is_never_blank CHECK (coalesce(names ->> 'en', '') <> '')
    )`);
}

async function createCountryParts(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TYPE text_direction AS ENUM ('LTR', 'RTL')`);
  await runner.query(`
    CREATE TABLE language (
      tag text PRIMARY KEY,
      script text NOT NULL,
      direction text_direction NOT NULL,
      retired_at timestamptz
    )`);
  await runner.query(`
    CREATE TYPE language_role AS ENUM
      ('STATE', 'OFFICIAL', 'REGIONAL', 'INTERETHNIC', 'WIDELY_USED', 'PLANNED')`);
  await runner.query(`
    CREATE TABLE country_language (
      country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
      tag text NOT NULL REFERENCES language (tag) ON DELETE RESTRICT,
      position integer NOT NULL,
      role language_role NOT NULL,
      note text,
      ${SOURCED},
      PRIMARY KEY (country_code, tag)
    )`);
  await runner.query(`
    CREATE TABLE country_time_zone (
      country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
      time_zone text NOT NULL,
      position integer NOT NULL,
      retired_at timestamptz,
      PRIMARY KEY (country_code, time_zone)
    )`);
  await runner.query(`
    CREATE TABLE subdivision (
      code text PRIMARY KEY,
      country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
      type text,
      names jsonb NOT NULL,
      parent_code text REFERENCES subdivision (code) ON DELETE RESTRICT,
      former_code text,
      time_zone text,
      note text,
      ${SOURCED},
      FOREIGN KEY (country_code, time_zone) REFERENCES country_time_zone (country_code, time_zone) ON DELETE RESTRICT,
      CONSTRAINT subdivision_code_is_of_its_country CHECK (code LIKE country_code || '-%'),
      CONSTRAINT subdivision_name_is_never_blank CHECK (coalesce(names ->> 'en', '') <> '')
    )`);
  // Others refer to a subdivision together with its country, so that the two always agree.
  await runner.query('CREATE UNIQUE INDEX subdivision_of_country ON subdivision (country_code, code)');
  await runner.query(`
    CREATE TABLE union_center (
      code text PRIMARY KEY,
      country_code text NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
      position integer NOT NULL,
      names jsonb NOT NULL,
      short_name text,
      website text,
      note text,
      ${SOURCED},
      CONSTRAINT union_center_name_is_never_blank CHECK (coalesce(names ->> 'en', '') <> '')
    )`);
  await runner.query('CREATE INDEX union_center_of_country ON union_center (country_code, position)');
}

async function createSectorsAndRoles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE sector (
      code text PRIMARY KEY,
      names jsonb NOT NULL,
      isic_rev4_sections text[] NOT NULL,
      isic_rev4_divisions text[] NOT NULL,
      isic_rev4_classes text[] NOT NULL,
      note text,
      ${SOURCED},
      CONSTRAINT sector_name_is_never_blank CHECK (coalesce(names ->> 'en', '') <> '')
    )`);
  await runner.query(`
    CREATE TYPE training_role_group AS ENUM
      ('AUDIENCE', 'OFFICER', 'SPECIALIST', 'ACTIVIST', 'EDUCATOR', 'OCCUPATION', 'EXTERNAL')`);
  await runner.query(`
    CREATE TYPE training_role_level AS ENUM
      ('ANY', 'PRIMARY', 'REGIONAL', 'TERRITORIAL', 'SECTORAL', 'NATIONAL', 'ACADEMY', 'EMPLOYER', 'EMPLOYER_OR_UNION')`);
  await runner.query(`
    CREATE TABLE training_role (
      code text PRIMARY KEY,
      names jsonb NOT NULL,
      "group" training_role_group NOT NULL,
      level training_role_level NOT NULL,
      isco08 text,
      isco08_title text,
      note text,
      ${SOURCED},
      CONSTRAINT training_role_name_is_never_blank CHECK (coalesce(names ->> 'en', '') <> '')
    )`);
}
