import { Bits } from './bits.js';
import { grown } from './grown.js';

/** What numbers are added to. */
export interface Numbers {
  /** The first so many of these. */
  addFirst(count: number, numbers: Int32Array): void;
  addAll(numbers: Bits): void;
}

/** Bytes of the first piece of a list; each further one is twice as long. */
const FIRST = 8;
const LARGEST = 4_096;

/** Bytes at the end of a piece that say where the next one begins. */
const LINK = 4;

/** Shorter lists are gone through soon enough. */
const LEAST_DENSE = 1_024;

/** Bytes that are read before their numbers are added. */
const READ = 4_096;

/** Bytes that lie together. */
interface Piece {
  start: number;
  end: number;
}

/**
 * What is known of a list stands together: start and end of its first piece, its next byte, the end and length of its
 * last piece, its last number, how many it has.
 */
const [START, FIRST_END, TAIL, END, LENGTH, LAST, SIZE, KNOWN] = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * Many lists of rising numbers that only grow, in one block of memory: of a number only its distance from the one
 * before is kept, mostly one byte. Arrays would take eight, and a hundred for each list. Once a list has many,
 * and more than one of 32, it goes on as bits, which take some four times as much, and are added several times as fast.
 */
export class NumberLists {
  private bytes = new Uint8Array(0);
  private used = 0;
  private lists = new Uint32Array(0);
  private count = 0;
  private readonly dense: (Bits | null)[] = [];
  private readonly read = new Int32Array(READ);

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
    for (; rest > 0x7f; rest >>>= 7) this.appendByte(at, (rest & 0x7f) | 0x80);
    this.appendByte(at, rest);
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
    else this.addEach(numbers, list);
  }

  /** Some at a time, for what they are added to differs, and V8 goes through either faster by itself. */
  private addEach(numbers: Numbers, list: number): void {
    const { bytes, read } = this;
    let [number, shift] = [0, 0];
    for (const { start, end } of this.piecesOf(list)) {
      for (let at = start; at < end; ) {
        const stop = Math.min(end, at + READ);
        let count = 0;
        for (; at < stop; at += 1) {
          const byte = bytes[at] ?? 0;
          number += (byte & 0x7f) << shift;
          if (byte > 0x7f) shift += 7;
          else {
            read[count++] = number;
            shift = 0;
          }
        }
        numbers.addFirst(count, read);
      }
    }
  }

  /**
   * Makes one piece of those of each list, and lets go of what became bits: after many came this is half of the memory
   * until more do, and what lies together is read sooner.
   */
  settle(): void {
    const settled = new Uint8Array(this.dense.reduce((length, _, list) => length + LINK + this.lengthOf(list), 0));
    let used = 0;
    for (const list of this.dense.keys()) {
      const start = used;
      for (const piece of this.piecesOf(list)) {
        settled.set(this.bytes.subarray(piece.start, piece.end), used);
        used += piece.end - piece.start;
      }
      this.beginAt(list, { start, end: used }, used);
      used += LINK;
    }
    this.bytes = settled;
    this.used = used;
  }

  private lengthOf(list: number): number {
    return this.piecesOf(list).reduce((length, { start, end }) => length + end - start, 0);
  }

  /** A list whose only piece has these bytes, and room up to this end. */
  private beginAt(list: number, { start, end: tail }: Piece, end: number): void {
    const at = KNOWN * list;
    this.lists[at + START] = start;
    this.lists[at + FIRST_END] = end;
    this.lists[at + TAIL] = tail;
    this.lists[at + END] = end;
    // Of a usual first piece, so that the next one is short.
    this.lists[at + LENGTH] = FIRST;
  }

  /** The bytes of a list that say its numbers; none when it goes on as bits. */
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

  private appendByte(at: number, byte: number): void {
    const end = this.known(at + END);
    if (this.known(at + TAIL) === end) {
      const next = this.used;
      this.beginPiece(at, nextLength(this.known(at + LENGTH)));
      for (let place = 0; place < LINK; place += 1) this.bytes[end + place] = next >>> (8 * place);
    }
    const tail = this.known(at + TAIL);
    this.bytes[tail] = byte;
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
    this.bytes = grown(this.bytes, this.used);
  }

  private linkAt(end: number): number {
    let link = 0;
    for (let place = 0; place < LINK; place += 1) link |= (this.bytes[end + place] ?? 0) << (8 * place);
    return link >>> 0;
  }

  private known(at: number): number {
    return this.lists[at] ?? 0;
  }
}

function nextLength(length: number): number {
  return Math.min(2 * length, LARGEST);
}
