import { registerEnumType } from '@nestjs/graphql';

export enum NoticeKind {
  SEAT_CONFIRMED = 'SEAT_CONFIRMED',
  WAITLISTED = 'WAITLISTED',
  SEAT_OFFERED = 'SEAT_OFFERED',
  SEAT_OFFER_ENDED = 'SEAT_OFFER_ENDED',
  PLACE_RELEASED = 'PLACE_RELEASED',
  APPROVAL_REQUESTED = 'APPROVAL_REQUESTED',
  REMINDER = 'REMINDER',
  NOMINEE_WITHDREW = 'NOMINEE_WITHDREW',
  COMPLETION_RECORDED = 'COMPLETION_RECORDED',
  TRAINING_DUE = 'TRAINING_DUE',
  TRAINING_LATE = 'TRAINING_LATE',
  PROGRAM_REQUEST_TURN = 'PROGRAM_REQUEST_TURN',
  PROGRAM_REQUEST_NEWS = 'PROGRAM_REQUEST_NEWS',
  PROGRAM_REQUEST_REPLY = 'PROGRAM_REQUEST_REPLY',
  NOMINATION_WITHDRAWN = 'NOMINATION_WITHDRAWN',
  TRAINING_DIGEST = 'TRAINING_DIGEST',
}

/** Written by the clock alone. Each has a link that ends them all, without a sign-in. */
export const REMINDERS: readonly NoticeKind[] = [
  NoticeKind.REMINDER,
  NoticeKind.TRAINING_DUE,
  NoticeKind.TRAINING_LATE,
  NoticeKind.TRAINING_DIGEST,
];

/** What a person may do without. The rest says what became of something of their own, or asks them to act. */
export const MUTABLE: readonly NoticeKind[] = [...REMINDERS, NoticeKind.PROGRAM_REQUEST_NEWS];

registerEnumType(NoticeKind, {
  name: 'NoticeKind',
  description: 'What a message is about. Expect values to be added.',
  valuesMap: {
    SEAT_CONFIRMED: { description: 'The person has a seat; the sessions come along for their calendar.' },
    WAITLISTED: { description: 'The person waits for a seat.' },
    SEAT_OFFERED: { description: 'A freed seat is held for the person for a time.' },
    SEAT_OFFER_ENDED: { description: 'The seat was not accepted in time.' },
    PLACE_RELEASED: { description: 'The person’s place or wait has ended, and why.' },
    APPROVAL_REQUESTED: { description: 'Somebody waits for this person’s decision.' },
    REMINDER: { description: 'The first session is three days away. Can be muted.' },
    NOMINEE_WITHDREW: { description: 'Somebody this person’s organization named does not come.' },
    COMPLETION_RECORDED: { description: 'It was recorded, or corrected, how the person’s training ended.' },
    TRAINING_DUE: { description: 'What the person’s office asks them to learn is due within a month. Can be muted.' },
    TRAINING_LATE: { description: 'What the person’s office asks them to learn is overdue. Can be muted.' },
    PROGRAM_REQUEST_TURN: { description: 'A program request waits for the organization this person acts for.' },
    PROGRAM_REQUEST_NEWS: { description: 'A program request that concerns the organization went on. Can be muted.' },
    PROGRAM_REQUEST_REPLY: { description: 'The other side of a program request has written.' },
    TRAINING_DIGEST: {
      description:
        'Once a week: who, of those this officer answers for, is late or soon due with what their office asks. Can be muted.',
    },
    NOMINATION_WITHDRAWN: {
      description: 'Somebody this person was asked to decide about is no longer named; nothing is left to decide.',
    },
  },
});
