-- Offerings of two days each, in 300 slots of which a fifth are past, several in parallel. A pair of instructors
-- teaches every offering of one parallel, so that nobody is in two places at once.
CREATE TEMP TABLE planned AS
SELECT o, slot < 60 AS is_past, parallel, courses[1 + o % cardinality(courses)] AS course_id,
  date_trunc('day', now()) + make_interval(days => (slot - 60) * 2 + CASE WHEN slot < 60 THEN -7 ELSE 7 END, hours => 6 + parallel % 4 * 2) AS starts_at
FROM (SELECT o, o % 300 AS slot, o / 300 AS parallel FROM generate_series(1, :offerings) o) slots,
  (SELECT array_agg(id ORDER BY id) AS courses FROM course WHERE published_version_id IS NOT NULL) taught;

INSERT INTO offering (id, course_id, course_version_id, provider_id, status, mode, language, time_zone, venue_id,
  starts_at, ends_at, opens_at, closes_at, capacity, minimum, asks_approval, asks_acceptance)
SELECT pg_temp.id('offering', o), course.id, course.published_version_id, course.provider_id,
  CASE WHEN is_past THEN 'FINISHED' ELSE 'OPEN' END::offering_status, 'ON_SITE', (ARRAY['ru', 'uz'])[1 + o % 2],
  'Asia/Tashkent', venue.id, starts_at, starts_at + interval '26 hours', starts_at - interval '2 years', starts_at,
  20 + 10 * (o % 5), 0, false, false
FROM planned JOIN course ON course.id = course_id JOIN venue ON venue.organization_id = course.provider_id;

INSERT INTO session (id, offering_id, starts_at, ends_at)
SELECT pg_temp.id('session', 2 * o + day), pg_temp.id('offering', o),
  starts_at + day * interval '1 day', starts_at + day * interval '1 day' + interval '2 hours'
FROM planned, generate_series(0, 1) day;

INSERT INTO instructor (id, organization_id, person_id)
SELECT pg_temp.id('instructor', i), pg_temp.id('academy', 1 + i % :academies), pg_temp.id('person', i)
FROM generate_series(1, 2 * (1 + :offerings / 300)) i;

INSERT INTO session_instructor (session_id, instructor_id, person_id, starts_at, ends_at, takes_place)
SELECT session.id, instructor.id, instructor.person_id, session.starts_at, session.ends_at, true
FROM planned CROSS JOIN generate_series(1, 2) seat CROSS JOIN generate_series(0, 1) day
JOIN session ON session.id = pg_temp.id('session', 2 * o + day)
JOIN instructor ON instructor.id = pg_temp.id('instructor', 2 * parallel + seat)
WHERE seat = 1 OR o % 2 = 0;

UPDATE offering SET instructor_ids = ids
FROM (SELECT offering_id, array_agg(DISTINCT instructor_id ORDER BY instructor_id) AS ids
  FROM session JOIN session_instructor ON session_id = session.id GROUP BY 1) teaching
WHERE offering_id = offering.id;

-- Years ahead, so that no page shows them: offerings for a rush each, and small ones to compare two sides by.
INSERT INTO offering (id, course_id, course_version_id, provider_id, status, mode, language, time_zone,
  starts_at, ends_at, opens_at, closes_at, capacity, minimum, asks_approval, asks_acceptance)
SELECT pg_temp.id(purpose, i), course.id, course.published_version_id, course.provider_id, 'OPEN', 'ONLINE', 'ru', 'Asia/Tashkent',
  starts_at, starts_at + interval '2 hours', now() - interval '1 day', starts_at, capacity, 0, false, false
FROM (SELECT id, published_version_id, provider_id FROM course WHERE published_version_id IS NOT NULL ORDER BY id LIMIT 1) course,
  (VALUES ('hot', 300, 1000), ('small', 2, 2000)) kinds (purpose, capacity, days), generate_series(1, 100) i,
  LATERAL (SELECT date_trunc('day', now()) + make_interval(days => days + 2 * i) AS starts_at) at;

INSERT INTO session (id, offering_id, starts_at, ends_at)
SELECT pg_temp.id(purpose || ' session', i), offering.id, offering.starts_at, offering.ends_at
FROM (VALUES ('hot'), ('small')) kinds (purpose), generate_series(1, 100) i
JOIN offering ON true WHERE offering.id = pg_temp.id(purpose, i);
