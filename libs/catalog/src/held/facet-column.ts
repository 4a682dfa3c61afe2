import { inOrder, type ValueCount } from '../catalog/facets-found.js';
import { grown } from './grown.js';

/** The values of one facet in each combination, which have the same few lists of them. */
export class FacetColumn {
  private readonly values: string[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly lists: (readonly number[])[] = [];
  private readonly listOf = new Map<string, number>();
  private ofCombinations = new Int32Array(0);
  private size = 0;

  /** Of the next combination. */
  push(values: readonly string[]): void {
    const name = values.join();
    const list = this.listOf.get(name) ?? this.lists.push(values.map((value) => this.numberFor(value))) - 1;
    this.listOf.set(name, list);
    this.ofCombinations = grown(this.ofCombinations, this.size + 1);
    this.ofCombinations[this.size++] = list;
  }

  /** Sets a bit for each of these combinations that has none of the chosen values. */
  markMissed(missed: Uint8Array, combinations: Int32Array, bit: number, chosen: readonly string[]): void {
    const numbers = new Set(chosen.map((value) => this.numberOf.get(value)));
    const marks = this.lists.map((list) => (list.some((value) => numbers.has(value)) ? 0 : bit));
    for (const place of combinations) {
      missed[place] = (missed[place] ?? 0) | (marks[this.ofCombinations[place] ?? 0] ?? 0);
    }
  }

  /** How many there are of each value, where a combination stands for so many and missed no other facet than this one. */
  counts(tally: Int32Array, combinations: Int32Array, missed: Uint8Array | null, bit: number): ValueCount[] {
    const { ofCombinations, lists } = this;
    const alike = new Int32Array(lists.length);
    for (let at = 0; at < combinations.length; at += 1) {
      const place = combinations[at] ?? 0;
      if (missed && ((missed[place] ?? 0) & ~bit) !== 0) continue;
      const list = ofCombinations[place] ?? 0;
      alike[list] = (alike[list] ?? 0) + (tally[place] ?? 0);
    }
    const counts = new Int32Array(this.values.length);
    for (let list = 0; list < lists.length; list += 1) {
      const count = alike[list] ?? 0;
      if (count > 0) for (const value of lists[list] ?? []) counts[value] = (counts[value] ?? 0) + count;
    }
    const all = this.values.map((value, number) => ({ value, count: counts[number] ?? 0 }));
    return inOrder(all.filter(({ count }) => count > 0));
  }

  private numberFor(value: string): number {
    const number = this.numberOf.get(value) ?? this.values.push(value) - 1;
    this.numberOf.set(value, number);
    return number;
  }
}
