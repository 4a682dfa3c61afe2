import fc from 'fast-check';
import { shareSeats } from './seats.rules.js';

const asks = (...people: number[]) => people.map((count, place) => ({ organizationId: `o${place}`, people: count }));

describe('seats promised to those who asked', () => {
  it.each([
    ['all get what they asked for where there are enough', 50, [20, 15], [20, 15]],
    ['and no more where there are too many', 100, [20, 15], [20, 15]],
    ['half of the seats is half for each', 10, [10, 10], [5, 5]],
    ['shares follow the numbers', 12, [20, 10, 6], [7, 3, 2]],
    ['a seat that cannot be shared goes to the largest remainder', 1, [1, 3], [0, 1]],
    ['and among equal ones to the first who asked', 1, [2, 2, 2], [1, 0, 0]],
    ['one seat for one person', 1, [1], [1]],
    ['a draft of nobody is promised nothing', 5, [], []],
  ])('%s', (_, seats, people, expected) => {
    expect([...shareSeats(seats, asks(...people)).values()]).toEqual(expected);
  });

  it('are never more than there are, nor than anybody asked for, and none is left over while somebody wants it', () => {
    const people = fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), people, (seats, wanted) => {
        const shares = [...shareSeats(seats, asks(...wanted)).values()];
        const total = wanted.reduce((sum, count) => sum + count, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(seats, total));
        shares.forEach((share, place) => {
          const fair = (seats * (wanted[place] ?? 0)) / Math.max(total, seats);
          expect(share).toBeGreaterThanOrEqual(Math.min(Math.floor(fair), wanted[place] ?? 0));
          expect(share).toBeLessThanOrEqual(wanted[place] ?? 0);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
