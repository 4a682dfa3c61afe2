import { randomUUID } from 'node:crypto';
import {
  academyAdmin,
  createCourseInput,
  DEMO_PASSWORD,
  type DemoCourse,
  organizationId,
  readCourses,
  timetable,
} from '../../../demo/src/index.js';
import { branchNominates } from './branch-nominates.js';
import { castOf } from './cast.js';
import {
  CANCEL_ENROLLMENT,
  CREATE_COURSE,
  ENROLL,
  FIND_COURSES,
  type FoundCourse,
  MY_ENROLLMENTS,
  OFFERING,
  PUBLISH_COURSE,
  SCHEDULE_OFFERING,
} from './documents.js';
import { Player, StoryBroken } from './player.js';
import { unionAsks } from './union-asks.js';

const ACADEMY = 'academy-tashkent';
const TASHKENT = 'Asia/Tashkent';
/** The first course of the story that people are not seated in one by one. */
const FOR_NOMINEES = 'nominees';
const COURSE_FOR_NOMINEES = 'technical-inspectors-power-engineering';
/** Who must agree before a nominee has a seat, in this order. */
const LAYERS = ['SECTORAL_UNION', 'FEDERATION'];

/** What each person types, in their own language, to find the course the story seats them in. */
const BY_UZBEK = { languages: 'uz', text: 'kasaba uyushmasi buxgalterlari', reads: 'Uzbek, in Latin letters' };
const BY_RUSSIAN = { languages: 'ru', text: 'бухгалтеры профсоюзных', reads: 'Russian' };

/** Plays the main job, then what unions do, against a running server, and says each step as it happens. Throws StoryBroken when one fails. */
export async function playStory(url: string, say: (line: string) => void): Promise<void> {
  const academy = new Player(url, 'The academy', 'en');
  const first = new Player(url, 'Aigerim', BY_UZBEK.languages);
  const second = new Player(url, 'Rustam', BY_RUSSIAN.languages);

  await academy.signIn(academyAdmin.email, DEMO_PASSWORD);
  say(`The academy signs in as ${academyAdmin.email}.`);
  const offerings = await publishAll(academy, say);
  const offeringId = offerings.get('union-accountants-power-engineering');
  if (!offeringId) throw new StoryBroken('The course for union accountants was not scheduled.');

  await findAs(first, BY_UZBEK, offeringId, say);
  await findAs(second, BY_RUSSIAN, offeringId, say);
  await seatTwo({ academy, first, second, offeringId, say });

  const cast = await castOf(url, academy, say);
  const forNominees = offerings.get(FOR_NOMINEES);
  if (!forNominees) throw new StoryBroken('Nothing was scheduled that unions send people to.');
  await branchNominates(cast, forNominees);
  await unionAsks(cast, organizationId(ACADEMY));
}

async function findAs(
  player: Player,
  { text, reads }: typeof BY_UZBEK,
  offeringId: string,
  say: (line: string) => void,
): Promise<void> {
  const email = `${player.name.toLowerCase()}-${randomUUID()}@odaq.example`;
  await player.signUp({ email, password: DEMO_PASSWORD, familyName: 'Demo', givenName: player.name });
  say(`${player.name} signs up.`);
  const { courses } = await player.ask(FIND_COURSES, { text });
  const isTaught = ({ offerings }: FoundCourse) => offerings.edges.some(({ node }) => node.id === offeringId);
  const found = courses.edges.map(({ node }) => node).find(isTaught);
  if (!found) throw new StoryBroken(`${player.name} did not find the course by “${text}”.`);
  say(`${player.name} reads ${reads}, searches for “${text}” and finds “${found.title}” among ${courses.totalCount}.`);
}

async function publishAll(academy: Player, say: (line: string) => void): Promise<Map<string, string>> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/\D/g, '');
  const offerings = new Map<string, string>();
  for (const [place, course] of readCourses()
    .filter(({ story }) => story)
    .entries()) {
    const input = createCourseInput(course, {
      providerId: organizationId(ACADEMY),
      prerequisiteIds: [],
      slug: `${course.slug}-${stamp}`,
    });
    const { createCourse } = await academy.ask(CREATE_COURSE, { input });
    const courseId = createCourse.course.id;
    await academy.ask(PUBLISH_COURSE, { input: { courseId } });
    const { scheduleOffering } = await academy.ask(SCHEDULE_OFFERING, {
      input: offeringInput(course, courseId, place),
    });
    offerings.set(course.slug, scheduleOffering.offering.id);
    if (course.slug === COURSE_FOR_NOMINEES) {
      const input = { ...offeringInput(course, courseId, place + 6), capacity: 2, approvalLayers: LAYERS };
      offerings.set(FOR_NOMINEES, (await academy.ask(SCHEDULE_OFFERING, { input })).scheduleOffering.offering.id);
    }
    say(
      `The academy publishes “${createCourse.course.title}” in ${Object.keys(course.translations).join(', ')} and schedules it from ${scheduleOffering.offering.startsAt.slice(0, 10)}, seats: ${scheduleOffering.offering.capacity}.`,
    );
  }
  return offerings;
}

function offeringInput(course: DemoCourse, courseId: string, place: number): object {
  const sessions = timetable(TASHKENT, 30 + place * 3, course).map((meeting) => ({ ...meeting, instructorIds: [] }));
  return { courseId, mode: 'ONLINE', language: course.languages[0], timeZone: TASHKENT, capacity: 1, sessions };
}

interface Scene {
  academy: Player;
  first: Player;
  second: Player;
  offeringId: string;
  say: (line: string) => void;
}

async function seatTwo({ academy, first, second, offeringId, say }: Scene): Promise<void> {
  const taken = (await first.ask(ENROLL, { input: { offeringId } })).enroll.enrollment;
  say(`${first.name} enrolls and gets the last seat: ${taken.seat}; ${taken.offering.seatsLeft} left.`);
  const waits = (await second.ask(ENROLL, { input: { offeringId } })).enroll.enrollment;
  say(
    `${second.name} enrolls and waits: ${waits.seat}, place ${waits.waitlistPosition} in the queue (number ${waits.queueNumber}).`,
  );
  const cancelled = (
    await first.ask(CANCEL_ENROLLMENT, { input: { enrollmentId: taken.id, note: 'On a business trip.' } })
  ).cancelEnrollment;
  say(`${first.name} cancels: ${cancelled.enrollment.seat}.`);
  const { viewer } = await second.ask(MY_ENROLLMENTS);
  const promoted = viewer.enrollments.edges.map(({ node }) => node).find(({ id }) => id === waits.id);
  if (promoted?.seat !== 'CONFIRMED')
    throw new StoryBroken(`${second.name} was not promoted, but is ${promoted?.seat}.`);
  say(`${second.name} looks again and has the seat: ${promoted.seat}.`);
  const { offering } = await academy.ask(OFFERING, { id: offeringId });
  const seated = offering.enrollments.edges
    .map(({ node: { person, seat } }) => `${person.fullName} ${seat}`)
    .join(', ');
  say(
    `The academy sees ${offering.seatsTaken} of ${offering.capacity} seats taken and ${offering.waitlistLength} waiting: ${seated}.`,
  );
}
