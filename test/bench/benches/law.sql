-- Sector programs with a variant for each of seven countries, and the law that they answer to. Texts are made up of
-- numbered words, and so is the law: nothing here was ever passed.
CREATE FUNCTION pg_temp.id(kind text, number int) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
  SELECT (lpad(to_hex(1767225600000 + number), 12, '0') || '7' || left(md5(kind), 3) || '8' || left(md5(kind || number), 15))::uuid $$;
CREATE TEMP TABLE country_of AS
SELECT row_number() OVER (ORDER BY code)::int AS n, code FROM country WHERE code IN ('AF', 'AZ', 'KG', 'KZ', 'TJ', 'TM', 'UZ');
CREATE TEMP TABLE keeper AS SELECT id FROM organization WHERE kind = 'ACADEMY' ORDER BY id LIMIT 1;

INSERT INTO legal_act (id, code, country_code, areas, titles, status, source, verification)
SELECT pg_temp.id('act', n * 100 + i), 'bench-' || lower(code) || '-' || i, code, '{OSH_TRAINING}',
  jsonb_build_object('en', 'Act ' || i), 'IN_FORCE', 'made up for a bench', 'VERIFIED'
FROM country_of, generate_series(1, 20) i;

INSERT INTO legal_act_edition (id, act_id, number, in_force_from, source, verification)
SELECT pg_temp.id('edition', n * 100 + i), pg_temp.id('act', n * 100 + i), 1, date '2020-01-01', 'made up for a bench', 'VERIFIED'
FROM country_of, generate_series(1, 20) i;

-- 1,000 of them, evenly over the acts.
INSERT INTO legal_requirement (id, edition_id, code, position, kind, texts, role_codes, other_audience, value, unit,
  training_modes, documents, providers, source, verification)
SELECT pg_temp.id('requirement', i), pg_temp.id('edition', (1 + i % 7) * 100 + 1 + i / 7 % 20), 'asks-' || i, 1 + i / 140,
  CASE WHEN is_hours THEN 'MIN_HOURS' ELSE 'CONTENT' END::requirement_kind, jsonb_build_object('en', 'Asks ' || i), '{}', '{}',
  CASE WHEN is_hours THEN 16 + i % 60 END, CASE WHEN is_hours THEN 'ACADEMIC_HOURS' END::legal_unit, '{}', '{}', '{}',
  'made up for a bench', CASE WHEN i % 3 = 0 THEN 'UNVERIFIED' ELSE 'VERIFIED' END::verification
FROM generate_series(0, 999) i, LATERAL (SELECT i % 5 = 0 AS is_hours) kinds;

-- Shared modules, each in ten curricula.
INSERT INTO curriculum_module (id, owner_id, newest_version_id)
SELECT pg_temp.id('module', i), keeper.id, pg_temp.id('module version', i) FROM keeper, generate_series(1, 2000) i;
INSERT INTO curriculum_module_version (id, module_id, number, lecture_hours, practice_hours, self_study_hours, assessment_hours, published_at)
SELECT pg_temp.id('module version', i), pg_temp.id('module', i), 1, 2 + i % 4, 1 + i % 3, i % 2, 1, timestamptz '2024-01-01Z'
FROM generate_series(1, 2000) i;
INSERT INTO curriculum_module_translation (version_id, locale, position, title)
SELECT pg_temp.id('module version', i), locale, place, 'Module ' || i || ' ' || locale
FROM generate_series(1, 2000) i, unnest(ARRAY['uz', 'ru', 'en']) WITH ORDINALITY AS l (locale, place);
INSERT INTO curriculum_outcome (id, module_id)
SELECT pg_temp.id('outcome', i * 10 + k), pg_temp.id('module', i) FROM generate_series(1, 2000) i, generate_series(1, 3) k;
INSERT INTO curriculum_module_outcome (version_id, position, locale, text, outcome_id)
SELECT pg_temp.id('module version', i), k, locale, md5('skill' || i % 700) || ' ' || md5('tool' || (i * k) % 300) || ' ' || locale, pg_temp.id('outcome', i * 10 + k)
FROM generate_series(1, 2000) i, generate_series(1, 3) k, unnest(ARRAY['uz', 'ru', 'en']) locale;

-- Bases, published; the variants follow them.
CREATE TEMP TABLE program AS
SELECT c, 0 AS n, NULL::text AS code, c * 10 AS number FROM generate_series(1, 500) c
UNION ALL SELECT c, n, code, c * 10 + n FROM generate_series(1, 500) c, country_of;
INSERT INTO curriculum (id, code, owner_id, base_id, country_code, published_version_id, created_at)
SELECT pg_temp.id('curriculum', number), 'C-' || (100000 + c) || coalesce('-' || code, ''), keeper.id, CASE WHEN n > 0 THEN pg_temp.id('curriculum', c * 10) END, code,
  pg_temp.id('curriculum version', number), timestamptz '2024-01-01Z' + number * interval '1 minute'
