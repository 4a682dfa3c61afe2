import type { DataSource } from 'typeorm';

/** All of an offering’s places as the database has them, beside the counters that should agree. */
export interface SeatBook {
  capacity: number;
  counters: { confirmed: number; offered: number; waiting: number };
  rows: { confirmed: number; offered: number; waiting: number; requested: number; released: number };
  /** Numbers of those who wait, in order. */
  queue: number[];
  unapprovedSeated: number;
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
        AND approval NOT IN ('NOT_NEEDED', 'APPROVED')) AS "unapprovedSeated"
     FROM offering WHERE id = $1`,
    [offeringId],
  );
  return book;
}

/** Every number from 1 to so many. */
export const oneTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);
