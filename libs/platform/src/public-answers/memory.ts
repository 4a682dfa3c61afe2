import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.service.js';

/** Milliseconds after which everything is read again, should the notice of a change have been lost. */
const MOST_AGE = 10_000;

/**
 * What is the same for everybody, by key, until anything that everybody sees changes, on whichever node: with `alsoSeats`
 * also seats, of which other nodes tell a moment later. While no changes are heard of, nothing is kept.
 */
export class Memory<Value extends NonNullable<unknown>> {
  private readonly known: LRUCache<string, Value>;
  private hears = false;
  private until = 0;
  /** Counts how often all was forgotten: what began to be read before is not kept. */
  private moment = 0;

  constructor(changes: Changes, most: number, { alsoSeats = false } = {}) {
    this.known = new LRUCache({ max: most });
    changes.on('changed', (types) => {
      // Named types are those of seats.
      if (!types || alsoSeats) this.forget();
    });
    if (alsoSeats) changes.on('committed', () => this.forget());
    changes.on('deaf', () => this.listen(false));
    changes.on('heard', () => this.listen(true));
  }

  get(key: string): Value | undefined {
    // For all at once: a page asks for a hundred, and each would look at the clock and its own age.
    if (Date.now() > this.until) this.forget();
    return this.known.get(key);
  }

  /** To be given to `keep` with what begins to be read now. */
  begin(): number {
    return this.moment;
  }

  keep(key: string, value: Value, begun: number): void {
    if (this.hears && begun === this.moment) this.known.set(key, value);
  }

  /** Takes back what was kept under this key, should it still be this. */
  drop(key: string, value: Value): void {
    if (this.known.peek(key) === value) this.known.delete(key);
  }

  forget(): void {
    this.moment += 1;
    this.until = Date.now() + MOST_AGE;
    this.known.clear();
  }

  private listen(hears: boolean): void {
    this.hears = hears;
    this.forget();
  }
}
