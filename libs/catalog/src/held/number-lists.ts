import { Bits } from './bits.js';
import { grown } from './grown.js';
import { STRIDE } from './steps.js';

/** What numbers are added to. */
export interface Numbers {
  /**
   * Those that these steps lead to, from this number on; answers with the last of them. Each reads the steps itself: read
   * into a list first, they take half as long again.
   */
  addSteps(steps: Uint16Array, from: number): number;
  addAll(numbers: Bits): void;
}

/** Steps of the first piece of a list; each further one is twice as long. */
const FIRST = 4;
const LARGEST = 2_048;

/** Places at the end of a piece that say where the next one begins. */
const LINK = 2;
const LINK_BITS = 16;

/** Shorter lists are gone through soon enough. */
const LEAST_DENSE = 1_024;

/** Steps that lie together. */
interface Piece {
  start: number;
  end: number;
}

/**
 * What is known of a list stands together: start and end of its first piece, its next step, the end and length of its
 * last piece, its last number, how many it has.
 */
const [START, FIRST_END, TAIL, END, LENGTH, LAST, SIZE, KNOWN] = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * Many lists of rising numbers that only grow, in one block of memory: of a number only the step from the one before is
 * kept. Arrays would take four times as much, and a hundred bytes for each list. Once a list has many, and more than one
 * of 32, it goes on as bits, which take at most twice as much, and are added several times as fast.
 */
export class NumberLists {
  private steps = new Uint16Array(0);
  private used = 0;
  private lists = new Uint32Array(0);
  private count = 0;
  private readonly dense: (Bits | null)[] = [];

  /** Begins one, and answers with its number. */
  begin(): number {
    const list = this.count++;
    this.lists = grown(this.lists, KNOWN * this.count);
    this.beginAt(list, { start: this.used, end: this.used }, this.used + FIRST - LINK);
    this.reserve(FIRST);
    this.dense.push(null);
    return list;
  }

  /** No smaller than those before. */
  append(list: number, number: number): void {
    const bits = this.dense[list];
    if (bits) {
      bits.reach(number + 1);
      bits.add(number);
      return;
    }
    const at = KNOWN * list;
    let rest = number - this.known(at + LAST);
    this.lists[at + LAST] = number;
    for (; rest >= STRIDE; rest -= STRIDE) this.appendStep(at, STRIDE);
    this.appendStep(at, rest);
    const size = this.known(at + SIZE) + 1;
    this.lists[at + SIZE] = size;
    if (size >= LEAST_DENSE && size > number >>> 5) this.goOnAsBits(list, number + 1);
  }

  private goOnAsBits(list: number, end: number): void {
    const bits = Bits.below(end);
    this.addTo(bits, list);
    this.dense[list] = bits;
  }

  addTo(numbers: Numbers, list: number): void {
    const bits = this.dense[list];
    if (bits) numbers.addAll(bits);
    let last = 0;
    for (const { start, end } of this.piecesOf(list)) last = numbers.addSteps(this.steps.subarray(start, end), last);
  }

  /**
   * Makes one piece of those of each list, and lets go of what became bits: after many came this is half of the memory
   * until more do, and what lies together is read sooner.
   */
  settle(): void {
    const settled = new Uint16Array(this.dense.reduce((length, _, list) => length + LINK + this.lengthOf(list), 0));
    let used = 0;
    for (const list of this.dense.keys()) {
      const start = used;
      for (const piece of this.piecesOf(list)) {
        settled.set(this.steps.subarray(piece.start, piece.end), used);
        used += piece.end - piece.start;
      }
      this.beginAt(list, { start, end: used }, used);
      used += LINK;
    }
    this.steps = settled;
    this.used = used;
  }

  private lengthOf(list: number): number {
    return this.piecesOf(list).reduce((length, { start, end }) => length + end - start, 0);
  }

  /** A list whose only piece has these steps, and room up to this end. */
  private beginAt(list: number, { start, end: tail }: Piece, end: number): void {
    const at = KNOWN * list;
    this.lists[at + START] = start;
    this.lists[at + FIRST_END] = end;
    this.lists[at + TAIL] = tail;
    this.lists[at + END] = end;
    // Of a usual first piece, so that the next one is short.
    this.lists[at + LENGTH] = FIRST;
  }

  /** The steps of a list; none when it goes on as bits. */
  private piecesOf(list: number): Piece[] {
    if (this.dense[list]) return [];
    const at = KNOWN * list;
    const pieces: Piece[] = [];
    let [start, end, length] = [this.known(at + START), this.known(at + FIRST_END), FIRST];
    while (end !== this.known(at + END)) {
      pieces.push({ start, end });
      start = this.linkAt(end);
      length = nextLength(length);
      end = start + length - LINK;
    }
    pieces.push({ start, end: this.known(at + TAIL) });
    return pieces;
  }

  private appendStep(at: number, step: number): void {
    const end = this.known(at + END);
    if (this.known(at + TAIL) === end) {
      const next = this.used;
      this.beginPiece(at, nextLength(this.known(at + LENGTH)));
      for (let place = 0; place < LINK; place += 1) this.steps[end + place] = next >>> (LINK_BITS * place);
    }
    const tail = this.known(at + TAIL);
    this.steps[tail] = step;
    this.lists[at + TAIL] = tail + 1;
  }

  private beginPiece(at: number, length: number): void {
    this.lists[at + TAIL] = this.used;
    this.lists[at + END] = this.used + length - LINK;
    this.lists[at + LENGTH] = length;
    this.reserve(length);
  }

  private reserve(length: number): void {
    this.used += length;
    this.steps = grown(this.steps, this.used);
  }

  private linkAt(end: number): number {
    let link = 0;
    for (let place = 0; place < LINK; place += 1) link |= (this.steps[end + place] ?? 0) << (LINK_BITS * place);
    return link >>> 0;
  }

  private known(at: number): number {
    return this.lists[at] ?? 0;
  }
}

function nextLength(length: number): number {
  return Math.min(2 * length, LARGEST);
}
