-- Courses in three languages. Words are drawn by a power law, so that some are common and most are rare.
CREATE TEMP TABLE drawn AS
SELECT i, locale, place, place <= 4 + i % 5 AS in_title, word
FROM (
  SELECT i, locale, place, 1 + floor(power(random(), 2.2) * known)::int AS rank
  FROM generate_series(1, :courses) i
  CROSS JOIN (SELECT locale, count(*) AS known FROM vocabulary GROUP BY locale ORDER BY locale) languages
  CROSS JOIN LATERAL generate_series(1, 30 + i % 29) place
) ranks
JOIN vocabulary USING (locale, rank);

-- One in 33 stays a draft.
INSERT INTO course (id, provider_id, slug, created_at, published_version_id)
SELECT pg_temp.id('course', i), pg_temp.id('academy', 1 + i % :academies), 'course-' || i, timestamptz '2024-01-01Z',
  CASE WHEN i % 33 > 0 THEN pg_temp.id('version', i) END
FROM generate_series(1, :courses) i;

INSERT INTO course_version (id, course_id, number, kind, academic_hours, minutes_per_academic_hour, created_at, published_at)
SELECT pg_temp.id('version', i), pg_temp.id('course', i), 1,
  (enum_range(NULL::course_kind))[1 + i % 7], 8 * (1 + i % 9), 45, timestamptz '2024-01-01Z',
  CASE WHEN i % 33 > 0 THEN timestamptz '2024-01-01Z' + i * (interval '900 days' / :courses) END
FROM generate_series(1, :courses) i;

INSERT INTO course_translation (version_id, locale, position, title, summary)
SELECT pg_temp.id('version', i), locale, array_position(ARRAY['uz', 'ru', 'en'], locale) - 1,
  pg_temp.capital(string_agg(word, ' ' ORDER BY place) FILTER (WHERE in_title)),
  pg_temp.capital(string_agg(word, ' ' ORDER BY place) FILTER (WHERE NOT in_title)) || '.'
FROM drawn GROUP BY i, locale;

INSERT INTO course_sector (version_id, sector_code)
SELECT DISTINCT pg_temp.id('version', i), codes[1 + floor(power(random(), 1.5) * cardinality(codes))::int]
FROM generate_series(1, :courses) i, generate_series(1, 2), (SELECT array_agg(code ORDER BY code) AS codes FROM sector) known;

INSERT INTO course_role (version_id, role_code)
SELECT pg_temp.id('version', i), codes[1 + i % cardinality(codes)]
FROM generate_series(1, :courses) i, (SELECT array_agg(code ORDER BY code) AS codes FROM training_role) known;

INSERT INTO course_country (version_id, country_code)
SELECT pg_temp.id('version', i), (ARRAY['UZ', 'KZ', 'KG'])[1 + i % 3] FROM generate_series(1, :courses) i;

INSERT INTO course_language (version_id, locale)
SELECT pg_temp.id('version', i), locale FROM generate_series(1, :courses) i, unnest(ARRAY['uz', 'ru']) locale;
