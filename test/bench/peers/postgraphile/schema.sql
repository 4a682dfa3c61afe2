-- What somebody who uses PostGraphile writes over our tables, so that it can answer the page of the catalog.
DROP SCHEMA IF EXISTS bench_peer CASCADE;
CREATE SCHEMA bench_peer;
SET LOCAL search_path TO bench_peer, public;

CREATE VIEW bench_peer.course AS
  SELECT course_id AS id, version_id, provider_id, sector_codes, shown_at FROM public.catalog_entry WHERE stage = 'PUBLISHED';
CREATE VIEW bench_peer.event AS
  SELECT id, course_id, starts_at, venue_id, status, capacity - confirmed - offered - held - reserved AS seats_left
  FROM public.offering;

CREATE FUNCTION bench_peer.catalog(below uuid) RETURNS SETOF bench_peer.course LANGUAGE sql STABLE AS $$
  SELECT course.* FROM bench_peer.course
  WHERE (course.shown_at, course.id) < (SELECT shown_at, course_id FROM public.catalog_entry WHERE course_id = catalog.below)
  ORDER BY course.shown_at DESC, course.id DESC LIMIT 20 $$;
CREATE FUNCTION bench_peer.course_title(c bench_peer.course, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT t.title FROM public.course_translation t WHERE t.version_id = c.version_id AND t.locale = course_title.locale $$;
CREATE FUNCTION bench_peer.course_summary(c bench_peer.course, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT t.summary FROM public.course_translation t WHERE t.version_id = c.version_id AND t.locale = course_summary.locale $$;
CREATE FUNCTION bench_peer.course_provider_name(c bench_peer.course, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT n.name FROM public.organization_name n
  WHERE n.organization_id = c.provider_id AND n.locale = course_provider_name.locale $$;
CREATE FUNCTION bench_peer.course_sector_names(c bench_peer.course, locale text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT coalesce(s.names ->> course_sector_names.locale, s.names ->> 'en')
    FROM unnest(c.sector_codes) WITH ORDINALITY AS of (code, place) JOIN public.sector s ON s.code = of.code ORDER BY place) $$;
CREATE FUNCTION bench_peer.course_next_events(c bench_peer.course) RETURNS SETOF bench_peer.event LANGUAGE sql STABLE AS $$
  SELECT e.* FROM bench_peer.event e
  WHERE e.course_id = c.id AND e.status IN ('TENTATIVE', 'OPEN', 'CLOSED', 'RUNNING') ORDER BY e.starts_at, e.id LIMIT 3 $$;
CREATE FUNCTION bench_peer.event_locality(e bench_peer.event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT v.locality FROM public.venue v WHERE v.id = e.venue_id $$;
-- By sessions, for PostgreSQL inlines this one; by `instructor_ids` it is called for each event, and takes three times as long.
CREATE FUNCTION bench_peer.event_instructor_names(e bench_peer.event) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT concat_ws(' ', p.family_name, p.given_name, p.patronymic)
    FROM public.instructor i JOIN public.person p ON p.id = i.person_id
    WHERE i.id = ANY (ARRAY(SELECT si.instructor_id FROM public.session s
      JOIN public.session_instructor si ON si.session_id = s.id WHERE s.offering_id = e.id))
    ORDER BY i.id) $$;

GRANT USAGE ON SCHEMA bench_peer TO odaq;
GRANT SELECT ON ALL TABLES IN SCHEMA bench_peer TO odaq;
