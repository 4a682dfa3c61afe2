import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are written while they are fetched, each once, by a ticket. */
export class CreateFileDownloads1795400001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TYPE file_format AS ENUM ('CSV', 'XLSX')`);
    await runner.query(`
      CREATE TABLE failed_rows_download (
        id uuid PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES member_import ON DELETE CASCADE,
        account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
        format file_format NOT NULL,
        locales text[] NOT NULL,
        ticket_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        taken_at timestamptz
      )`);
    await runner.query('CREATE UNIQUE INDEX failed_rows_download_by_ticket ON failed_rows_download (ticket_hash)');
    await runner.query('CREATE INDEX failed_rows_download_of_import ON failed_rows_download (import_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE failed_rows_download');
    await runner.query('DROP TYPE file_format');
  }
}
