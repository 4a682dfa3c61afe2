import { pool } from './pool.js';

// What a page of the catalog costs at least: one prepared statement, rows into objects, objects into text.
// GET /?locale=ru&after=<course id>
const PAGE = `
  SELECT page.course_id AS id, text.title, text.summary, academy.name AS academy,
    ARRAY(SELECT coalesce(sector.names ->> $1, sector.names ->> 'en') FROM unnest(page.sector_codes) WITH ORDINALITY AS of (code, place)
      JOIN sector ON sector.code = of.code ORDER BY place) AS sectors,
    (SELECT coalesce(json_agg(json_build_object('id', next.id,
        'startsAt', to_char(next.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'seatsLeft', next.capacity - next.confirmed - next.offered - next.held - next.reserved,
        'venue', json_build_object('locality', venue.locality),
        'instructors', (SELECT coalesce(json_agg(json_build_object('fullName',
            concat_ws(' ', person.family_name, person.given_name, person.patronymic)) ORDER BY teaching.id), '[]')
          FROM instructor teaching JOIN person ON person.id = teaching.person_id
          WHERE teaching.id = ANY (next.instructor_ids))
      ) ORDER BY next.starts_at, next.id), '[]')
     FROM (SELECT * FROM offering WHERE offering.course_id = page.course_id
         AND status IN ('TENTATIVE', 'OPEN', 'CLOSED', 'RUNNING') ORDER BY starts_at, id LIMIT 3) next
     JOIN venue ON venue.id = next.venue_id) AS offerings
  FROM (SELECT * FROM catalog_entry WHERE stage = 'PUBLISHED'
      AND (shown_at, course_id) < (SELECT shown_at, course_id FROM catalog_entry WHERE course_id = $2)
    ORDER BY shown_at DESC, course_id DESC LIMIT 20) page
  JOIN course_translation text ON text.version_id = page.version_id AND text.locale = $1
  JOIN organization_name academy ON academy.organization_id = page.provider_id AND academy.locale = $1
  ORDER BY page.shown_at DESC, page.course_id DESC`;

/** The page that this query asks for, as text. */
export async function pageText(query) {
  const { rows } = await pool.query({ name: 'page', text: PAGE, values: [query.get('locale'), query.get('after')] });
  const edges = rows.map(({ id, title, summary, academy, sectors, offerings }) => ({
    node: {
      id,
      title,
      summary,
      provider: { name: academy },
      sectors: sectors.map((name) => ({ name })),
      offerings: { edges: offerings.map((node) => ({ node })) },
    },
  }));
  return JSON.stringify({ data: { courses: { edges } } });
}
