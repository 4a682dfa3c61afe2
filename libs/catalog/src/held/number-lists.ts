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

/** What is known of a list stands together: where it starts, its next byte, the end and length of its last piece, its last number, how many it has. */
const [START, TAIL, END, LENGTH, LAST, SIZE, KNOWN] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Many lists of rising numbers that only grow, in one block of memory: of a number only its distance from the one
 * before is kept, mostly one byte. Arrays would take eight, and a hundred for each list. Once a list has more than one
 * of eight numbers it goes on as bits, which take less than that, and are added at once.
 */
export class NumberLists {
  private bytes = new Uint8Array(0);
  private used = 0;
  private lists = new Uint32Array(0);
  private count = 0;
  private readonly dense: (Bits | null)[] = [];
  private readonly read = new Int32Array(LARGEST);

  /** Begins one, and answers with its number. */
  begin(): number {
    const list = this.count++;
    this.lists = grown(this.lists, KNOWN * this.count);
    this.lists[KNOWN * list + START] = this.used;
    this.beginPiece(KNOWN * list, FIRST);
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
    if (size >= LEAST_DENSE && size > number >>> 3) this.goOnAsBits(list, number + 1);
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

  /** A piece at a time, for what they are added to differs, and V8 goes through either faster by itself. */
  private addEach(numbers: Numbers, list: number): void {
    const { bytes, read } = this;
    const tail = this.known(KNOWN * list + TAIL);
    let [at, length] = [this.known(KNOWN * list + START), FIRST];
    let [number, shift] = [0, 0];
    for (;;) {
      const end = at + length - LINK;
      const stop = at <= tail && tail <= end ? tail : end;
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
      if (at === tail) return;
      at = this.linkAt(end);
      length = nextLength(length);
    }
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
