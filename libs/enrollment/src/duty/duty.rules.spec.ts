import { DutyStatus } from './duty.enums.js';
import { type DutyStanding, statusOf } from './duty.rules.js';

const NOW = new Date('2026-11-01T00:00:00Z');
const EARLIER = new Date('2026-10-31T23:59:59Z');
const LATER = new Date('2026-11-01T00:00:01Z');

const standing = (wish: Partial<DutyStanding> = {}): DutyStanding => ({
  dueAt: LATER,
  learnedOn: null,
  relearnAt: null,
  bookedEnrollmentId: null,
  ...wish,
});
const learned = { learnedOn: '2026-10-01' };

describe('the holder of an office', () => {
  it.each([
    ['has time until the last day is over', {}, DutyStatus.DUE],
    ['is late from the first moment after it', { dueAt: NOW }, DutyStatus.LATE],
    ['is booked with a place in time', { bookedEnrollmentId: 'a' }, DutyStatus.BOOKED],
    ['is late though booked', { bookedEnrollmentId: 'a', dueAt: EARLIER }, DutyStatus.LATE],
    ['has learned it for good', { ...learned, dueAt: EARLIER }, DutyStatus.LEARNED],
    ['has learned it for now', { ...learned, relearnAt: LATER }, DutyStatus.LEARNED],
    ['is to learn it again', { ...learned, relearnAt: NOW }, DutyStatus.DUE],
    ['is to learn it again and booked', { ...learned, relearnAt: NOW, bookedEnrollmentId: 'a' }, DutyStatus.BOOKED],
    ['is late in learning it again', { ...learned, relearnAt: EARLIER, dueAt: EARLIER }, DutyStatus.LATE],
  ])('%s', (_, wish, status) => {
    expect(statusOf(standing(wish), NOW)).toBe(status);
  });
});
