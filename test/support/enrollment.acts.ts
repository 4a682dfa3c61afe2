import { type Answer, type Asker, client } from './client.js';

const ENROLLMENT = `
  enrollment {
    id approval seat payment queueNumber priority waitlistPosition offerExpiresAt releaseReason note person { id }
  }
  errors {
    __typename ... on UserError { message path }
    ... on OfferingFull { waiting } ... on WaitlistFull { limit }
    ... on ClashesWithOwnSession { offeringId startsAt endsAt }
  }`;

const SIMPLE = `
  enrollment { id approval seat payment queueNumber priority waitlistPosition offerExpiresAt releaseReason note }
  errors { __typename ... on UserError { message path } }`;

const ENROLL = `mutation Enroll($input: EnrollInput!) { enroll(input: $input) { ${ENROLLMENT} } }`;

function simple(name: string): string {
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ${Name}($input: ${Name}Input!) { ${name}(input: $input) { ${SIMPLE} } }`;
}

interface Sent {
  key?: string;
  language?: string;
  /** Another server than this worker’s. */
  at?: string;
}

function send(who: Asker, document: string, input: object, { key, language, at }: Sent = {}): Promise<Answer> {
  const headers = { ...(key && { 'idempotency-key': key }), ...(language && { 'accept-language': language }) };
  const asker = client.as(who);
  return (at ? asker.at(at) : asker).send(document, { input }, headers);
}

interface Wish {
  personId?: string;
  whenFull?: 'WAIT' | 'DECLINE';
}

/** What people do with places, each as one call. */
export const acts = {
  enroll: (who: Asker, offeringId: string, wish: Wish & Sent = {}) => {
    const { key, language, at, ...input } = wish;
    return send(who, ENROLL, { offeringId, ...input }, { key, language, at });
  },
  cancel: (who: Asker, enrollmentId: string, sent?: Sent) =>
    send(who, simple('cancelEnrollment'), { enrollmentId }, sent),
  accept: (who: Asker, enrollmentId: string) => send(who, simple('acceptSeatOffer'), { enrollmentId }),
  decline: (who: Asker, enrollmentId: string) => send(who, simple('declineSeatOffer'), { enrollmentId }),
  decide: (who: Asker, enrollmentId: string, decision: 'APPROVE' | 'DECLINE', note?: string) =>
    send(who, simple('decideApproval'), { enrollmentId, decision, note }),
  prioritize: (who: Asker, enrollmentId: string, priority: number) =>
    send(who, simple('prioritizeEnrollment'), { enrollmentId, priority, reason: 'The committee asked for it.' }),
  changeCapacity: (who: Asker, offeringId: string, capacity: number) =>
    send(
      who,
      `mutation C($input: ChangeCapacityInput!) { changeCapacity(input: $input) {
        offering { capacity seatsTaken seatsLeft waitlistLength }
        errors { __typename ... on UserError { message path } ... on CapacityBelowSeated { seatsTaken } } } }`,
      { offeringId, capacity },
    ),
  cancelOffering: (who: Asker, offeringId: string) =>
    send(
      who,
      `mutation C($input: CancelOfferingInput!) { cancelOffering(input: $input) {
        offering { status cancelReason seatsTaken waitlistLength }
        errors { __typename ... on UserError { message path } } } }`,
      { offeringId, reason: 'Too few people.' },
    ),
};

/** The enrollment in an answer, whatever the mutation; fails the test when there is none. */
export function enrollmentIn(answer: Answer) {
  const [payload] = Object.values((answer.data ?? {}) as Record<string, { enrollment: Enrolled | null }>);
  if (!payload?.enrollment)
    throw new Error(`no enrollment in ${JSON.stringify(answer.data)} ${JSON.stringify(answer.errors)}`);
  return payload.enrollment;
}

export interface Enrolled {
  id: string;
  approval: string;
  seat: string;
  payment: string;
  queueNumber: number | null;
  waitlistPosition: number | null;
  offerExpiresAt: string | null;
}
