import { grown } from './grown.js';

export interface ValueCount {
  value: string;
  count: number;
}

/** The values that each entry has of one part, such as its sectors. Entries have the same few lists of them. */
export class ValueLists {
  private readonly values: string[] = [];
  private readonly lists: (readonly number[])[] = [];
  private readonly valueOf = new Map<string, number>();
  private readonly listOf = new Map<string, number>();
  private ofEntries = new Uint32Array(0);

  set(entry: number, values: readonly string[]): void {
    const name = values.join();
    const list = this.listOf.get(name) ?? this.lists.push(values.map((value) => this.numberOf(value))) - 1;
    this.listOf.set(name, list);
    this.ofEntries = grown(this.ofEntries, entry + 1);
    this.ofEntries[entry] = list;
  }

  /** How many of the entries have each value; the most frequent first, and those alike in order. */
  countedIn(entries: Uint32Array): ValueCount[] {
    // Lists first, which are taken apart once.
    const alike = new Uint32Array(this.lists.length);
    for (let at = 0; at < entries.length; at += 1) {
      const list = this.ofEntries[entries[at] ?? 0] ?? 0;
      alike[list] = (alike[list] ?? 0) + 1;
    }
    const counts = new Uint32Array(this.values.length);
    for (let list = 0; list < alike.length; list += 1) {
      if (alike[list] === 0) continue;
      for (const value of this.lists[list] ?? []) counts[value] = (counts[value] ?? 0) + (alike[list] ?? 0);
    }
    return this.values
      .map((value, number) => ({ value, count: counts[number] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }

  private numberOf(value: string): number {
    const number = this.valueOf.get(value) ?? this.values.push(value) - 1;
    this.valueOf.set(value, number);
    return number;
  }
}
