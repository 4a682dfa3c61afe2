import fc from 'fast-check';
import { Bits } from './bits.js';
import { NumberLists } from './number-lists.js';
import { STRIDE } from './steps.js';

const END = 3_000;
const LAST = END - 1;

/** Appended to several lists by turns, as entries that hold several words are; now and then all are settled before. */
const appended = fc.array(
  fc.record({ list: fc.nat(3), distance: fc.nat(300), settles: fc.nat(400).map((chance) => chance === 0) }),
  { maxLength: 2_000, size: 'max' },
);

describe('lists of rising numbers', () => {
  it('hold what was appended to each, however they are mixed, and whenever they are settled', () => {
    fc.assert(
      fc.property(appended, (steps) => {
        const lists = new NumberLists();
        const kept = Array.from({ length: 4 }, () => ({ list: lists.begin(), numbers: new Set<number>() }));
        let number = 0;
        for (const { list, distance, settles } of steps) {
          if (settles) lists.settle();
          number += distance;
          const target = kept[list] as (typeof kept)[number];
          target.numbers.add(number);
          lists.append(target.list, number);
        }
        for (const { list, numbers } of kept) {
          const found = Bits.below(number + 1);
          lists.addTo(found, list);
          expect(numbersIn(found)).toEqual([...numbers].sort((one, other) => other - one));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('hold numbers that are as far apart as they like', () => {
    const steps = [0, 1, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE - 1, 2 * STRIDE, 3 * STRIDE + 7, 1];
    const numbers = steps.map((_, place) => steps.slice(0, place + 1).reduce((sum, step) => sum + step));
    const lists = new NumberLists();
    const list = lists.begin();
    for (const number of numbers) lists.append(list, number);

    for (const settled of [false, true]) {
      if (settled) lists.settle();
      const found = Bits.below((numbers.at(-1) ?? 0) + 1);
      lists.addTo(found, list);
      expect(found.size).toBe(numbers.length);
      expect(numbers.filter((number) => found.has(number))).toEqual(numbers);
    }
  });

  it('hold the same when they are dense, or were and are no longer', () => {
    const lists = new NumberLists();
    const [dense, sparse] = [lists.begin(), lists.begin()];
    const isDense = (number: number) => number % 3 > 0 && (number < 2_000 || number % 100 === 1);
    const all = Array.from({ length: LAST }, (_, number) => number);
    for (const number of all) {
      if (number === 500) lists.settle();
      if (isDense(number)) lists.append(dense, number);
      if (number % 40 === 0) lists.append(sparse, number);
    }
    const found = (list: number) => {
      const bits = Bits.below(END);
      lists.addTo(bits, list);
      return numbersIn(bits).reverse();
    };

    for (const settled of [false, true]) {
      if (settled) lists.settle();
      expect(found(dense)).toEqual(all.filter(isDense));
      expect(found(sparse)).toEqual(all.filter((number) => number % 40 === 0));
    }
    lists.append(dense, LAST);
    lists.append(sparse, LAST);
    expect(found(dense)).toEqual([...all.filter(isDense), LAST]);
    expect(found(sparse)).toEqual([...all.filter((number) => number % 40 === 0), LAST]);
  });
});

describe('sets of numbers', () => {
  const numbers = fc.uniqueArray(fc.nat(END - 1), { maxLength: 200 });
  const bitsOf = (all: readonly number[]) => {
    const bits = Bits.below(END);
    for (const number of all) bits.add(number);
    return bits;
  };

  it('have what both have, or one alone, and know how many', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const sorted = (all: readonly number[]) => all.toSorted((a, b) => b - a);
        const both = one.filter((number) => other.includes(number));
        const mine = one.filter((number) => !other.includes(number));

        expect(numbersIn(bitsOf(one).and(bitsOf(other)))).toEqual(sorted(both));
        expect(numbersIn(bitsOf(one).without(bitsOf(other)))).toEqual(sorted(mine));
        expect(bitsOf(one).size).toBe(one.length);
      }),
    );
  });
});

/** By both ways to go through them. */
function numbersIn(bits: Bits): number[] {
  const numbers: number[] = [];
  for (let number = bits.largestBelow(1e7); number >= 0; number = bits.largestBelow(number)) numbers.push(number);
  const end = (numbers[0] ?? 0) + 1;
  const itself = Int32Array.from({ length: end }, (_, number) => number);
  const counts = new Int32Array(end);
  bits.tally(itself, counts);
  expect([...counts.keys()].filter((number) => counts[number] === 1).reverse()).toEqual(numbers);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(numbers.length);
  return numbers;
}
