import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organizations with their two lines of parents, accounts, sign-ins and grants. */
export class CreateIdentity1795305602000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        family_name text NOT NULL,
        given_name text NOT NULL,
        patronymic text,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);

    await runner.query(`
      CREATE TYPE organization_kind AS ENUM (
        'FEDERATION', 'TERRITORIAL_ASSOCIATION', 'SECTORAL_UNION', 'REGIONAL_BRANCH', 'PRIMARY_ORGANIZATION', 'ACADEMY'
      )`);
    await runner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        kind organization_kind NOT NULL,
        country_code text NOT NULL REFERENCES country ON DELETE RESTRICT,
        subdivision_code text REFERENCES subdivision ON DELETE RESTRICT,
        time_zone text NOT NULL,
        default_locale text NOT NULL,
        sectoral_parent_id uuid REFERENCES organization ON DELETE RESTRICT,
        territorial_parent_id uuid REFERENCES organization ON DELETE RESTRICT,
        source text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organization_is_not_its_own_parent
          CHECK (sectoral_parent_id <> id AND territorial_parent_id <> id)
      )`);
    await runner.query('CREATE INDEX organization_sectoral_parent ON organization (sectoral_parent_id)');
    await runner.query('CREATE INDEX organization_territorial_parent ON organization (territorial_parent_id)');

    await runner.query(`
      CREATE TABLE organization_closure (
        ancestor_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        descendant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        PRIMARY KEY (ancestor_id, descendant_id)
      )`);
    await runner.query(
      'CREATE INDEX organization_closure_by_descendant ON organization_closure (descendant_id, ancestor_id)',
    );

    await runner.query(`
      CREATE TABLE organization_name (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        locale text NOT NULL,
        name text NOT NULL,
        PRIMARY KEY (organization_id, locale)
      )`);

    await runner.query(`
      CREATE TABLE organization_sector (
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        sector_code text NOT NULL REFERENCES sector ON DELETE RESTRICT,
        PRIMARY KEY (organization_id, sector_code)
      )`);
    await runner.query('CREATE INDEX organization_sector_by_sector ON organization_sector (sector_code)');

    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
        email text NOT NULL,
        password_hash text NOT NULL,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE UNIQUE INDEX account_email ON account (email)');
    await runner.query('CREATE UNIQUE INDEX one_account_per_person ON account (person_id)');

    await runner.query(`
      CREATE TABLE sign_in (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      )`);
    await runner.query('CREATE UNIQUE INDEX sign_in_token ON sign_in (token_hash)');
    await runner.query('CREATE INDEX sign_in_account ON sign_in (account_id)');

    await runner.query(`
      CREATE TYPE role AS ENUM ('FEDERATION_ADMIN', 'ACADEMY_ADMIN', 'COURSE_EDITOR', 'ENROLLMENT_OFFICER')`);
    await runner.query(`CREATE TYPE grant_scope AS ENUM ('SELF', 'SUBTREE')`);
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
        role role NOT NULL,
        scope grant_scope NOT NULL,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        granted_by_account_id uuid,
        revoked_at timestamptz,
        CONSTRAINT role_grant_period CHECK (valid_to IS NULL OR valid_to > valid_from)
      )`);
    await runner.query('CREATE INDEX role_grant_account ON role_grant (account_id, organization_id)');

    // Its columns are those the limiter of attempts writes and reads by itself.
    await runner.query(`
      CREATE TABLE attempt (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query('CREATE INDEX attempt_expire ON attempt (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attempt');
    await runner.query('DROP TABLE role_grant');
    await runner.query('DROP TYPE grant_scope');
    await runner.query('DROP TYPE role');
    await runner.query('DROP TABLE sign_in');
    await runner.query('DROP TABLE account');
    await runner.query('DROP TABLE organization_sector');
    await runner.query('DROP TABLE organization_name');
    await runner.query('DROP TABLE organization_closure');
    await runner.query('DROP TABLE organization');
    await runner.query('DROP TYPE organization_kind');
    await runner.query('DROP TABLE person');
  }
}
