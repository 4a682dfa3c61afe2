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

  /** Sets a bit for each combination that has none of the chosen values. */
  markMissed(missed: Uint8Array, bit: number, chosen: readonly string[]): void {
    const numbers = new Set(chosen.map((value) => this.numberOf.get(value)));
    const marks = this.lists.map((list) => (list.some((value) => numbers.has(value)) ? 0 : bit));
    for (let place = 0; place < this.size; place += 1) {
      missed[place] = (missed[place] ?? 0) | (marks[this.ofCombinations[place] ?? 0] ?? 0);
    }
  }

  /** How many there are of each value, where each combination stands for so many. */
  counts(tally: Int32Array): ValueCount[] {
    const { ofCombinations, lists, size } = this;
    const alike = new Int32Array(lists.length);
    for (let place = 0; place < size; place += 1) {
      const list = ofCombinations[place] ?? 0;
      // Cut to 32 bits: V8 reckons with other numbers twice as long.
      alike[list] = ((alike[list] ?? 0) + (tally[place] ?? 0)) | 0;
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
