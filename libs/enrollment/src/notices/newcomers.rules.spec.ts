import type { Enrollment } from '../enrollment/enrollment.entity.js';
import { SeatState } from '../enrollment/enrollment.enums.js';
import { newcomersOf } from './newcomers.rules.js';

const place = (id: string, offeringId: string, seat: SeatState) => ({ id, offeringId, seat }) as Enrollment;
const offering = (id: string, waiting: number, asksApproval = false) => ({ id, waiting, asksApproval });
const told = new Map([
  ['full', { waitingBehind: 0 }],
  ['lazy', { waitingBehind: 2 }],
]);

describe('people who were given a place', () => {
  it('hear how many wait before them, in the order they came', () => {
    const enrollments = [
      place('a', 'full', SeatState.CONFIRMED),
      place('b', 'full', SeatState.WAITLISTED),
      place('c', 'lazy', SeatState.WAITLISTED),
      place('d', 'full', SeatState.WAITLISTED),
    ];

    const newcomers = newcomersOf([offering('full', 7), offering('lazy', 4)], enrollments, told);

    expect(newcomers.map(({ id, ahead }) => ({ id, ahead }))).toEqual([
      { id: 'a', ahead: null },
      { id: 'b', ahead: 5 },
      { id: 'd', ahead: 6 },
      { id: 'c', ahead: 1 },
    ]);
  });

  it('hear nothing while somebody must approve first', () => {
    const asking = [place('a', 'full', SeatState.REQUESTED)];

    expect(newcomersOf([offering('full', 0, true)], asking, told)).toEqual([]);
  });
});
