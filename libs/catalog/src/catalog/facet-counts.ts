import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Binds, readRows } from '#platform';
import { type Facet, facetConditions, listedFor, otherConditions } from './catalog.conditions.js';
import type { CourseFilter } from './courses.args.js';
import { countValues, type FacetCounts, type FoundCourses, foundCourses, summed } from './facets-found.js';
import type { Listing } from './listing.js';

export interface Counted {
  counts: FacetCounts;
  /** Whether all that fit were counted. */
  isWhole: boolean;
}

/** Facets that the filter does not narrow by count the same courses, which are found once. */
interface Group {
  facets: Facet[];
  where: string;
}

/** Counts how a list could be narrowed. */
@Injectable()
export class FacetCounter {
  constructor(private readonly database: DataSource) {}

  /** Each facet asked for, under all of the filter but its own part. */
  async count(listing: Listing, facets: readonly Facet[]): Promise<Counted> {
    return together(await Promise.all(listing.parts.map((part) => this.countPart(part, facets))), facets);
  }

  private async countPart(listing: Listing, facets: readonly Facet[]): Promise<Counted> {
    const found = await listing.found();
    if (!found) return countsOf(await this.counted(listing, facets));
    return { counts: found.counts(), isWhole: found.isWhole };
  }

  private async counted(listing: Listing, facets: readonly Facet[]): Promise<(Group & FoundCourses)[]> {
    const words = listing.text ? await listing.forgivenWords() : null;
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
}

/** No course is in two of the parts. */
function together(parts: readonly Counted[], facets: readonly Facet[]): Counted {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    counts: new Map(facets.map((facet) => [facet, summed(parts.flatMap(({ counts }) => counts.get(facet) ?? []))])),
    isWhole: parts.every(({ isWhole }) => isWhole),
  };
}

function countsOf(groups: readonly (Group & FoundCourses)[]): Counted {
  return {
    counts: new Map(groups.flatMap(({ facets, courses }) => [...countValues(courses, facets)])),
    isWhole: !groups.some(({ isCut }) => isCut),
  };
}

function groupsOf({ asked, filter }: Listing, facets: readonly Facet[], binds: Binds): Group[] {
  const base = [listedFor(asked.viewer, filter, binds), ...otherConditions(filter, binds)];
  const alike = facets.filter((facet) => !isNarrowedBy(filter, facet));
  const group = (of: Facet[], except?: Facet): Group => {
    return { facets: of, where: [...base, ...facetConditions(filter, binds, except)].join(' AND ') };
  };
  const narrowed = facets.filter((facet) => isNarrowedBy(filter, facet)).map((facet) => group([facet], facet));
  return alike.length > 0 ? [group(alike), ...narrowed] : narrowed;
}

function isNarrowedBy(filter: CourseFilter, facet: Facet): boolean {
  return facetConditions(filter, new Binds()).length > facetConditions(filter, new Binds(), facet).length;
}
