import { Injectable } from '@nestjs/common';
import { Changes, Memory } from '#platform';
import type { OfferingFilter } from './offering.args.js';

const MOST_COUNTS = 2_000;

/**
 * How many offerings a filter finds, which is the same for everybody, until anything that everybody sees changes; where it
 * asks for seats, until anything is committed.
 */
@Injectable()
export class OfferingCounts {
  private readonly counts: Memory<Promise<number>>;
  private readonly countsOfSeats: Memory<Promise<number>>;

  constructor(changes: Changes) {
    this.counts = new Memory(changes, MOST_COUNTS);
    this.countsOfSeats = new Memory(changes, MOST_COUNTS, { alsoSeats: true });
  }

  /** What is known of this filter, or what `count` counts; those who ask for it at once get it from the same count. */
  of(filter: OfferingFilter, count: () => Promise<number>): Promise<number> {
    const counts = typeof filter.hasSeats === 'boolean' ? this.countsOfSeats : this.counts;
    const key = JSON.stringify(filter);
    const known = counts.get(key);
    if (known) return known;
    const begun = counts.begin();
    const counted = count();
    counts.keep(key, counted, begun);
    // A failed count must not be what everybody gets from now on.
    counted.catch(() => counts.drop(key, counted));
    return counted;
  }
}
