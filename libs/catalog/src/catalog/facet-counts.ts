import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Binds, readRows } from '#platform';
import {
  type Facet,
  facetConditions,
  IN_SAMPLE,
  isOfPublished,
  listedFor,
  otherConditions,
} from './catalog.conditions.js';
import type { Listing } from './catalog.service.js';
import type { CourseFilter } from './courses.args.js';
import { SearchMemory } from './search-memory.js';
import { forgivingQuery } from './text-query.js';

export interface FacetCount {
  facet: Facet;
  value: string;
  count: number;
}

export interface FacetCounts {
  counts: FacetCount[];
  /** Whether all that fit were counted. */
  isWhole: boolean;
}

/** Courses counted at most: of those a text finds, which may be a third of the catalog, and of all others. */
const MOST_FOUND = 500;
const MOST_LISTED = 20_000;
/** So many of the sample, an eighth of all, stand for as many courses as are counted; then it is counted instead. */
const COMMON = MOST_FOUND / 8;

/** Counts how a list could be narrowed. */
@Injectable()
export class FacetCounter {
  constructor(
    private readonly database: DataSource,
    private readonly searches: SearchMemory,
  ) {}

  /** Each facet asked for, under all of the filter but its own part; the most frequent first. */
  async count(listing: Listing, facets: readonly Facet[]): Promise<FacetCounts> {
    if (listing.words?.length === 0) return { counts: [], isWhole: true };
    const count = () => this.counted(listing, facets);
    return isOfPublished(listing.filter) ? this.searches.of(['facets', facets, listing.filter], count) : count();
  }

  private async counted({ asked, filter, words }: Listing, facets: readonly Facet[]): Promise<FacetCounts> {
    const binds = new Binds();
    const base = [listedFor(asked.viewer, filter, binds), ...otherConditions(filter, binds)];
    const text = words && binds.of(forgivingQuery(words));
    const groups = new Map<string, string>();
    const counts = facets.map((facet) => {
      // Facets that the filter does not narrow by count the same courses, which are found once.
      const name = isNarrowedBy(filter, facet) ? `alike_but_${facet}` : 'alike';
      if (!groups.has(name)) {
        const where = [...base, ...facetConditions(filter, binds, facet)].join(' AND ');
        groups.set(name, text ? groupsFound(name, where, text) : groupsListed(name, where));
      }
      return `SELECT '${facet}' AS facet, ${FACET_VALUES[facet]} AS value, sum(courses)::int AS count,
        bool_or(is_cut) AS "isCut" FROM ${name} GROUP BY 2`;
    });
    const rows = await readRows<FacetCount & { isCut: boolean }>(
      this.database,
      `WITH ${[...groups.values()].join(', ')}
       SELECT * FROM (${counts.join(' UNION ALL ')}) counted ORDER BY count DESC, value COLLATE "C"`,
      binds.values,
    );
    return { counts: rows, isWhole: !rows.some(({ isCut }) => isCut) };
  }
}

function isNarrowedBy(filter: CourseFilter, facet: Facet): boolean {
  return facetConditions(filter, new Binds()).length > facetConditions(filter, new Binds(), facet).length;
}

const ALIKE = 'kind, sector_codes, languages, country_codes';

/** Courses that are alike in all four are counted together first: of all there are, such groups are far fewer. */
function groupsListed(name: string, where: string): string {
  return `${name}_counted AS MATERIALIZED (
      SELECT ${ALIKE} FROM catalog_entry entry WHERE ${where} LIMIT ${MOST_LISTED + 1}),
    ${name} AS MATERIALIZED (
      SELECT ${ALIKE}, count(*) AS courses, (SELECT count(*) > ${MOST_LISTED} FROM ${name}_counted) AS is_cut
      FROM ${name}_counted GROUP BY ${ALIKE})`;
}

/** The planner is not told the query, for it would rather read the whole table for a word that is common. */
function groupsFound(name: string, where: string, text: string): string {
  const entries = (condition: string) => `SELECT ${ALIKE} FROM catalog_entry entry
    WHERE ${condition} AND ${where} AND entry.words @@ (SELECT ${text}::tsquery) LIMIT ${MOST_FOUND + 1}`;
  const isCommon = `(SELECT count(*) FROM ${name}_sample) >= ${COMMON}`;
  return `${name}_sample AS MATERIALIZED (${entries(IN_SAMPLE)}),
    ${name}_counted AS MATERIALIZED (
      SELECT * FROM ${name}_sample WHERE ${isCommon} UNION ALL (${entries(`NOT ${isCommon}`)})),
    ${name} AS (
      SELECT ${ALIKE}, 1 AS courses, ${isCommon} OR (SELECT count(*) > ${MOST_FOUND} FROM ${name}_counted) AS is_cut
      FROM ${name}_counted)`;
}

const FACET_VALUES: Record<Facet, string> = {
  kinds: 'kind::text',
  sectors: 'unnest(sector_codes)',
  languages: 'unnest(languages)',
  countries: 'unnest(country_codes)',
};
