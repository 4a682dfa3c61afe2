import { grown } from './grown.js';
import { STRIDE } from './steps.js';

/** There are thousands of sets, so the room that each has for more is little. */
const ROOM = 1 / 8;

/** A set of small numbers, a bit for each. Signed, for V8 reckons with other numbers of 32 bits several times slower. */
export class Bits {
  private constructor(private words: Int32Array<ArrayBuffer>) {}

  /** An empty one, for numbers below this. */
  static below(end: number): Bits {
    return new Bits(new Int32Array((end + 31) >>> 5));
  }

  copy(): Bits {
    return new Bits(this.words.slice());
  }

  /** Makes room for numbers below this. */
  reach(end: number): void {
    this.words = grown(this.words, (end + 31) >>> 5, ROOM);
  }

  /** A number there is no room for is passed over. */
  add(number: number): void {
    const at = number >>> 5;
    this.words[at] = (this.words[at] ?? 0) | (1 << (number & 31));
  }

  /** A number there is no room for is passed over. */
  addSteps(steps: Uint16Array, from: number): number {
    const { words } = this;
    let number = from;
    for (let place = 0; place < steps.length; place += 1) {
      const step = steps[place] ?? 0;
      number += step;
      if (step === STRIDE) continue;
      const at = number >>> 5;
      words[at] = (words[at] ?? 0) | (1 << (number & 31));
    }
    return number;
  }

  /** There must be room for them. */
  addAll(other: Bits): void {
    const [words, others] = [this.words, other.words];
    const end = Math.min(words.length, others.length);
    for (let at = 0; at < end; at += 1) words[at] = (words[at] ?? 0) | (others[at] ?? 0);
  }

  delete(number: number): void {
    const at = number >>> 5;
    this.words[at] = (this.words[at] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** Keeps those that are in the other one, too. */
  and(other: Bits): this {
    const [words, others] = [this.words, other.words];
    for (let at = 0; at < words.length; at += 1) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
    return this;
  }

  without(other: Bits): this {
    const [words, others] = [this.words, other.words];
    for (let at = 0; at < words.length; at += 1) words[at] = (words[at] ?? 0) & ~(others[at] ?? 0);
    return this;
  }

  clear(): this {
    this.words.fill(0);
    return this;
  }

  get isEmpty(): boolean {
    for (let at = 0; at < this.words.length; at += 1) if (this.words[at] !== 0) return false;
    return true;
  }

  get size(): number {
    let size = 0;
    for (let at = 0; at < this.words.length; at += 1) size += bitsIn(this.words[at] ?? 0);
    return size;
  }

  /** The largest number below this one that is in the other one, too; -1: there is none. */
  largestBelow(end: number, among: Bits = this): number {
    let at = (end - 1) >> 5;
    let word = this.wordIn(among, at) & ((2 << ((end - 1) & 31)) - 1);
    while (word === 0) {
      if (at <= 0) return -1;
      at -= 1;
      word = this.wordIn(among, at);
    }
    return (at << 5) | (31 - Math.clz32(word));
  }

  private wordIn(among: Bits, at: number): number {
    return (this.words[at] ?? 0) & (among.words[at] ?? 0);
  }

  /** Counts how many of the numbers bear each mark; there must be room for all marks. */
  tally(marks: Int32Array, counts: Int32Array): void {
    const { words } = this;
    for (let at = 0; at < words.length; at += 1) {
      for (let word = words[at] ?? 0; word !== 0; word &= word - 1) {
        const mark = marks[(at << 5) | (31 - Math.clz32(word & -word))] ?? 0;
        counts[mark] = (counts[mark] ?? 0) + 1;
      }
    }
  }
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
