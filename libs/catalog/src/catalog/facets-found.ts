import type { Binds } from '#platform';
import { type Facet, holding } from './catalog.conditions.js';
import type { SoughtWord } from './text-query.js';

export interface ValueCount {
  value: string;
  count: number;
}

/** How many courses have each value; the most frequent first, and those alike in order. */
export type FacetCounts = ReadonlyMap<Facet, readonly ValueCount[]>;

/** Courses to count: what facets count of each, as `catalog_entry.facets` holds it. */
export interface FoundCourses {
  courses: readonly string[];
  /** Whether there are more. */
  isCut: boolean;
}

/** Courses counted at most. */
const MOST_COUNTED = 20_000;

/** In the order of the column. */
export const FACETS: readonly Facet[] = ['kinds', 'sectors', 'languages', 'countries'];

/** The courses that are listed under each of several conditions: a row for each, its courses as lines. */
export function foundCourses(conditions: readonly string[], words: readonly SoughtWord[] | null, binds: Binds): string {
  const held = words ? holding(words, binds) : 'true';
  const rows = conditions.map(
    (
      where,
      place,
    ) => `SELECT ${place} AS place, string_agg(facets, E'\\n') AS courses, count(*) > ${MOST_COUNTED} AS "isCut"
      FROM (SELECT facets FROM catalog_entry entry WHERE ${where} AND ${held} LIMIT ${MOST_COUNTED + 1}) counted`,
  );
  return `SELECT courses, "isCut" FROM (${rows.join(' UNION ALL ')}) found ORDER BY place`;
}

/** Counts the values that the courses have of the facets. */
export function countValues(courses: readonly string[], facets: readonly Facet[]): FacetCounts {
  const alike = FACETS.map(() => new Map<string, number>());
  for (const course of courses) {
    for (const [place, part] of course.split(';').entries()) add(alike[place], part, 1);
  }
  return new Map(
    facets.map((facet) => {
      const counts = new Map<string, number>();
      // Courses have the same few sets of values, which are taken apart once.
      for (const [values, count] of alike[FACETS.indexOf(facet)] ?? []) {
        for (const value of values.split(',')) add(counts, value, count);
      }
      counts.delete('');
      return [facet, inOrder([...counts].map(([value, count]) => ({ value, count })))];
    }),
  );
}

/** Of a value that is counted several times, all together. */
export function summed(counts: readonly ValueCount[]): ValueCount[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counts) add(sums, value, count);
  return inOrder([...sums].map(([value, count]) => ({ value, count })));
}

export function inOrder(counts: ValueCount[]): ValueCount[] {
  return counts.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function add(counts: Map<string, number> | undefined, value: string, count: number): void {
  counts?.set(value, (counts.get(value) ?? 0) + count);
}
