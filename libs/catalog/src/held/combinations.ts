import type { Facet } from '../catalog/catalog.conditions.js';
import { FACETS, type FacetCounts } from '../catalog/facets-found.js';
import type { Bits } from './bits.js';
import { FacetColumn } from './facet-column.js';
import { grown } from './grown.js';

/**
 * The values that each entry has of all facets together. Entries have the same few thousand combinations of them, so
 * these are counted first, and then taken apart.
 */
export class Combinations {
  private readonly numbers = new Map<string, number>();
  private readonly columns = FACETS.map(() => new FacetColumn());
  private ofEntries = new Int32Array(0);
  private tally = new Int32Array(0);

  set(entry: number, values: Readonly<Record<Facet, readonly string[]>>): void {
    const name = FACETS.map((facet) => values[facet].join()).join(';');
    const number = this.numbers.get(name) ?? this.numbers.size;
    if (number === this.numbers.size) {
      this.numbers.set(name, number);
      for (const [place, facet] of FACETS.entries()) this.columns[place]?.push(values[facet]);
    }
    this.ofEntries = grown(this.ofEntries, entry + 1);
    this.ofEntries[entry] = number;
  }

  /** How many of the entries have each value of a facet and, of every other, one of those chosen, if any are. */
  counts(entries: Bits, chosen: (facet: Facet) => readonly string[]): FacetCounts {
    // Kept, for memory that is new to the process costs more than what is written there.
    this.tally = grown(this.tally, this.numbers.size).fill(0);
    entries.tally(this.ofEntries, this.tally);
    const missed = this.missedBy(chosen);
    const tallyFor = (place: number) => (missed ? this.thatMissNoneBut(1 << place, missed) : this.tally);
    return new Map(this.columns.map((column, place) => [FACETS[place] as Facet, column.counts(tallyFor(place))]));
  }

  /** The tally of combinations that missed no other facet than this one. */
  private thatMissNoneBut(bit: number, missed: Uint8Array): Int32Array {
    return this.tally.map((count, combination) => (((missed[combination] ?? 0) & ~bit) === 0 ? count : 0));
  }

  /** A bit for each facet of which a combination has none of the values that were chosen; null: nothing was. */
  private missedBy(chosen: (facet: Facet) => readonly string[]): Uint8Array | null {
    const wishes = FACETS.map(chosen);
    if (wishes.every((wish) => wish.length === 0)) return null;
    const missed = new Uint8Array(this.numbers.size);
    for (const [place, wish] of wishes.entries()) {
      if (wish.length > 0) this.columns[place]?.markMissed(missed, 1 << place, wish);
    }
    return missed;
  }
}
