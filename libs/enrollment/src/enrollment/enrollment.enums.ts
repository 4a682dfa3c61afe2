import { registerEnumType } from '@nestjs/graphql';

export enum ApprovalState {
  NOT_NEEDED = 'NOT_NEEDED',
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  DECLINED = 'DECLINED',
}

export enum SeatState {
  REQUESTED = 'REQUESTED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  CONFIRMED = 'CONFIRMED',
  RELEASED = 'RELEASED',
}

export enum PaymentState {
  NOT_DUE = 'NOT_DUE',
  DUE = 'DUE',
  PARTLY_PAID = 'PARTLY_PAID',
  PAID = 'PAID',
  REFUNDED = 'REFUNDED',
}

export enum ReleaseReason {
  CANCELLED_BY_PERSON = 'CANCELLED_BY_PERSON',
  CANCELLED_BY_PROVIDER = 'CANCELLED_BY_PROVIDER',
  APPROVAL_DECLINED = 'APPROVAL_DECLINED',
  OFFER_DECLINED = 'OFFER_DECLINED',
  OFFER_EXPIRED = 'OFFER_EXPIRED',
  OFFERING_CANCELLED = 'OFFERING_CANCELLED',
  NOMINATION_DECLINED = 'NOMINATION_DECLINED',
  SUBSTITUTED = 'SUBSTITUTED',
  NOMINATION_WITHDRAWN = 'NOMINATION_WITHDRAWN',
}

export enum NomineeAnswer {
  NOT_ASKED = 'NOT_ASKED',
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}

export enum WhenFull {
  WAIT = 'WAIT',
  DECLINE = 'DECLINE',
}

registerEnumType(ApprovalState, {
  name: 'ApprovalState',
  description: 'Whether somebody must agree to a person’s place, and whether they did. Expect values to be added.',
  valuesMap: {
    NOT_NEEDED: { description: 'The offering asks for none.' },
    PENDING: { description: 'Nobody has decided yet.' },
    APPROVED: { description: 'Agreed; the person may be given a seat.' },
    DECLINED: { description: 'Not agreed; the place was released.' },
  },
});

registerEnumType(SeatState, {
  name: 'SeatState',
  description: 'What a person has in an offering. Expect values to be added.',
  valuesMap: {
    REQUESTED: { description: 'Has a queue number, and gets nothing before the approval but a seat kept meanwhile.' },
    WAITLISTED: { description: 'Waits for a seat.' },
    OFFERED: { description: 'A freed seat is held until `offerExpiresAt` for the person to accept.' },
    CONFIRMED: { description: 'Has a seat.' },
    RELEASED: { description: 'Has nothing any more.' },
  },
});

registerEnumType(PaymentState, {
  name: 'PaymentState',
  description: 'Where the money for a place stands. Expect values to be added.',
  valuesMap: {
    NOT_DUE: { description: 'Nothing to pay: free of charge, or no seat yet.' },
    DUE: { description: 'The price is to be paid.' },
    PARTLY_PAID: { description: 'A part was paid.' },
    PAID: { description: 'All was paid.' },
    REFUNDED: { description: 'What was paid was given back.' },
  },
});

registerEnumType(ReleaseReason, {
  name: 'ReleaseReason',
  description: 'Why a place was released. Expect values to be added.',
  valuesMap: {
    CANCELLED_BY_PERSON: { description: 'The person cancelled.' },
    CANCELLED_BY_PROVIDER: { description: 'The provider cancelled this person’s place.' },
    APPROVAL_DECLINED: { description: 'The approval was declined.' },
    OFFER_DECLINED: { description: 'The person did not want the offered seat.' },
    OFFER_EXPIRED: { description: 'The offered seat was not accepted in time.' },
    OFFERING_CANCELLED: { description: 'The whole offering was cancelled.' },
    NOMINATION_DECLINED: { description: 'The person whom an organization named did not want to come.' },
    SUBSTITUTED: { description: 'Somebody else was named in this person’s stead.' },
    NOMINATION_WITHDRAWN: { description: 'The organization that named the person took them back.' },
  },
});

registerEnumType(NomineeAnswer, {
  name: 'NomineeAnswer',
  description: 'What a person said to being nominated. Expect values to be added.',
  valuesMap: {
    NOT_ASKED: { description: 'The offering does not ask, or the person came by themselves.' },
    PENDING: { description: 'Asked, and has not answered; until then no seat is confirmed.' },
    ACCEPTED: { description: 'Wants to come.' },
    DECLINED: { description: 'Does not want to come; the place was released.' },
  },
});

registerEnumType(WhenFull, {
  name: 'WhenFull',
  description: 'What to do when no seat is left.',
  valuesMap: {
    WAIT: { description: 'Join the queue.' },
    DECLINE: { description: 'Refuse with OfferingFull.' },
  },
});
