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
  private met = new Int32Array(0);

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
    this.met = grown(this.met, this.numbers.size);
    entries.tally(this.ofEntries, this.tally);
    const met = this.met.subarray(0, this.meet());
    const missed = this.missedBy(met, chosen);
    const counted = (column: FacetColumn, place: number) => column.counts(this.tally, met, missed, 1 << place);
    return new Map(this.columns.map((column, place) => [FACETS[place] as Facet, counted(column, place)]));
  }

  /** Writes down the combinations that were counted at least once, and answers how many these are. */
  private meet(): number {
    const [{ tally, met }, end] = [this, this.numbers.size];
    let size = 0;
    for (let combination = 0; combination < end; combination += 1) {
      // Written in any case: to ask first costs more, where every other one was met.
      met[size] = combination;
      size += -(tally[combination] ?? 0) >>> 31;
    }
    return size;
  }

  /** A bit for each facet of which a combination has none of the values that were chosen; null: nothing was. */
  private missedBy(met: Int32Array, chosen: (facet: Facet) => readonly string[]): Uint8Array | null {
    const wishes = FACETS.map(chosen);
    if (wishes.every((wish) => wish.length === 0)) return null;
    const missed = new Uint8Array(this.numbers.size);
    for (const [place, wish] of wishes.entries()) {
      if (wish.length > 0) this.columns[place]?.markMissed(missed, met, 1 << place, wish);
    }
    return missed;
  }
}
