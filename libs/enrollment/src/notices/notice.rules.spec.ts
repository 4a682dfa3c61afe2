import { NoticeKind } from '#notices';
import { ReleaseReason, SeatState } from '../enrollment/enrollment.enums.js';
import { isWithdrawal, type Standing, toldToPerson, whyReleased } from './notice.rules.js';

const place = (wish: Partial<Standing>): Standing => ({
  seat: SeatState.RELEASED,
  releaseReason: null,
  confirmedAt: null,
  recommendedById: null,
  ...wish,
});
const released = (releaseReason: ReleaseReason, wish: Partial<Standing> = {}) => place({ releaseReason, ...wish });
const SEATED = new Date('2026-09-01T00:00:00Z');

describe('a person is told', () => {
  it.each([
    [SeatState.CONFIRMED, NoticeKind.SEAT_CONFIRMED],
    [SeatState.WAITLISTED, NoticeKind.WAITLISTED],
    [SeatState.OFFERED, NoticeKind.SEAT_OFFERED],
    [SeatState.REQUESTED, null],
  ])('of a place that is %s: %s', (seat, kind) => {
    expect(toldToPerson(place({ seat }))).toBe(kind);
  });

  it.each([
    [ReleaseReason.CANCELLED_BY_PROVIDER, NoticeKind.PLACE_RELEASED],
    [ReleaseReason.APPROVAL_DECLINED, NoticeKind.PLACE_RELEASED],
    [ReleaseReason.OFFERING_CANCELLED, NoticeKind.PLACE_RELEASED],
    [ReleaseReason.SUBSTITUTED, NoticeKind.PLACE_RELEASED],
    [ReleaseReason.NOMINATION_WITHDRAWN, NoticeKind.PLACE_RELEASED],
    [ReleaseReason.OFFER_EXPIRED, NoticeKind.SEAT_OFFER_ENDED],
    [ReleaseReason.OFFER_DECLINED, null],
    [ReleaseReason.NOMINATION_DECLINED, null],
    [ReleaseReason.CANCELLED_BY_PERSON, null],
  ])('of a place released as %s: %s', (reason, kind) => {
    expect(toldToPerson(released(reason))).toBe(kind);
  });

  it('of a seat they gave up themselves, so that their calendar forgets it', () => {
    const givenUp = released(ReleaseReason.CANCELLED_BY_PERSON, { confirmedAt: SEATED });

    expect(toldToPerson(givenUp)).toBe(NoticeKind.PLACE_RELEASED);
    expect(whyReleased(givenUp.releaseReason)).toBe('CANCELLED_BY_PERSON');
  });
});

describe('those who named somebody', () => {
  it.each([
    ReleaseReason.CANCELLED_BY_PERSON,
    ReleaseReason.OFFER_DECLINED,
    ReleaseReason.OFFER_EXPIRED,
    ReleaseReason.NOMINATION_DECLINED,
  ])('hear that they do not come: %s', (reason) => {
    expect(isWithdrawal(released(reason, { recommendedById: 'union' }))).toBe(true);
    expect(isWithdrawal(released(reason))).toBe(false);
  });

  it.each([
    ReleaseReason.SUBSTITUTED,
    ReleaseReason.NOMINATION_WITHDRAWN,
    ReleaseReason.CANCELLED_BY_PROVIDER,
    ReleaseReason.OFFERING_CANCELLED,
  ])('hear nothing of what others did: %s', (reason) => {
    expect(isWithdrawal(released(reason, { recommendedById: 'union' }))).toBe(false);
  });
});
