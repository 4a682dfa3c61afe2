import { setTimeout as pause } from 'node:timers/promises';
import { organizationId } from '../../../demo/src/index.js';
import { type Cast, UNION } from './cast.js';
import { PUBLISH_COURSE, SCHEDULE_OFFERING } from './documents.js';
import { type Player, StoryBroken } from './player.js';
import {
  ACCEPT,
  BEGUN_COURSES,
  EVALUATE,
  HISTORY,
  KEPT_SEATS,
  PROPOSE,
  RETURN,
  type RequestAnswer,
  type RequestReads,
  SCHEDULE,
  type StoryRequest,
  SUBMIT,
  TRIAGE,
  UPDATE_COURSE,
} from './request.documents.js';

/** Enough for the steps before the class, on a slow machine too. */
const UNTIL_CLASS = 15_000;
/** Nothing starts in the past, and a program is delivered when its last class is over: so this one is short. */
const CLASS = 1_000;

const NEED = {
  locale: 'ru',
  title: 'Технические инспекторы труда энергетиков',
  outcomes: ['Проверить рабочее место на высоте', 'Расследовать несчастный случай'],
  why: 'После отчётов и выборов избраны новые инспекторы',
  sectorCodes: ['ENRG'],
  roleCodes: ['TECH_INSP'],
  languages: ['ru'],
  people: [{ countryCode: 'KZ', people: 12 }],
};

/** A sectoral union’s request goes from need to evaluated program. */
export async function unionAsks(cast: Cast, academyId: string): Promise<void> {
  const { academy, union, say } = cast;
  const play = async (player: Player, document: string, input: object): Promise<StoryRequest> => {
    const [answer] = Object.values(await player.ask<RequestAnswer>(document, { input }));
    if (!answer) throw new StoryBroken(`${player.name} was not answered.`);
    say(told(player, answer.programRequest));
    return answer.programRequest;
  };

  const need = { ...NEED, addressedToId: academyId, periodFrom: dayIn(0), periodTo: dayIn(90) };
  const { id: programRequestId, number } = await play(union, SUBMIT, { organizationId: organizationId(UNION), need });
  await play(academy, TRIAGE, { programRequestId, decision: 'TAKE' });
  await play(academy, PROPOSE, { programRequestId, ...program(8) });
  await play(union, RETURN, { programRequestId, version: 1, comment: 'Нужно двенадцать мест, а не восемь.' });
  await play(academy, PROPOSE, { programRequestId, ...program(12) });
  const accepted = await play(union, ACCEPT, { programRequestId, version: 2 });
  say(`${union.name} is promised ${accepted.promisedSeats} seats.`);

  const endsAt = await teach(cast, number, (offeringIds) => play(academy, SCHEDULE, { programRequestId, offeringIds }));
  await pause(Math.max(0, endsAt - Date.now()) + CLASS);
  const outcomes = ['REACHED', 'PARTLY'];
  const evaluation = { programRequestId, organizationId: organizationId(UNION), outcomes, rating: 4 };
  const { stage } = await play(union, EVALUATE, evaluation);
  if (stage !== 'EVALUATED') throw new StoryBroken(`${number} was evaluated, but is ${stage}.`);
  await tellHistory(union, number, say);
}

function told(player: Player, { number, stage, nextActor }: StoryRequest): string {
  const next = nextActor ? `next: ${nextActor.organization?.name ?? 'any academy'}, to ${nextActor.act}` : 'closed';
  return `${player.name} moves ${number} to ${stage}; ${next}.`;
}

function program(seats: number): object {
  return {
    courses: [{ title: 'Технический инспектор труда', kind: 'ADVANCED_TRAINING', academicHours: 16 }],
    academicHours: 16,
    startsOn: dayIn(0),
    endsOn: dayIn(30),
    seats,
  };
}

/** Publishes the course that acceptance began, and puts it on the calendar; answers with when its last class ends. */
async function teach(
  { academy, say }: Cast,
  number: string,
  schedule: (offeringIds: string[]) => Promise<unknown>,
): Promise<number> {
  const { programRequest } = await academy.ask<RequestReads>(BEGUN_COURSES, { number });
  const courseId = programRequest.proposal?.courses[0]?.course?.id;
  if (!courseId) throw new StoryBroken('Acceptance began no course.');
  await academy.ask(UPDATE_COURSE, { input: { courseId, languages: ['ru'] } });
  await academy.ask(PUBLISH_COURSE, { input: { courseId } });
  const startsAt = Date.now() + UNTIL_CLASS;
  const session = { startsAt: new Date(startsAt), endsAt: new Date(startsAt + CLASS) };
  const plan = { courseId, mode: 'ONLINE', language: 'ru', timeZone: 'Asia/Almaty', capacity: 15, sessions: [session] };
  const { scheduleOffering } = await academy.ask(SCHEDULE_OFFERING, { input: plan });
  await schedule([scheduleOffering.offering.id]);
  const { offering } = await academy.ask<RequestReads>(KEPT_SEATS, { id: scheduleOffering.offering.id });
  const kept = offering.seatReservations.edges.map(({ node }) => `${node.seats} for ${node.holder.name}`);
  if (kept.length === 0) throw new StoryBroken('The promised seats were not kept.');
  say(`Seats are kept: ${kept.join(', ')}. The class of this story is short.`);
  return startsAt + CLASS;
}

async function tellHistory(union: Player, number: string, say: Cast['say']): Promise<void> {
  const { programRequest } = await union.ask<RequestReads>(HISTORY, { number });
  const acts = programRequest.history.edges.map(({ node: { position, act } }) => `${position} ${act}`);
  say(`${union.name} reads the history of ${number}: ${acts.join(', ')}.`);
}

function dayIn(days: number): string {
  return Temporal.Now.plainDateISO('Asia/Almaty').add({ days }).toString();
}
