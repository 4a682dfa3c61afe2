import { type Answer, type Asker, client } from './client.js';

const ENROLLMENT = `
  enrollment {
    id approval seat payment queueNumber priority waitlistPosition offerExpiresAt releaseReason note person { id }
    holdsSeat nomineeAnswer
  }
  errors {
    __typename ... on UserError { message path }
    ... on OfferingFull { waiting } ... on WaitlistFull { limit }
    ... on ClashesWithOwnSession { offeringId startsAt endsAt }
  }`;

const SIMPLE = `
  enrollment { id approval seat payment queueNumber priority waitlistPosition offerExpiresAt releaseReason note
    holdsSeat nomineeAnswer person { id } recommendedBy { id } }
  errors { __typename ... on UserError { message path } }`;

const RESERVATION = `reservation { id seats named unnamed passedDown releaseOn parentId holder { id } }
  errors { __typename ... on UserError { message path } ... on NotEnoughSeats { left } }`;

const NOMINATION = `nomination { id organization { id } offering { id } lines {
    position personId note errors { __typename ... on UserError { message path } }
    enrollment { id approval seat payment queueNumber holdsSeat nomineeAnswer recommendedBy { id } person { id } } } }
  errors { __typename ... on UserError { message path } }`;

/** What a layer says of a person it agrees to. */
export const ASSESSMENT = { motivation: 5, relevance: 4, preparedness: 3, employerAgrees: true };

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

interface ReservationWish {
  offeringId: string;
  organizationId: string;
  seats: number;
  fromReservationId?: string;
  releaseOn?: string;
}

interface LineWish {
  personId: string;
  reservationId?: string;
  priority?: number;
  note?: string;
}

interface NominationWish {
  offeringId: string;
  organizationId: string;
  people: readonly ({ accountId: string; personId: string } | LineWish)[];
  allOrNothing?: boolean;
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
  /** For a layer of the union: with an assessment. */
  agree: (who: Asker, enrollmentId: string, more: { stepId?: string; key?: string } = {}) => {
    const { key, ...rest } = more;
    const input = { enrollmentId, decision: 'APPROVE', assessment: ASSESSMENT, ...rest };
    return send(who, simple('decideApproval'), input, { key });
  },
  reserve: (who: Asker, input: ReservationWish, sent?: Sent) =>
    send(who, `mutation R($input: ReserveSeatsInput!) { reserveSeats(input: $input) { ${RESERVATION} } }`, input, sent),
  releaseSeats: (who: Asker, reservationId: string, seats?: number) =>
    send(who, `mutation R($input: ReleaseSeatsInput!) { releaseSeats(input: $input) { ${RESERVATION} } }`, {
      reservationId,
      seats,
    }),
  nominate: (who: Asker, { offeringId, organizationId, people, ...more }: NominationWish, sent?: Sent) => {
    const lines = people.map((line) => ('accountId' in line ? { personId: line.personId } : line));
    const document = `mutation N($input: NominateInput!) { nominate(input: $input) { ${NOMINATION} } }`;
    return send(who, document, { offeringId, organizationId, lines, ...more }, sent);
  },
  answer: (who: Asker, enrollmentId: string, answer: 'ACCEPT' | 'DECLINE') =>
    send(who, simple('answerNomination'), { enrollmentId, answer }),
  substitute: (who: Asker, enrollmentId: string, personId: string, sent?: Sent) =>
    send(who, simple('substituteEnrollee'), { enrollmentId, personId }, sent),
  withdraw: (who: Asker, enrollmentId: string, sent?: Sent) =>
    send(who, simple('withdrawNomination'), { enrollmentId, reason: 'Needed at the works.' }, sent),
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

/** The reservation in an answer; fails the test when there is none. */
export function reservationIn(answer: Answer): Reserved {
  const [payload] = Object.values((answer.data ?? {}) as Record<string, { reservation: Reserved | null }>);
  if (!payload?.reservation)
    throw new Error(`no reservation in ${JSON.stringify(answer.data)} ${JSON.stringify(answer.errors)}`);
  return payload.reservation;
}

/** The lines of a nomination; fails the test when it was refused as a whole. */
export function linesIn(answer: Answer): AnsweredLine[] {
  const lines = answer.data?.nominate?.nomination?.lines;
  if (!lines) throw new Error(`no nomination in ${JSON.stringify(answer.data)} ${JSON.stringify(answer.errors)}`);
  return lines;
}

/** What each line came to: a seat state, or why not. */
export function outcomesOf(answer: Answer): string[] {
  return linesIn(answer).map(({ enrollment, errors }) => enrollment?.seat ?? errors[0]?.__typename ?? '?');
}

export interface Reserved {
  id: string;
  seats: number;
  named: number;
  unnamed: number;
  passedDown: number;
  releaseOn: string | null;
}

export interface AnsweredLine {
  position: number;
  personId: string;
  enrollment: (Enrolled & { holdsSeat: boolean; nomineeAnswer: string }) | null;
  errors: { __typename: string; message: string }[];
}

export interface Enrolled {
  id: string;
  approval: string;
  seat: string;
  payment: string;
  queueNumber: number | null;
  waitlistPosition: number | null;
  offerExpiresAt: string | null;
  releaseReason: string | null;
}
