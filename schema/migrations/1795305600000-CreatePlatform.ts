import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions of the whole schema, and the tables every mutation writes to: the audit and the answers to repeat. */
export class CreatePlatform1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');

    await runner.query(`
      CREATE TABLE audit_entry (
        id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        account_id uuid,
        on_behalf_of_person_id uuid,
        act text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id)');
    await runner.query('CREATE INDEX audit_entry_account ON audit_entry (account_id, id)');

    await runner.query(`
      CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$`);
    // Per statement, not per row: TRUNCATE has no rows, and a refusal needs none.
    await runner.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite()`);

    await runner.query(`
      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL,
        key text NOT NULL,
        act text NOT NULL,
        fingerprint text NOT NULL,
        outcome jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT "PK_8212a8883c2324211e557447899" PRIMARY KEY (account_id, key)
      )`);
    await runner.query('CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION refuse_to_rewrite()');
    await runner.query('DROP EXTENSION btree_gist');
    await runner.query('DROP EXTENSION pg_trgm');
  }
}
