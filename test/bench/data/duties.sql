-- Three offices in each primary organization, and a rule of the federation for each of them. Some have learned it,
-- some have a place, the others are due or late.
CREATE TEMP TABLE office AS
SELECT n, code, pg_temp.id('rule', n) AS rule_id FROM (VALUES (1, 'PRIM_CHAIR'), (2, 'PRIM_DEPUTY'), (3, 'OSH_PUBLIC')) offices (n, code);

INSERT INTO training_rule (id, organization_id, role_code, kinds, within_days, valid_from, basis, created_by_account_id)
SELECT rule_id, pg_temp.id('federation', 1), code, '{}', 90, date '2024-01-01', 'OWN_CHOICE', pg_temp.id('account', 1) FROM office;

INSERT INTO training_rule_course (rule_id, course_id)
SELECT rule_id, pg_temp.id('course', n * 10 + i) FROM office, generate_series(1, 5) i;

-- A person comes to an office of the organization of which they are a member.
CREATE TEMP TABLE held AS
SELECT m, rule_id, code, pg_temp.id('mandate', m) AS mandate_id, pg_temp.id('person', m) AS person_id,
  pg_temp.id('primary', 1 + m % :organizations) AS organization_id, current_date - 400 + m % 450 AS started_on
FROM generate_series(1, 3 * :organizations) m JOIN office ON n = 1 + (m - 1) / :organizations;

INSERT INTO mandate (id, organization_id, person_id, role_code, basis, started_on)
SELECT mandate_id, organization_id, person_id, code, 'ELECTED', started_on FROM held;

CREATE TEMP TABLE place AS
SELECT DISTINCT ON (person_id, is_over) person_id, enrollment.id, offering.status = 'FINISHED' AS is_over, ends_at
FROM enrollment JOIN offering ON offering.id = offering_id JOIN held USING (person_id)
WHERE seat = 'CONFIRMED' ORDER BY person_id, is_over, enrollment.id;

INSERT INTO training_duty (id, rule_id, mandate_id, person_id, organization_id, role_code, first_due_on, due_on, due_at,
  learned_on, learned_enrollment_id, booked_enrollment_id)
SELECT pg_temp.id('duty', m), rule_id, mandate_id, held.person_id, organization_id, code, started_on + 90, started_on + 90,
  (started_on + 91)::timestamp AT TIME ZONE 'Asia/Tashkent', learned.ends_at::date, learned.id, booked.id
FROM held
LEFT JOIN place learned ON learned.person_id = held.person_id AND learned.is_over AND m % 5 < 3
LEFT JOIN place booked ON booked.person_id = held.person_id AND NOT booked.is_over AND m % 5 = 3;

UPDATE enrollment SET completion = 'COMPLETED', completed_on = learned_on, completion_recorded_at = now(),
  completion_recorded_by_account_id = pg_temp.id('account', 1)
FROM training_duty WHERE enrollment.id = learned_enrollment_id;
