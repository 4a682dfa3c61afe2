-- What primary organizations ask for: one or two sectors, up to three roles, one or two languages, people in up to three
-- regions. One in eight is answered already.
CREATE TEMP TABLE asked AS
SELECT r, pg_temp.id('request', r) AS id, pg_temp.id('asker', r) AS asker_id, pg_temp.id('primary', 1 + r % :organizations) AS organization_id,
  CASE WHEN r % 8 = 0 THEN 'DELIVERED' ELSE (ARRAY['SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'ACCEPTED'])[1 + r % 4] END::program_request_stage AS stage,
  sectors[1 + r % cardinality(sectors) : 1 + r % cardinality(sectors) + r % 2] AS sector_codes,
  roles[1 + r % cardinality(roles) : 1 + r % cardinality(roles) + r % 3] AS role_codes,
  CASE WHEN r % 3 = 0 THEN ARRAY['uz', 'ru'] ELSE ARRAY['uz'] END AS languages,
  now() - make_interval(hours => r % 9000) AS at
FROM generate_series(1, :requests) r,
  (SELECT array_agg(code ORDER BY code) AS sectors FROM sector) known_sectors,
  (SELECT array_agg(code ORDER BY code) AS roles FROM training_role) known_roles;

INSERT INTO program_request (id, number, organization_id, academy_id, stage, turn_since, locale, title, outcomes, sector_codes,
  role_codes, languages, course_kinds, delivery_modes, period_from, period_to, words, submitted_at, created_at)
SELECT id, 'B-' || r, organization_id, pg_temp.id('academy', 1 + r % :academies), stage, at, 'uz', title, ARRAY['Able to ' || r],
  sector_codes, role_codes, languages, '{SEMINAR}', '{ON_SITE}', current_date, current_date + 180, lower(title), at, at
FROM asked, LATERAL (
  SELECT pg_temp.capital(string_agg(word, ' ' ORDER BY rank)) AS title FROM vocabulary WHERE locale = 'uz' AND rank % 400 = r % 400
) named;

INSERT INTO program_request_asker (id, request_id, organization_id, is_requester, created_at)
SELECT asker_id, id, organization_id, true, at FROM asked;

INSERT INTO program_request_people (asker_id, country_code, subdivision_code, people)
SELECT asker_id, 'UZ', regions[1 + (r + i) % cardinality(regions)], 5 + r % 40
FROM asked, generate_series(0, 2) i, (SELECT array_agg(code ORDER BY code) AS regions FROM subdivision WHERE country_code = 'UZ') known
WHERE i <= r % 3;

-- As every act on a request writes it.
INSERT INTO program_request_demand (request_id, country_code, subdivision_code, wanted, supported, sector_codes, role_codes, languages)
SELECT asked.id, country_code, subdivision_code, people, 0, sector_codes, role_codes, languages
FROM asked JOIN program_request_people USING (asker_id) WHERE stage <> 'DELIVERED';
