import type { CourseFilter } from '../catalog/courses.args.js';
import { FACETS, type FacetCounts } from '../catalog/facets-found.js';
import { OF_TITLE, type SoughtWord } from '../catalog/text-query.js';
import type { Bits } from './bits.js';
import type { HeldEntries, Part, Place } from './held-entries.js';

export type TypedWord = Pick<SoughtWord, 'spellings' | 'similar'>;

export interface FoundPlace extends Place {
  score: number;
}

interface Way {
  score: number;
  /** Of which words: those of titles, or any. */
  mark: string;
  isBegun: boolean;
  isForgiven: boolean;
}

/** Ways to hold every word of a text, the best first. */
const WAYS: readonly Way[] = [
  { score: 6, mark: OF_TITLE, isBegun: false, isForgiven: false },
  { score: 5, mark: OF_TITLE, isBegun: true, isForgiven: false },
  { score: 4, mark: '', isBegun: false, isForgiven: false },
  { score: 3, mark: '', isBegun: true, isForgiven: false },
  { score: 2, mark: OF_TITLE, isBegun: true, isForgiven: true },
  { score: 1, mark: '', isBegun: true, isForgiven: true },
];

/** What a filter finds of the courses in memory. */
export class Found {
  /** Those that hold each of the words, by the way in which they do. */
  private readonly holding: Map<Way, Bits>;
  private counted: FacetCounts | null = null;
  private readonly ways: readonly Way[];
  private readonly byText: Bits;
  private readonly entries: Bits;
  /** What the same filter finds where no misspelling is forgiven. */
  readonly asTyped: Found;

  constructor(
    private readonly held: HeldEntries,
    private readonly filter: CourseFilter,
    /** Null: no text was given. */
    private readonly words: readonly TypedWord[] | null,
    /** Null: no misspelling is forgiven here either. */
    asTyped: Found | null = null,
  ) {
    this.asTyped = asTyped ?? this;
    this.holding = asTyped?.holding ?? new Map();
    // Where nobody holds the words as they were typed, nobody is looked for who does.
    const isTyped = !asTyped?.byText.isEmpty;
    this.ways = WAYS.filter(({ isForgiven }) => (isForgiven ? asTyped : isTyped));
    this.byText = words ? this.holdingAll(this.ways.at(-1) as Way) : held.there;
    this.entries = this.fitting([...FACETS, ...UNCOUNTED]);
  }

  /** The words for PostgreSQL, which is left to find those that begin so. */
  get sought(): SoughtWord[] {
    return (this.words ?? []).map((word) => ({ ...word, begun: null }));
  }

  get size(): number {
    return this.entries.size;
  }

  /** Whether it finds all there are. */
  get isWhole(): boolean {
    return this.held.isWhole;
  }

  /** How many of all it finds; from 0 to 1. */
  get share(): number {
    return this.size / Math.max(1, this.held.size);
  }

  /** All that it finds; null: more than so many, or some of them may not be in memory. */
  few(most: number): string[] | null {
    const size = this.isWhole ? this.size : Number.POSITIVE_INFINITY;
    return size > most ? null : this.held.newestIn(this.entries, size, null).map(({ courseId }) => courseId);
  }

  /**
   * The best first, those alike by how new they are; so many at most, and only those that come after this place.
   * Null: some of them may not be in memory.
   */
  page(most: number, after: FoundPlace | null): FoundPlace[] | null {
    const page: FoundPlace[] = [];
    const left = this.entries.copy();
    for (const way of this.ways) {
      const { score } = way;
      const holding = this.holdingAll(way);
      if (!after || score <= after.score) {
        const beyond = after?.score === score ? after : null;
        const places = this.held.newestIn(holding, most - page.length, beyond, left);
        for (const place of places) page.push({ ...place, score });
        if (page.length === most) break;
        if (!this.isWhole) return null;
      }
      left.without(holding);
    }
    return page;
  }

  /** The newest, whatever of them is found; as for a page. */
  newest(most: number, after: Place | null): Place[] | null {
    const places = this.held.newestIn(this.entries, most, after);
    return this.isWhole || places.length === most ? places : null;
  }

  /** How many have each value of each facet, counted under the whole filter but its own part. */
  counts(): FacetCounts {
    this.counted ??= this.held.combinations.counts(this.fitting(UNCOUNTED), (facet) => valuesOf(this.filter, facet));
    return this.counted;
  }

  /** To be read, not changed: without a filter it is the set that all share. */
  private fitting(parts: readonly Part[]): Bits {
    const asked = parts.filter((part) => valuesOf(this.filter, part).length > 0);
    if (asked.length === 0) return this.byText;
    const entries = this.byText.copy();
    for (const part of asked) {
      entries.and(this.held.addHaving(this.held.noneForNow(), part, valuesOf(this.filter, part)));
    }
    return entries;
  }

  /** Those that hold each of the words. */
  private holdingAll(way: Way): Bits {
    const known = this.holding.get(way);
    if (known) return known;
    const [first, ...others] = this.words ?? [];
    const entries = this.held.none();
    if (first) this.addHolders(entries, first, way).and(this.held.there);
    for (const other of others) entries.and(this.addHolders(this.held.noneForNow(), other, way));
    this.holding.set(way, entries);
    return entries;
  }

  private addHolders(entries: Bits, { spellings, similar }: TypedWord, { mark, isBegun, isForgiven }: Way): Bits {
    for (const spelling of spellings) {
      if (isBegun) this.held.addHoldersOfBegun(entries, mark + spelling);
      else this.held.addHolders(entries, mark + spelling);
    }
    if (isForgiven) for (const word of similar) this.held.addHolders(entries, mark + word);
    return entries;
  }
}

/** Parts that no facet counts. */
const UNCOUNTED: readonly Part[] = ['roles', 'providers'];

function valuesOf(filter: CourseFilter, part: Part): readonly string[] {
  switch (part) {
    case 'kinds':
      return filter.kinds ?? [];
    case 'sectors':
      return filter.sectorCodes ?? [];
    case 'languages':
      return filter.languages ?? [];
    case 'countries':
      return filter.countryCodes ?? [];
    case 'roles':
      return filter.roleCodes ?? [];
    case 'providers':
      return filter.providerId ? [filter.providerId.toLowerCase()] : [];
  }
}
