import { obstaclesIn, type Plan, unsoundPrice, windowOf } from './scheduling.rules.js';

const NOW = new Date('2026-12-01T00:00:00Z');
const on = (day: number, from: string, to: string) => ({
  startsAt: new Date(`2026-12-${String(day).padStart(2, '0')}T${from}:00Z`),
  endsAt: new Date(`2026-12-${String(day).padStart(2, '0')}T${to}:00Z`),
});
const plan = (given: Partial<Plan>): Plan => ({
  sessions: [on(10, '09:00', '11:00')],
  capacity: 20,
  minimum: 0,
  opensAt: null,
  closesAt: null,
  ...given,
});
const names = (given: Partial<Plan>) => obstaclesIn(plan(given), NOW).map((reason) => reason.constructor.name);

describe('a plan', () => {
  it('is sound with one session, as many people needed as there are seats, and the usual window', () => {
    expect(names({ minimum: 20 })).toEqual([]);
  });

  it('may have sessions in any order, one beginning when another ends', () => {
    expect(names({ sessions: [on(12, '11:00', '13:00'), on(12, '09:00', '11:00'), on(11, '09:00', '11:00')] })).toEqual(
      [],
    );
  });

  it.each<[string, Partial<Plan>, string[]]>([
    ['ends before it begins', { sessions: [on(10, '11:00', '09:00')] }, ['SessionEndsBeforeStart']],
    ['lasts no time', { sessions: [on(10, '09:00', '09:00')] }, ['SessionEndsBeforeStart']],
    [
      'lasts more than a day',
      { sessions: [{ startsAt: on(10, '09:00', '10:00').startsAt, endsAt: on(11, '09:01', '10:00').startsAt }] },
      ['SessionTooLong'],
    ],
    [
      'is in the past',
      { sessions: [{ ...on(10, '09:00', '11:00'), startsAt: new Date('2026-11-30T23:59:59Z') }] },
      ['SessionTooLong', 'StartsInPast'],
    ],
    [
      'is at the time of another',
      { sessions: [on(10, '09:00', '11:00'), on(10, '10:59', '12:00')] },
      ['SessionsOverlap'],
    ],
    ['needs more people than it seats', { minimum: 21 }, ['MinimumAboveCapacity']],
    [
      'closes before it opens',
      { opensAt: on(5, '09:00', '10:00').startsAt, closesAt: on(4, '09:00', '10:00').startsAt },
      ['WindowInvalid'],
    ],
    [
      'closes when it opens',
      { opensAt: on(5, '09:00', '10:00').startsAt, closesAt: on(5, '09:00', '10:00').startsAt },
      ['WindowInvalid'],
    ],
    [
      'closes in the past',
      { opensAt: new Date('2026-10-01T00:00:00Z'), closesAt: new Date('2026-11-01T00:00:00Z') },
      ['WindowInvalid'],
    ],
    ['closes after the last session', { closesAt: on(10, '11:01', '12:00').startsAt }, ['WindowInvalid']],
    ['opens when the first session has begun', { opensAt: on(10, '09:00', '10:00').startsAt }, ['WindowInvalid']],
  ])('is refused when it %s', (_, given, reasons) => {
    expect(names(given)).toEqual(reasons);
  });

  it('names every pair of sessions that meet, by their numbers in the list', () => {
    const reasons = obstaclesIn(
      plan({
        sessions: [
          on(10, '12:00', '13:00'),
          on(10, '09:00', '17:00'),
          on(10, '16:00', '18:00'),
          on(10, '17:30', '19:00'),
        ],
      }),
      NOW,
    );
    expect(reasons).toMatchObject([
      { first: 2, second: 1, path: ['sessions', '0', 'startsAt'] },
      { first: 2, second: 3, path: ['sessions', '2', 'startsAt'] },
      { first: 3, second: 4, path: ['sessions', '3', 'startsAt'] },
    ]);
  });

  it('tells everything that is wrong at once', () => {
    expect(names({ sessions: [on(10, '11:00', '09:00'), on(11, '09:00', '11:00')], minimum: 21 })).toEqual([
      'SessionEndsBeforeStart',
      'MinimumAboveCapacity',
    ]);
  });
});

describe('the enrollment window', () => {
  it('opens now and closes when the first session begins, if nobody says otherwise', () => {
    const sessions = [on(12, '09:00', '11:00'), on(10, '09:00', '11:00')];
    expect(windowOf(plan({ sessions }), NOW)).toEqual({ opensAt: NOW, closesAt: on(10, '09:00', '11:00').startsAt });
  });
});

describe('a price', () => {
  it.each([
    ['1250000', 2],
    ['1250000.50', 2],
    ['12.5000', 1],
    ['0', 0],
    ['7.0000', 0],
  ])('may be %s where the currency has %i decimals', (amount, decimals) => {
    expect(unsoundPrice(amount, decimals)).toEqual([]);
  });

  it.each([
    ['-1', 2],
    ['-0.01', 2],
    ['0.001', 2],
    ['7.5', 0],
  ])('may not be %s where the currency has %i decimals', (amount, decimals) => {
    expect(unsoundPrice(amount, decimals)).toMatchObject([{ decimals, path: ['price', 'amount'] }]);
  });
});
