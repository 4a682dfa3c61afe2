import type { DataSource } from 'typeorm';

/** All of an offering’s places as the database has them, beside the counters that should agree. */
export interface SeatBook {
  capacity: number;
  counters: { confirmed: number; offered: number; waiting: number };
  rows: { confirmed: number; offered: number; waiting: number; requested: number; released: number };
  /** Numbers of those who wait, in order. */
  queue: number[];
  unapprovedSeated: number;
  /** Seats kept for organizations and for people not approved yet: as counted on the offering, and as the rows say. */
  kept: { reserved: number; held: number };
  keptRows: { reserved: number; held: number };
  /** Each reservation beside what its people and those below it really have. */
  reservations: ReservationBook[];
}

interface ReservationBook {
  id: string;
  seats: number;
  named: number;
  unnamed: number;
  passedDown: number;
  namedRows: number;
  passedDownRows: number;
}

export async function seatBookOf(database: DataSource, offeringId: string): Promise<SeatBook> {
  const [book] = await database.query(
    `SELECT capacity,
       json_build_object('confirmed', confirmed, 'offered', offered, 'waiting', waiting) AS counters,
       (SELECT json_build_object(
          'confirmed', count(*) FILTER (WHERE seat = 'CONFIRMED'), 'offered', count(*) FILTER (WHERE seat = 'OFFERED'),
          'waiting', count(*) FILTER (WHERE seat = 'WAITLISTED'), 'requested', count(*) FILTER (WHERE seat = 'REQUESTED'),
          'released', count(*) FILTER (WHERE seat = 'RELEASED')) FROM enrollment WHERE offering_id = offering.id) AS rows,
       (SELECT coalesce(json_agg(queue_number ORDER BY priority DESC, queue_number), '[]')
        FROM enrollment WHERE offering_id = offering.id AND seat = 'WAITLISTED') AS queue,
       (SELECT count(*)::int FROM enrollment WHERE offering_id = offering.id AND seat IN ('OFFERED', 'CONFIRMED', 'WAITLISTED')
        AND (approval NOT IN ('NOT_NEEDED', 'APPROVED') OR (asks_approval AND NOT EXISTS (
          SELECT FROM approval_step step WHERE step.enrollment_id = enrollment.id AND step.state = 'APPROVED')
        ))) AS "unapprovedSeated",
       json_build_object('reserved', reserved, 'held', held) AS kept,
       json_build_object(
         'reserved', (SELECT coalesce(sum(unnamed), 0) FROM seat_reservation WHERE offering_id = offering.id),
         'held', (SELECT count(*) FROM enrollment WHERE offering_id = offering.id AND holds_seat)) AS "keptRows",
       (SELECT coalesce(json_agg(json_build_object('id', id, 'seats', seats, 'named', named, 'unnamed', unnamed,
          'passedDown', passed_down,
          'namedRows', (SELECT count(*) FROM enrollment WHERE reservation_id = seat_reservation.id
            AND (seat IN ('OFFERED', 'CONFIRMED') OR holds_seat)),
          'passedDownRows', (SELECT coalesce(sum(child.seats), 0) FROM seat_reservation child
            WHERE child.parent_id = seat_reservation.id)) ORDER BY id), '[]')
        FROM seat_reservation WHERE offering_id = offering.id) AS reservations
     FROM offering WHERE id = $1`,
    [offeringId],
  );
  return book;
}

/** Every number from 1 to so many. */
export const oneTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

/** What holds of every offering at every moment. */
export function expectSound({ capacity, counters, rows, queue, unapprovedSeated, ...book }: SeatBook): void {
  expect(counters).toEqual({ confirmed: rows.confirmed, offered: rows.offered, waiting: rows.waiting });
  expect(book.kept).toEqual(book.keptRows);
  const taken = rows.confirmed + rows.offered + book.kept.reserved + book.kept.held;
  expect(taken).toBeLessThanOrEqual(capacity);
  expect(unapprovedSeated).toBe(0);
  if (rows.waiting > 0) expect(taken).toBe(capacity);
  expect(queue).toEqual([...new Set(queue)].sort((a, b) => a - b));
  for (const { seats, named, unnamed, passedDown, namedRows, passedDownRows } of book.reservations) {
    expect(passedDown + named + unnamed).toBe(seats);
    expect({ named, passedDown }).toEqual({ named: namedRows, passedDown: passedDownRows });
  }
}
