-- What the catalog shows and finds of the courses, as publishing them would have written it.
CREATE TEMP TABLE found AS
SELECT i, array_agg(DISTINCT form) FILTER (WHERE in_title) AS title_forms, array_agg(DISTINCT form) AS forms
FROM (
  SELECT i, in_title, unnest(forms) AS form FROM drawn
  UNION ALL
  SELECT i, false, unnest(forms) FROM generate_series(1, :courses) i
  JOIN (SELECT version_id, sector_code AS code FROM course_sector UNION ALL SELECT version_id, role_code FROM course_role) coded
    ON coded.version_id = pg_temp.id('version', i)
  JOIN named USING (code)
) words GROUP BY i;

INSERT INTO catalog_entry (course_id, version_id, stage, slug, provider_id, kind, version_number, academic_hours,
  minutes_per_academic_hour, published_at, shown_at, sector_codes, role_codes, country_codes, languages, texts,
  title_words, all_words)
SELECT course.id, version.id, CASE WHEN course.published_version_id IS NULL THEN 'DRAFT' ELSE 'PUBLISHED' END::course_stage,
  course.slug, course.provider_id, version.kind, version.number, version.academic_hours,
  version.minutes_per_academic_hour, version.published_at, coalesce(version.published_at, course.created_at),
  ARRAY(SELECT sector_code FROM course_sector WHERE version_id = version.id ORDER BY 1),
  ARRAY(SELECT role_code FROM course_role WHERE version_id = version.id ORDER BY 1),
  ARRAY(SELECT country_code FROM course_country WHERE version_id = version.id ORDER BY 1),
  ARRAY(SELECT locale FROM course_language WHERE version_id = version.id ORDER BY 1),
  (SELECT jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'summary', summary, 'isDescribed', false) ORDER BY position)
   FROM course_translation WHERE version_id = version.id),
  array_to_tsvector(found.title_forms), array_to_tsvector(found.forms)
FROM found
JOIN course ON course.id = pg_temp.id('course', i)
JOIN course_version version ON version.course_id = course.id;

-- Readers of other languages see the title in Uzbek, the language of the academies.
INSERT INTO catalog_title (course_id, locale, title_key)
SELECT course_version.course_id, tag, title FROM language
JOIN course_translation ON locale = CASE WHEN split_part(tag, '-', 1) IN ('ru', 'en') THEN split_part(tag, '-', 1) ELSE 'uz' END
JOIN course_version ON course_version.id = course_translation.version_id;

INSERT INTO catalog_word (word)
SELECT DISTINCT form FROM found, unnest(forms) form WHERE length(form) >= 4 AND form !~ '\d';
