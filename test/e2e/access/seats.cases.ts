import { endedOffering, placed } from '../../support/completion.world.js';
import { ASSESSMENT, acts, enrollmentIn, linesIn, reservationIn } from '../../support/enrollment.acts.js';
import { type OfferingWish, sessionOnDay, world } from '../../support/enrollment.world.js';
import { memberOf } from '../../support/nomination.world.js';
import type { Cases } from './cases.js';
import type { Ground } from './ground.js';

const offeringOf = (ground: Ground, wish: OfferingWish = {}) => world.offering({ course: ground.course, ...wish });

/** A place of the member. */
export async function placeOf(ground: Ground, wish: OfferingWish = {}): Promise<string> {
  return enrollmentIn(await acts.enroll(ground.member, (await offeringOf(ground, wish)).id)).id;
}

/** The member waits behind somebody else. */
async function waiting(ground: Ground, wish: OfferingWish = {}): Promise<{ id: string; free(): Promise<unknown> }> {
  const offering = await offeringOf(ground, { capacity: 1, ...wish });
  const other = await world.person();
  const taken = enrollmentIn(await acts.enroll(other, offering.id)).id;
  const { id } = enrollmentIn(await acts.enroll(ground.member, offering.id));
  return { id, free: () => acts.cancel(other, taken) };
}

async function offered(ground: Ground): Promise<string> {
  const { id, free } = await waiting(ground, { asksAcceptance: true });
  await free();
  return id;
}

/** The member, as the branch has named them. */
export async function nominated(ground: Ground, wish: OfferingWish = {}): Promise<string> {
  const { id: offeringId } = await offeringOf(ground, wish);
  const answer = await acts.nominate(ground.officer, {
    offeringId,
    organizationId: ground.branch,
    people: [ground.member],
  });
  return linesIn(answer)[0]?.enrollment?.id ?? '';
}

export async function reserved(ground: Ground): Promise<string> {
  const { id: offeringId } = await offeringOf(ground);
  return reservationIn(
    await acts.reserve(ground.academy.admin, { offeringId, organizationId: ground.branch, seats: 3 }),
  ).id;
}

export const SEATS: Cases = {
  acceptSeatOffer: async (ground) => ({ enrollmentId: await offered(ground) }),
  addInstructor: async ({ academy }) => ({ organizationId: academy.id, familyName: 'Karimov', givenName: 'Anvar' }),
  addRoom: async ({ academy }) => ({ venueId: (await world.venue(academy.id)).id, name: '202' }),
  answerNomination: async (ground) => ({
    enrollmentId: await nominated(ground, { asksNomineeAcceptance: true }),
    answer: 'ACCEPT',
  }),
  cancelEnrollment: async (ground) => ({ enrollmentId: await placeOf(ground) }),
  cancelOffering: async (ground) => ({ offeringId: (await offeringOf(ground)).id, reason: 'Too few people.' }),
  changeCapacity: async (ground) => ({ offeringId: (await offeringOf(ground)).id, capacity: 12 }),
  closeOffering: async (ground) => ({ offeringId: (await offeringOf(ground)).id }),
  createVenue: async ({ academy }) => ({
    organizationId: academy.id,
    name: 'House of Unions',
    locality: 'Tashkent',
    countryCode: 'UZ',
    timeZone: 'Asia/Tashkent',
  }),
  decideApproval: async (ground) => ({
    enrollmentId: await placeOf(ground, { approvalLayers: ['REGIONAL_BRANCH'] }),
    decision: 'APPROVE',
    assessment: ASSESSMENT,
  }),
  declineSeatOffer: async (ground) => ({ enrollmentId: await offered(ground) }),
  enroll: async (ground) => ({ offeringId: (await offeringOf(ground)).id, personId: ground.member.personId }),
  nominate: async (ground) => ({
    offeringId: (await offeringOf(ground)).id,
    organizationId: ground.branch,
    lines: [{ personId: ground.member.personId }],
  }),
  openOffering: async (ground) => ({ offeringId: (await offeringOf(ground, { status: 'CLOSED' })).id }),
  prioritizeEnrollment: async (ground) => ({
    enrollmentId: (await waiting(ground)).id,
    priority: 1,
    reason: 'The committee asked for it.',
  }),
  recordCompletions: async (ground) => {
    const offering = await endedOffering({ course: ground.course });
    const [enrollmentId] = await placed(offering.id, [ground.member]);
    return { offeringId: offering.id, lines: [{ enrollmentId, completion: 'COMPLETED' }] };
  },
  releaseSeats: async (ground) => ({ reservationId: await reserved(ground) }),
  reserveSeats: async (ground) => ({
    offeringId: (await offeringOf(ground)).id,
    organizationId: ground.branch,
    seats: 2,
  }),
  scheduleOffering: async ({ course }) => ({
    courseId: course.id,
    mode: 'ONLINE',
    language: 'en',
    timeZone: 'Asia/Tashkent',
    capacity: 10,
    sessions: [sessionOnDay(900)],
  }),
  substituteEnrollee: async (ground) => ({
    enrollmentId: await nominated(ground),
    personId: (await memberOf(ground.branch)).personId,
  }),
  withdrawNomination: async (ground) => ({
    enrollmentId: await nominated(ground),
    reason: 'Needed at the works.',
  }),
};
