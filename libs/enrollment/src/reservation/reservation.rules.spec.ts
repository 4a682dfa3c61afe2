import type { Seats } from '../enrollment/seats.rules.js';
import { giveBackOverdue, giveUp, isOverdue, keep, type Reservation } from './reservation.rules.js';

const NOON = new Date('2026-11-22T12:00:00Z');
const MORNING = new Date('2026-11-22T00:00:00Z');
const TOMORROW = new Date('2026-11-23T00:00:00Z');

const offering = (reserved: number) => ({ reserved }) as Seats;

function held(id: string, given: Partial<Reservation> = {}): Reservation {
  return {
    id,
    parentId: null,
    path: [id],
    seats: 4,
    named: 0,
    unnamed: 4,
    passedDown: 0,
    releaseAt: MORNING,
    ...given,
  };
}

/** A union, its branch and the branch’s primary organization: four seats, of which three and two were passed down. */
function family(days: { union?: Date | null; branch?: Date | null; primary?: Date | null } = {}) {
  const { union = MORNING, branch = MORNING, primary = MORNING } = days;
  return [
    held('union', { unnamed: 1, passedDown: 3, releaseAt: union }),
    held('branch', {
      parentId: 'union',
      path: ['union', 'branch'],
      seats: 3,
      unnamed: 1,
      passedDown: 2,
      releaseAt: branch,
    }),
    held('primary', {
      parentId: 'branch',
      path: ['union', 'branch', 'primary'],
      seats: 2,
      named: 1,
      unnamed: 1,
      releaseAt: primary,
    }),
  ];
}

const numbers = (reservations: readonly Reservation[]) =>
  reservations.map(({ seats, named, unnamed, passedDown }) => [seats, named, unnamed, passedDown]);

describe('keeping seats', () => {
  it('takes them out of what is free, or out of the reservation above', () => {
    const [seats, union] = [offering(0), held('union')];
    keep(seats, 4, null);
    keep(seats, 3, union);
    expect(seats.reserved).toBe(4);
    expect(union).toMatchObject({ seats: 4, unnamed: 1, passedDown: 3 });
  });

  it('is undone by giving them up', () => {
    const [seats, union, branch] = [
      offering(4),
      held('union', { unnamed: 1, passedDown: 3 }),
      held('branch', { seats: 3, unnamed: 3 }),
    ];
    giveUp(seats, branch, 3, union);
    giveUp(seats, union, 4, null);
    expect(seats.reserved).toBe(0);
    expect(numbers([union, branch])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe('the day unused seats go back', () => {
  it('frees all that is unnamed when it has come for everybody, and leaves who was named', () => {
    const [seats, reservations] = [offering(3), family()];
    expect(giveBackOverdue(seats, reservations, NOON).size).toBe(3);
    expect(seats.reserved).toBe(0);
    expect(numbers(reservations)).toEqual([
      [1, 0, 0, 1],
      [1, 0, 0, 1],
      [1, 1, 0, 0],
    ]);
  });

  it('gives them to the level above while its own day has not come', () => {
    const [seats, reservations] = [offering(3), family({ union: TOMORROW })];
    giveBackOverdue(seats, reservations, NOON);
    expect(seats.reserved).toBe(3);
    expect(numbers(reservations)).toEqual([
      [4, 0, 3, 1],
      [1, 0, 0, 1],
      [1, 1, 0, 0],
    ]);
  });

  it('changes nothing before it comes, or where there is none', () => {
    const reservations = family({ union: TOMORROW, branch: TOMORROW, primary: TOMORROW });
    expect(giveBackOverdue(offering(3), reservations, NOON).size).toBe(0);
    expect(isOverdue({ releaseAt: null }, NOON)).toBe(false);
    expect(isOverdue({ releaseAt: NOON }, NOON)).toBe(true);
  });
});
