-- Some offerings are sought by many: the first have a seat, the others wait.
INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, queue_number, requested_at, confirmed_at)
SELECT pg_temp.id('enrollment', place::int), offering.id, pg_temp.id('person', person), 'NOT_NEEDED',
  CASE WHEN line <= capacity THEN 'CONFIRMED' ELSE 'WAITLISTED' END::seat_state, 'NOT_DUE',
  CASE WHEN line > capacity THEN line - capacity END, opens_at, CASE WHEN line <= capacity THEN opens_at END
FROM (
  SELECT o, person, row_number() OVER (PARTITION BY o ORDER BY person) AS line, row_number() OVER (ORDER BY o, person) AS place
  FROM (
    SELECT DISTINCT 1 + floor(power(random(), 1.25) * :offerings)::int AS o, 1 + floor(random() * :persons)::int AS person
    FROM generate_series(1, :enrollments)
  ) pairs
) lines JOIN offering ON offering.id = pg_temp.id('offering', o);

UPDATE offering SET confirmed = counted.confirmed, waiting = counted.waiting, last_queue_number = counted.waiting
FROM (
  SELECT offering_id, count(*) FILTER (WHERE seat = 'CONFIRMED') AS confirmed, count(*) FILTER (WHERE seat = 'WAITLISTED') AS waiting
  FROM enrollment GROUP BY offering_id
) counted WHERE counted.offering_id = offering.id;
