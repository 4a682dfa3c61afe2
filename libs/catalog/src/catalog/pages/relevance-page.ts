import type { Binds } from '#platform';
import { CourseOrder } from '../courses.args.js';
import { OF_TITLE, type Tier } from '../text-query.js';
import { isMoment, isScore, MOMENT, newerThan, type PageSql, position, positionIn } from './page-sql.js';

/** Score, moment and id of a cursor among those that a text finds. */
export function relevanceIn(after: string): string[] {
  return positionIn(after, CourseOrder.RELEVANCE, [isScore, isMoment]);
}

/**
 * No word is known that could match; the cursor stands among misspellings, and the words they stood for are gone; or
 * known places fill the page.
 */
const NOTHING: Tier = { score: 0, query: `'${OF_TITLE}'` };

/** Courses whose places are known, among those that a text finds. One that left the list since makes the page shorter. */
export interface KnownPlaces {
  where: string;
  places: readonly { courseId: string; score?: number }[];
}

/**
 * Tier by tier, each with the newest first. A tier runs only when those above it did not fill the page, so that nothing
 * is ranked that is not shown.
 */
export function relevancePage(
  tiers: readonly Tier[],
  where: string,
  after: string | null,
  size: number,
  binds: Binds,
  known: KnownPlaces | null = null,
): PageSql {
  const from = after ? relevanceIn(after) : null;
  const isFilled = (above: number) => (known?.places.filter(({ score = 0 }) => score > above).length ?? 0) >= size;
  const fitting = tiers.filter(({ score }) => (!from || score <= Number(from[0])) && !isFilled(score));
  const left = fitting.length > 0 ? fitting : [NOTHING];
  const limit = binds.count(size);
  const above: string[] = [];
  const parts = left.map(({ score, query }) => {
    const beyond = from && score === Number(from[0]) ? newerThan(from.slice(1), binds) : 'true';
    const isOpen = above.length > 0 ? `${above.join(' + ')} < ${limit}` : 'true';
    above.push(`(SELECT count(*) FROM tier_${score})`);
    return tierSql(score, `${isOpen} AND ${where} AND ${beyond}`, binds.of(query), limit);
  });
  const lists = left.map(({ score }) => `tier_${score}`);
  if (known) {
    parts.push(knownSql(known, binds));
    lists.push('known');
  }
  return {
    before: parts.join('\n'),
    page: `SELECT * FROM (${lists.map((name) => `SELECT * FROM ${name}`).join(' UNION ALL ')}) found
      ORDER BY score DESC, shown_at DESC, id DESC LIMIT ${limit}`,
    order: 'page.score DESC, page.shown_at DESC, page.id DESC',
  };
}

/**
 * One tier as a CTE. The planner cannot know how many rows a query finds, so it is neither told the query (a subselect)
 * nor let to walk the entries in their order where the index is meant (an offset of 0).
 */
function tierSql(score: number, where: string, query: string, limit: string): string {
  return `tier_${score} AS MATERIALIZED (
      SELECT entry.course_id AS id, entry.shown_at, ${score} AS score,
        ${position(CourseOrder.RELEVANCE, `${score}`, 'entry.shown_at')}
      FROM (SELECT entry.course_id, entry.shown_at FROM catalog_entry entry
        WHERE ${where} AND entry.words @@ (SELECT ${query}::tsquery) OFFSET 0) entry
      ORDER BY ${MOMENT} LIMIT ${limit}),`;
}

/** As a tier reads. */
function knownSql({ where, places }: KnownPlaces, binds: Binds): string {
  const ids = binds.of(places.map(({ courseId }) => courseId));
  const scores = binds.of(places.map(({ score }) => score));
  return `known AS MATERIALIZED (
      SELECT entry.course_id AS id, entry.shown_at, place.score, ${position(CourseOrder.RELEVANCE, 'place.score', 'entry.shown_at')}
      FROM unnest(${ids}::uuid[], ${scores}::int[]) AS place (id, score)
      JOIN catalog_entry entry ON entry.course_id = place.id WHERE ${where}),`;
}
