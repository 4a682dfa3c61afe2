import type { Bits } from './bits.js';
import { NumberLists } from './number-lists.js';

/** Which entries hold which words. */
export class HeldWords {
  private readonly lists = new NumberLists();
  private readonly listOf = new Map<string, number>();
  /** In order, so that words with the same beginning stand together. */
  private ordered: readonly string[] = [];

  /** Entries come in the order of their numbers. */
  add(word: string, entry: number): void {
    let list = this.listOf.get(word);
    if (list === undefined) {
      list = this.lists.begin();
      // A copy, for a part of a text keeps all of it in memory.
      this.listOf.set(Buffer.from(word).toString(), list);
    }
    this.lists.append(list, entry);
  }

  addHolders(bits: Bits, word: string): void {
    const list = this.listOf.get(word);
    if (list !== undefined) this.lists.addTo(bits, list);
  }

  addHoldersOfBegun(bits: Bits, beginning: string): void {
    // Words only come, so as many are the same.
    if (this.ordered.length !== this.listOf.size) this.ordered = [...this.listOf.keys()].sort();
    for (let place = firstFrom(this.ordered, beginning); ; place += 1) {
      const word = this.ordered[place];
      if (!word?.startsWith(beginning)) return;
      this.addHolders(bits, word);
    }
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
