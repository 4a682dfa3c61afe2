import { SeatState } from '../enrollment/enrollment.enums.js';
import { Completion } from './completion.enums.js';
import { type EndedPlace, type EndingWish, endingOf, whyNotRecorded } from './completion.rules.js';

const DAYS = { first: '2026-10-01', last: '2026-10-10', today: '2026-10-20' };
const { COMPLETED, NOT_COMPLETED } = Completion;

const place = (wish: Partial<EndedPlace> = {}): EndedPlace => ({
  seat: SeatState.CONFIRMED,
  completion: null,
  completedOn: null,
  ...wish,
});
const wish = (given: Partial<EndingWish> = {}): EndingWish => ({
  completion: COMPLETED,
  completedOn: null,
  reason: null,
  ...given,
});
const why = (...[found, wished, days = DAYS]: [EndedPlace | undefined, EndingWish, typeof DAYS?]) =>
  whyNotRecorded(found, wished, days)?.constructor.name ?? null;

const done = place({ completion: COMPLETED, completedOn: '2026-10-10' });

describe('who completed a course', () => {
  it.each([SeatState.REQUESTED, SeatState.WAITLISTED, SeatState.OFFERED, SeatState.RELEASED])(
    'is never somebody whose place is %s',
    (seat) => {
      expect(why(place({ seat }), wish())).toBe('NoConfirmedSeat');
    },
  );

  it('is nobody who is not there', () => {
    expect(why(undefined, wish())).toBe('EnrollmentNotFound');
  });

  it('did so on the day of the last session, or today while that goes on, unless it is said', () => {
    expect(endingOf(place(), wish(), DAYS)).toEqual({ completion: COMPLETED, completedOn: '2026-10-10' });
    expect(endingOf(place(), wish(), { ...DAYS, today: '2026-10-09' }).completedOn).toBe('2026-10-09');
    expect(endingOf(place(), wish({ completedOn: '2026-10-15' }), DAYS).completedOn).toBe('2026-10-15');
  });

  it.each([
    ['2026-09-30', 'CompletedOnOutside'],
    ['2026-10-01', null],
    ['2026-10-20', null],
    ['2026-10-21', 'CompletedOnOutside'],
  ])('did so between the first day and today: %s', (completedOn, reason) => {
    expect(why(place(), wish({ completedOn }))).toBe(reason);
  });

  it('is recorded again without a reason only where nothing changes', () => {
    expect(why(done, wish())).toBeNull();
    expect(endingOf(done, wish(), DAYS)).toBe(done);
    expect(why(done, wish({ completedOn: '2026-10-11' }))).toBe('CorrectionNeedsReason');
    expect(why(done, wish({ completion: NOT_COMPLETED }))).toBe('CorrectionNeedsReason');
    expect(why(done, wish({ completion: null }))).toBe('CorrectionNeedsReason');
    expect(why(done, wish({ completion: NOT_COMPLETED, reason: 'Another person sat there.' }))).toBeNull();
  });

  it('has no day any more once it is taken back', () => {
    const ending = endingOf(done, wish({ completion: NOT_COMPLETED, reason: 'A mistake.' }), DAYS);
    expect(ending).toEqual({ completion: NOT_COMPLETED, completedOn: null });
  });
});
