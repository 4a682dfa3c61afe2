import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open need on its own: demand then costs what is open now, however much was ever asked for. */
export class AddOpenDemand1795323601000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_request_demand (
        request_id uuid NOT NULL REFERENCES program_request ON DELETE CASCADE,
        country_code text NOT NULL,
        subdivision_code text,
        wanted int NOT NULL,
        supported int NOT NULL,
        sector_codes text[] NOT NULL,
        role_codes text[] NOT NULL,
        languages text[] NOT NULL,
        UNIQUE NULLS NOT DISTINCT (request_id, country_code, subdivision_code),
        CONSTRAINT demand_counts CHECK (wanted >= 0 AND supported >= 0 AND wanted + supported > 0)
      )`);
    await runner.query(`
      INSERT INTO program_request_demand
      SELECT request.id, place.country_code, place.subdivision_code,
        coalesce(sum(place.people) FILTER (WHERE asker.is_requester), 0),
        coalesce(sum(place.people) FILTER (WHERE NOT asker.is_requester), 0),
        request.sector_codes, request.role_codes, request.languages
      FROM program_request request
      JOIN program_request_asker asker ON asker.request_id = request.id AND asker.withdrawn_at IS NULL
      JOIN program_request_people place ON place.asker_id = asker.id
      WHERE request.stage IN ('SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'SCHEDULED')
      GROUP BY request.id, place.country_code, place.subdivision_code`);
    await runner.query('DROP INDEX program_request_open');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX program_request_open ON program_request (id)
      WHERE stage IN ('SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'SCHEDULED')`);
    await runner.query('DROP TABLE program_request_demand');
  }
}
