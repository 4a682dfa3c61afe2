import type { Facet } from '../catalog/catalog.conditions.js';
import { OF_TITLE } from '../catalog/text-query.js';
import { Bits } from './bits.js';
import { Combinations } from './combinations.js';
import { grown } from './grown.js';
import { HeldWords } from './held-words.js';
import { SimilarWords } from './similar-words.js';

/** A published course as it is held in memory. */
export interface HeldEntry {
  courseId: string;
  /** Microseconds since 1970. */
  shownAt: number;
  /** Folded words, those of titles once more with their mark. */
  words: readonly string[];
  values: Readonly<Record<Part, readonly string[]>>;
}

/** Parts whose values one may ask for. */
export type Part = Facet | 'roles' | 'providers';

/** An entry’s place among the newest. */
export interface Place {
  courseId: string;
  shownAt: number;
}

const ID_BYTES = 16;

/**
 * Published courses in memory, numbered as they came. One that changes comes once more, and as it was before it is let
 * go.
 */
export class HeldEntries {
  private come = 0;
  private gone = 0;
  /** Those that were not let go. */
  readonly there = Bits.below(0);
  private readonly spare = Bits.below(0);
  private ids = new Uint8Array(0);
  private shownAt = new Float64Array(0);
  /** The latest of all that came up to each: most come in order. */
  private latest = new Float64Array(0);
  private readonly endsOfIds = new HeldWords();
  private readonly words = new HeldWords();
  private readonly similarWords = new SimilarWords();
  private readonly values: Readonly<Record<Part, HeldWords>> = {
    kinds: new HeldWords(),
    sectors: new HeldWords(),
    languages: new HeldWords(),
    countries: new HeldWords(),
    roles: new HeldWords(),
    providers: new HeldWords(),
  };
  readonly combinations = new Combinations();

  constructor(
    /** Older ones are not here; null: all are. */
    private readonly start: Place | null,
  ) {}

  get isWhole(): boolean {
    return this.start === null;
  }

  get size(): number {
    return this.come - this.gone;
  }

  /** Whether so many were let go that it would be worth beginning anew. */
  get isWorn(): boolean {
    return this.gone > 8_192 + this.size / 4;
  }

  /** One that is not there yet. */
  add({ courseId, shownAt, words, values }: HeldEntry): void {
    const entry = this.come++;
    this.there.reach(this.come);
    this.ids = grown(this.ids, ID_BYTES * this.come);
    this.shownAt = grown(this.shownAt, this.come);
    this.latest = grown(this.latest, this.come);
    this.there.add(entry);
    this.ids.set(bytesOf(courseId), ID_BYTES * entry);
    this.shownAt[entry] = shownAt;
    this.latest[entry] = Math.max(shownAt, this.latest[entry - 1] ?? 0);
    this.endsOfIds.add(endOf(courseId), entry);
    for (const word of words) this.addWord(word, entry);
    for (const part of Object.keys(values) as Part[]) {
      for (const value of values[part]) this.values[part].add(value, entry);
    }
    this.combinations.set(entry, values);
  }

  /** When all that there are have come: their words are found sooner then, and take less memory. 30 ms for 100,000 courses. */
  settle(): void {
    this.words.settle();
  }

  /** A course as it is now. */
  replace(entry: HeldEntry, isPublished: boolean): void {
    for (const before of this.comingsOf(entry.courseId)) {
      this.there.delete(before);
      this.gone += 1;
    }
    if (isPublished && (!this.start || isBefore(entry, this.start))) this.add(entry);
  }

  /** Numbers under which a course is there: one, but where it was published again while all were read. */
  private comingsOf(courseId: string): number[] {
    const alike = this.noneForNow();
    this.endsOfIds.addHolders(alike, endOf(courseId));
    const found: number[] = [];
    alike.and(this.there);
    for (let entry = alike.largestBelow(this.come); entry >= 0; entry = alike.largestBelow(entry)) {
      if (idAt(this.ids, ID_BYTES * entry) === courseId) found.push(entry);
    }
    return found;
  }

  private addWord(word: string, entry: number): void {
    const known = this.words.size;
    this.words.add(word, entry);
    if (this.words.size > known && !word.startsWith(OF_TITLE)) this.similarWords.add(word);
  }

  /** Known words that this one may be a misspelling of. */
  similarTo(word: string): string[] {
    return this.similarWords.to(word);
  }

  none(): Bits {
    return Bits.below(this.come);
  }

  /** As `none`, to be used up before anybody asks for it again: memory that is new costs more than what is written there. */
  noneForNow(): Bits {
    this.spare.reach(this.come);
    return this.spare.clear();
  }

  /** Those with one of the values at least. */
  addHaving(found: Bits, part: Part, values: readonly string[]): Bits {
    for (const value of values) this.values[part].addHolders(found, value);
    return found;
  }

  addHolders(found: Bits, word: string): void {
    this.words.addHolders(found, word);
  }

  addHoldersOfBegun(found: Bits, beginning: string): void {
    this.words.addHoldersOfBegun(found, beginning);
  }

  /** The newest of those that are in both, so many at most, and only those that come after this place. */
  newestIn(entries: Bits, most: number, after: Place | null, among = entries): Place[] {
    const newest: Place[] = [];
    for (let entry = entries.largestBelow(this.come, among); entry >= 0; entry = entries.largestBelow(entry, among)) {
      const shownAt = this.shownAt[entry] ?? 0;
      const last = newest.length === most ? newest[most - 1] : null;
      if (last && (this.latest[entry] ?? 0) < last.shownAt) break;
      if ((last && shownAt < last.shownAt) || (after && shownAt > after.shownAt)) continue;
      const place = { courseId: idAt(this.ids, ID_BYTES * entry), shownAt };
      if (after && !isBefore(after, place)) continue;
      let at = newest.length;
      while (at > 0 && isBefore(place, newest[at - 1] as Place)) at -= 1;
      newest.splice(at, 0, place);
      if (newest.length > most) newest.pop();
    }
    return newest;
  }
}

/** The newest first. */
function isBefore(one: Place, other: Place): boolean {
  return one.shownAt > other.shownAt || (one.shownAt === other.shownAt && one.courseId > other.courseId);
}

/** Short, so that there are few of them, and chosen by chance, so that few courses have the same. */
function endOf(id: string): string {
  return id.slice(-4);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idAt(ids: Uint8Array<ArrayBuffer>, at: number): string {
  const hex = Buffer.from(ids.buffer, at, ID_BYTES).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
