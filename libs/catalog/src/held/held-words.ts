import { NumberLists, type Numbers } from './number-lists.js';

/** Which entries hold which words. */
export class HeldWords {
  private readonly lists = new NumberLists();
  private readonly listOf = new Map<string, number>();
  /** In order, so that words with the same beginning stand together. */
  private ordered: readonly string[] = [];

  get size(): number {
    return this.listOf.size;
  }

  /** Entries come in the order of their numbers. */
  add(word: string, entry: number): void {
    let list = this.listOf.get(word);
    if (list === undefined) {
      list = this.lists.begin();
      this.listOf.set(copyOf(word), list);
    }
    this.lists.append(list, entry);
  }

  addHolders(holders: Numbers, word: string): void {
    const list = this.listOf.get(word);
    if (list !== undefined) this.lists.addTo(holders, list);
  }

  addHoldersOfBegun(holders: Numbers, beginning: string): void {
    // Words only come, so as many are the same.
    if (this.ordered.length !== this.listOf.size) this.ordered = [...this.listOf.keys()].sort();
    for (let place = firstFrom(this.ordered, beginning); ; place += 1) {
      const word = this.ordered[place];
      if (!word?.startsWith(beginning)) return;
      this.addHolders(holders, word);
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

/** Of its own, for a part of a text keeps all of the text in memory. */
export function copyOf(word: string): string {
  return Buffer.from(word).toString();
}
