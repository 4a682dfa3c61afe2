import type { Binds } from '#platform';
import { type Facet, holding, IN_SAMPLE, IN_SMALL_SAMPLE } from './catalog.conditions.js';
import type { SoughtWord } from './text-query.js';

export interface FacetCount {
  facet: Facet;
  value: string;
  count: number;
}

/** Courses to count: what facets count of each, as `catalog_entry.facets` holds it. */
export interface FoundCourses {
  courses: readonly string[];
  /** Whether there are more. */
  isCut: boolean;
}

/** Courses counted at most of those a text finds, which may be a third of the catalog. */
const MOST_FOUND = 500;
/** So many of the sample, an eighth of all, stand for as many courses as are counted; then it is counted instead. */
const COMMON = MOST_FOUND / 8;

/** So many of the small sample, one of sixty-four, are enough: fewer would tell too little of what is seldom. */
const VERY_COMMON = MOST_FOUND / 2;

/** In the order of the column. */
const PARTS: readonly Facet[] = ['kinds', 'sectors', 'languages', 'countries'];

/** The courses that a text finds, under each of several conditions: a row for each, its courses as lines. */
export function foundCourses(conditions: readonly string[], words: readonly SoughtWord[], binds: Binds): string {
  const held = holding(words, binds);
  const groups = conditions.map((where, place) => groupFound(`_${place}`, `${where} AND ${held}`));
  const rows = groups.map(({ row }, place) => `SELECT ${place} AS place, ${row}`);
  return `WITH ${groups.map(({ before }) => before).join(', ')} SELECT courses, "isCut" FROM (${rows.join(' UNION ALL ')}) counted ORDER BY place`;
}

/** The smallest sample that holds enough; what is rare is counted as it is. */
function groupFound(name: string, where: string): { before: string; row: string } {
  const entries = (condition: string, most: number) =>
    `SELECT facets FROM catalog_entry entry WHERE ${condition} AND ${where} LIMIT ${most}`;
  const count = (of: string) => `(SELECT count(*) FROM ${of}${name})`;
  const isVeryCommon = `${count('few')} = ${VERY_COMMON}`;
  const isCommon = `${count('sample')} >= ${COMMON}`;
  return {
    before: `few${name} AS MATERIALIZED (${entries(IN_SMALL_SAMPLE, VERY_COMMON)}),
      sample${name} AS MATERIALIZED (${entries(`NOT ${isVeryCommon} AND ${IN_SAMPLE}`, MOST_FOUND)}),
      counted${name} AS MATERIALIZED (
        SELECT * FROM few${name} WHERE ${isVeryCommon} UNION ALL SELECT * FROM sample${name} WHERE ${isCommon}
        UNION ALL (${entries(`NOT (${isVeryCommon} OR ${isCommon})`, MOST_FOUND + 1)}))`,
    row: `(SELECT string_agg(facets, E'\\n') FROM counted${name}) AS courses,
      ${isVeryCommon} OR ${isCommon} OR ${count('counted')} > ${MOST_FOUND} AS "isCut"`,
  };
}

/** How many of the courses have each value of the facets; the most frequent first, and those alike in order. */
export function countValues(courses: readonly string[], facets: readonly Facet[]): FacetCount[] {
  const alike = PARTS.map(() => new Map<string, number>());
  for (const course of courses) {
    for (const [place, part] of course.split(';').entries()) add(alike[place], part, 1);
  }
  return facets.flatMap((facet) => {
    const counts = new Map<string, number>();
    // Courses have the same few sets of values, which are taken apart once.
    for (const [values, count] of alike[PARTS.indexOf(facet)] ?? []) {
      for (const value of values.split(',')) add(counts, value, count);
    }
    counts.delete('');
    return [...counts]
      .map(([value, count]) => ({ facet, value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  });
}

function add(counts: Map<string, number> | undefined, value: string, count: number): void {
  counts?.set(value, (counts.get(value) ?? 0) + count);
}
