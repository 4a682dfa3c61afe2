import { LRUCache } from 'lru-cache';
import { Bits } from './bits.js';
import { NumberLists, type Numbers } from './number-lists.js';

/** Beginnings of more words are remembered with who holds one of them: to find that takes milliseconds. */
const MANY = 200;
const MOST_REMEMBERED = 100;

/** Which entries hold which words. */
export class HeldWords {
  private readonly lists = new NumberLists();
  private readonly listOf = new Map<string, number>();
  /** In order, so that words with the same beginning stand together. */
  private ordered: readonly string[] = [];
  /** Not among the ordered yet. */
  private fresh: string[] = [];
  private end = 0;
  private readonly ofMany = new LRUCache<string, Bits>({ max: MOST_REMEMBERED });

  get size(): number {
    return this.listOf.size;
  }

  /** Entries come in the order of their numbers. */
  add(word: string, entry: number): void {
    let list = this.listOf.get(word);
    if (list === undefined) {
      const copy = copyOf(word);
      list = this.lists.begin();
      this.listOf.set(copy, list);
      this.fresh.push(copy);
    }
    this.lists.append(list, entry);
    this.end = entry + 1;
    if (this.ofMany.size > 0) this.ofMany.clear();
  }

  /** When many have come, and few are to. */
  settle(): void {
    this.lists.settle();
  }

  addHolders(holders: Numbers, word: string): void {
    const list = this.listOf.get(word);
    if (list !== undefined) this.lists.addTo(holders, list);
  }

  addHoldersOfBegun(holders: Numbers, beginning: string): void {
    const words = this.inOrder();
    const [first, end] = [firstFrom(words, beginning), firstFrom(words, `${beginning}\uffff`)];
    if (end - first > MANY) holders.addAll(this.holdersOfMany(words, first, end, beginning));
    else this.addHoldersOf(holders, words, first, end);
  }

  private holdersOfMany(words: readonly string[], first: number, end: number, beginning: string): Bits {
    const known = this.ofMany.get(beginning);
    if (known) return known;
    const found = Bits.below(this.end);
    this.addHoldersOf(found, words, first, end);
    this.ofMany.set(beginning, found);
    return found;
  }

  private addHoldersOf(holders: Numbers, words: readonly string[], first: number, end: number): void {
    for (let place = first; place < end; place += 1) this.addHolders(holders, words[place] ?? '');
  }

  private inOrder(): readonly string[] {
    if (this.fresh.length > 0) {
      // Two runs that are in order already are merged soon.
      this.ordered = [...this.ordered, ...this.fresh.sort()].sort();
      this.fresh = [];
    }
    return this.ordered;
  }
}

/** Place of the first word that is not before this one. */
function firstFrom(ordered: readonly string[], word: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of its own, for a part of a text keeps all of the text in memory. */
export function copyOf(word: string): string {
  return Buffer.from(word).toString();
}
