import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that name people by a file: more lines than a call has, and rows that name nobody. */
export class CreateNominationFiles1795400002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE nomination_line DROP CONSTRAINT line_position,
        ADD CONSTRAINT line_position CHECK (position BETWEEN 1 AND 1000)`);
    await runner.query(`CREATE TYPE nomination_file_status AS ENUM ('AWAITING_FILE', 'READY', 'FAILED', 'NOMINATED')`);
    await runner.query(`
      CREATE TABLE nomination_file (
        id uuid PRIMARY KEY,
        offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
        account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
        file_id uuid NOT NULL REFERENCES uploaded_file ON DELETE RESTRICT,
        status nomination_file_status NOT NULL,
        fault file_fault,
        header_row int,
        chosen_columns jsonb NOT NULL DEFAULT '[]',
        columns jsonb NOT NULL DEFAULT '[]',
        nomination_id uuid REFERENCES nomination ON DELETE RESTRICT,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT only_failed_files_have_a_fault CHECK ((status = 'FAILED') = (fault IS NOT NULL)),
        CONSTRAINT only_nominated_files_have_a_letter CHECK ((status = 'NOMINATED') = (nomination_id IS NOT NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX nomination_file_by_file ON nomination_file (file_id)');
    await runner.query(`
      CREATE TABLE nomination_file_row (
        nomination_file_id uuid NOT NULL REFERENCES nomination_file ON DELETE CASCADE,
        number int NOT NULL,
        family_name text NOT NULL,
        given_name text NOT NULL,
        patronymic text,
        person_id uuid REFERENCES person ON DELETE CASCADE,
        problems jsonb NOT NULL DEFAULT '[]',
        position int,
        PRIMARY KEY (nomination_file_id, number)
      )`);
    await runner.query(
      'CREATE INDEX nomination_file_row_of_person ON nomination_file_row (person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE nomination_file_row');
    await runner.query('DROP TABLE nomination_file');
    await runner.query('DROP TYPE nomination_file_status');
    await runner.query('DELETE FROM nomination_line WHERE position > 100');
    await runner.query(`
      ALTER TABLE nomination_line DROP CONSTRAINT line_position,
        ADD CONSTRAINT line_position CHECK (position BETWEEN 1 AND 100)`);
  }
}
