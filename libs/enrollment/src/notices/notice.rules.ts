import { NoticeKind, type WhyReleased } from '#notices';
import { ReleaseReason, SeatState } from '../enrollment/enrollment.enums.js';

/** Where a place stands: the part of its row that decides what people are told. */
export interface Standing {
  seat: SeatState;
  releaseReason: ReleaseReason | null;
  /** Null: never had a seat. */
  confirmedAt: Date | null;
  /** The organization that named the person; null: they came by themselves. */
  recommendedById: string | null;
}

/** Why a place ended, where the person has not ended it themselves by a word of no. */
const TOLD_WITH_REASON: Partial<Record<ReleaseReason, WhyReleased>> = {
  [ReleaseReason.CANCELLED_BY_PERSON]: 'CANCELLED_BY_PERSON',
  [ReleaseReason.CANCELLED_BY_PROVIDER]: 'CANCELLED_BY_PROVIDER',
  [ReleaseReason.APPROVAL_DECLINED]: 'APPROVAL_DECLINED',
  [ReleaseReason.OFFERING_CANCELLED]: 'OFFERING_CANCELLED',
  [ReleaseReason.SUBSTITUTED]: 'SUBSTITUTED',
  [ReleaseReason.NOMINATION_WITHDRAWN]: 'NOMINATION_WITHDRAWN',
};

const WITHDRAWALS: readonly (ReleaseReason | null)[] = [
  ReleaseReason.CANCELLED_BY_PERSON,
  ReleaseReason.OFFER_DECLINED,
  ReleaseReason.OFFER_EXPIRED,
  ReleaseReason.NOMINATION_DECLINED,
];

export type ToldToPerson =
  | NoticeKind.SEAT_CONFIRMED
  | NoticeKind.WAITLISTED
  | NoticeKind.SEAT_OFFERED
  | NoticeKind.SEAT_OFFER_ENDED
  | NoticeKind.PLACE_RELEASED;

/** What the person is told of their place as it stands; null: nothing they do not know. */
export function toldToPerson({ seat, releaseReason, confirmedAt }: Standing): ToldToPerson | null {
  if (seat === SeatState.CONFIRMED) return NoticeKind.SEAT_CONFIRMED;
  if (seat === SeatState.WAITLISTED) return NoticeKind.WAITLISTED;
  if (seat === SeatState.OFFERED) return NoticeKind.SEAT_OFFERED;
  if (seat === SeatState.REQUESTED || !releaseReason) return null;
  if (releaseReason === ReleaseReason.OFFER_EXPIRED) return NoticeKind.SEAT_OFFER_ENDED;
  // Who gives up a seat themselves is told only because their calendar must forget it.
  if (releaseReason === ReleaseReason.CANCELLED_BY_PERSON && !confirmedAt) return null;
  return whyReleased(releaseReason) ? NoticeKind.PLACE_RELEASED : null;
}

export function whyReleased(reason: ReleaseReason | null): WhyReleased | null {
  return (reason && TOLD_WITH_REASON[reason]) ?? null;
}

/** Whether those who named the person hear that they do not come. */
export function isWithdrawal({ seat, releaseReason, recommendedById }: Standing): boolean {
  return recommendedById !== null && seat === SeatState.RELEASED && WITHDRAWALS.includes(releaseReason);
}

/** Whether those who were asked to decide about the person hear that they are named no more. */
export function isTakenBack({ seat, releaseReason }: Standing): boolean {
  return seat === SeatState.RELEASED && releaseReason === ReleaseReason.NOMINATION_WITHDRAWN;
}
