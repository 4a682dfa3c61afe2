import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which reservations keep seats that an accepted proposal had promised, and how many each kept. */
export class ReservePromisedSeats1795402000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE program_request_reservation (
        reservation_id uuid PRIMARY KEY REFERENCES seat_reservation ON DELETE RESTRICT,
        request_id uuid NOT NULL REFERENCES program_request ON DELETE RESTRICT,
        seats int NOT NULL CONSTRAINT program_request_reservation_keeps_seats CHECK (seats > 0)
      )`,
    );
    await runner.query('CREATE INDEX program_request_reservation_of ON program_request_reservation (request_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE program_request_reservation');
  }
}
