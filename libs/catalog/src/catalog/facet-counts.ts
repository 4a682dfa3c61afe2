import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Binds, readRows } from '#platform';
import { type Facet, facetConditions, isOfPublished, listedFor, otherConditions } from './catalog.conditions.js';
import type { Listing } from './catalog.service.js';
import type { CourseFilter } from './courses.args.js';
import { countValues, type FacetCount, type FoundCourses, foundCourses } from './facets-found.js';
import { SearchMemory } from './search-memory.js';
import { isFindable, type SoughtWord } from './text-query.js';
import { PLENTY, Vocabulary } from './vocabulary.js';

export interface FacetCounts {
  counts: FacetCount[];
  /** Whether all that fit were counted. */
  isWhole: boolean;
}

/** Facets that the filter does not narrow by count the same courses, which are found once. */
interface Group {
  facets: Facet[];
  where: string;
  /** Whether these are the courses of the list. */
  isList: boolean;
}

/** Courses counted at most where there is no text. */
const MOST_LISTED = 20_000;

/** Counts how a list could be narrowed. */
@Injectable()
export class FacetCounter {
  constructor(
    private readonly database: DataSource,
    private readonly searches: SearchMemory,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Each facet asked for, under all of the filter but its own part; the most frequent first. */
  async count(listing: Listing, facets: readonly Facet[]): Promise<FacetCounts> {
    const count = () => (listing.words ? this.countFound(listing, facets) : this.countListed(listing, facets));
    return isOfPublished(listing.filter) ? this.searches.of(['facets', facets, listing.filter], count) : count();
  }

  /** Where plenty is found by the words as they were typed, nobody is thought to have misspelt. */
  private async countFound(listing: Listing, facets: readonly Facet[]): Promise<FacetCounts> {
    const groups = await this.found(listing, listing.words ?? [], facets);
    if (groups.some(({ isList, courses }) => isList && courses.length >= PLENTY)) return countsOf(groups);
    const doubted = await this.vocabulary.doubted(listing);
    return countsOf(doubted === listing.words ? groups : await this.found(listing, doubted ?? [], facets));
  }

  private async found(
    listing: Listing,
    words: readonly SoughtWord[],
    facets: readonly Facet[],
  ): Promise<(Group & FoundCourses)[]> {
    if (!isFindable(words)) return [];
    const binds = new Binds();
    const groups = groupsOf(listing, facets, binds);
    const rows = await readRows<{ courses: string | null; isCut: boolean }>(
      this.database,
      foundCourses(
        groups.map(({ where }) => where),
        words,
        binds,
      ),
      binds.values,
    );
    return rows.map(({ courses, isCut }, place) => ({
      ...(groups[place] as Group),
      courses: courses?.split('\n') ?? [],
      isCut,
    }));
  }

  private async countListed(listing: Listing, facets: readonly Facet[]): Promise<FacetCounts> {
    const binds = new Binds();
    const groups = groupsOf(listing, facets, binds);
    const counts = groups.flatMap((group, place) =>
      group.facets.map(
        (facet) => `SELECT '${facet}' AS facet, ${FACET_VALUES[facet]} AS value, sum(courses)::int AS count,
          bool_or(is_cut) AS "isCut" FROM alike_${place} GROUP BY 2`,
      ),
    );
    const rows = await readRows<FacetCount & { isCut: boolean }>(
      this.database,
      `WITH ${groups.map(({ where }, place) => groupsListed(`alike_${place}`, where)).join(', ')}
       SELECT * FROM (${counts.join(' UNION ALL ')}) counted ORDER BY count DESC, value COLLATE "C"`,
      binds.values,
    );
    return { counts: rows, isWhole: !rows.some(({ isCut }) => isCut) };
  }
}

function countsOf(groups: readonly (Group & FoundCourses)[]): FacetCounts {
  return {
    counts: groups.flatMap(({ facets, courses }) => countValues(courses, facets)),
    isWhole: !groups.some(({ isCut }) => isCut),
  };
}

function groupsOf({ asked, filter }: Listing, facets: readonly Facet[], binds: Binds): Group[] {
  const base = [listedFor(asked.viewer, filter, binds), ...otherConditions(filter, binds)];
  const alike = facets.filter((facet) => !isNarrowedBy(filter, facet));
  const group = (isList: boolean, ...of: Facet[]): Group => {
    const where = [...base, ...facetConditions(filter, binds, isList ? undefined : of[0])].join(' AND ');
    return { facets: of, where, isList };
  };
  const narrowed = facets.filter((facet) => isNarrowedBy(filter, facet)).map((facet) => group(false, facet));
  return alike.length > 0 ? [group(true, ...alike), ...narrowed] : narrowed;
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

const FACET_VALUES: Record<Facet, string> = {
  kinds: 'kind::text',
  sectors: 'unnest(sector_codes)',
  languages: 'unnest(languages)',
  countries: 'unnest(country_codes)',
};