FROM program, keeper;
INSERT INTO curriculum_version (id, curriculum_id, number, base_version_id, published_at)
SELECT pg_temp.id('curriculum version', number), pg_temp.id('curriculum', number), 1,
  CASE WHEN n > 0 THEN pg_temp.id('curriculum version', c * 10) END, timestamptz '2024-01-01Z'
FROM program;
INSERT INTO curriculum_translation (version_id, locale, position, title, summary)
SELECT pg_temp.id('curriculum version', number), locale, place, md5('subject' || c % 90) || ' ' || locale, md5('trade' || c % 40)
FROM program, unnest(ARRAY['uz', 'ru', 'en']) WITH ORDINALITY AS l (locale, place) WHERE n = 0;
INSERT INTO curriculum_sector (version_id, sector_code)
SELECT pg_temp.id('curriculum version', number), codes[1 + c % cardinality(codes)]
FROM program, (SELECT array_agg(code ORDER BY code) AS codes FROM sector) known WHERE n = 0;
INSERT INTO curriculum_role (version_id, role_code)
SELECT pg_temp.id('curriculum version', number), codes[1 + c % cardinality(codes)]
FROM program, (SELECT array_agg(code ORDER BY code) AS codes FROM training_role) known WHERE n = 0;
INSERT INTO curriculum_placement (version_id, position, module_id, module_version_id, is_elective)
SELECT pg_temp.id('curriculum version', c * 10), p, pg_temp.id('module', m), pg_temp.id('module version', m), p % 10 = 0
FROM generate_series(1, 500) c, generate_series(1, 40) p, LATERAL (SELECT 1 + (c * 40 + p) % 2000 AS m) module;
INSERT INTO curriculum_override (version_id, module_id, kind, module_version_id, hours, reason)
SELECT pg_temp.id('curriculum version', number), pg_temp.id('module', 1 + (c * 40 + n) % 2000), 'CHANGE_HOURS'::override_kind, NULL::uuid,
  '{"lecture": 6, "practice": 2, "selfStudy": 0, "assessment": 1}'::jsonb, 'for a bench' FROM program WHERE n > 0
UNION ALL
SELECT pg_temp.id('curriculum version', number), pg_temp.id('module', 1 + (c * 40 + 20 + n) % 2000), 'DROP', NULL, NULL::jsonb, 'for a bench'
FROM program WHERE n > 0
UNION ALL
SELECT pg_temp.id('curriculum version', number), pg_temp.id('module', 1 + (c * 40 + 900 + n) % 2000), 'ADD',
  pg_temp.id('module version', 1 + (c * 40 + 900 + n) % 2000), NULL, 'for a bench' FROM program WHERE n > 0;

-- Each base is judged against every tenth requirement by two of its modules, each variant against three of its own.
INSERT INTO alignment (id, curriculum_id, module_id, requirement_id, act_id, requirement_code, coverage)
SELECT pg_temp.id('alignment', c * 1000 + i * 2 + k), pg_temp.id('curriculum', c * 10), pg_temp.id('module', 1 + (c * 40 + 1 + (i + k * 7) % 40) % 2000),
  pg_temp.id('requirement', r), pg_temp.id('act', (1 + r % 7) * 100 + 1 + r / 7 % 20), 'asks-' || r, 'COVERS'
FROM generate_series(1, 500) c, generate_series(0, 99) i, generate_series(0, 1) k, LATERAL (SELECT (i * 10 + c) % 1000 AS r) asked;
INSERT INTO alignment (id, curriculum_id, module_id, requirement_id, act_id, requirement_code, coverage)
SELECT pg_temp.id('own alignment', number * 10 + k), pg_temp.id('curriculum', number), pg_temp.id('module', 1 + (c * 40 + 900 + n) % 2000),
  pg_temp.id('requirement', r), pg_temp.id('act', n * 100 + 1 + r / 7 % 20), 'asks-' || r, 'COVERS'
FROM program, generate_series(1, 3) k, LATERAL (SELECT (n - 1) + 7 * ((c + k * 31) % 142) AS r) asked WHERE n > 0;

-- As publishing writes them: words of titles and outcomes, by their first letters.
INSERT INTO curriculum_stems (curriculum_id, stems)
SELECT pg_temp.id('curriculum', c * 10), array_agg(DISTINCT left(word, 5))
FROM program, LATERAL (
  SELECT unnest(string_to_array(lower(title || ' ' || coalesce(summary, '')), ' ')) AS word FROM curriculum_translation
  WHERE version_id = pg_temp.id('curriculum version', c * 10)
  UNION ALL
  SELECT unnest(string_to_array(lower(text), ' ')) FROM curriculum_placement placed
  JOIN curriculum_module_outcome outcome ON outcome.version_id = placed.module_version_id
  WHERE placed.version_id = pg_temp.id('curriculum version', c * 10)) said
WHERE n = 0 AND char_length(word) >= 4 GROUP BY c;
