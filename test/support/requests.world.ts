import { newAcademy, newStaff, type Staff } from './catalog.world.js';
import { type Answer, type Asker, client } from './client.js';
import { workerDatabase } from './database.js';
import { newHolder, newOrganization, type OrganizationWish, type Someone } from './identity.world.js';

export interface Union {
  id: string;
  /** Asks for programs and joins others who do. */
  officer: Someone;
}

/** A request as mutations answer with it. */
export interface MadeRequest {
  id: string;
  number: string;
  stage: string;
}

/** Whoever may ask in the name of a union. */
const ASKS = 'FEDERATION_ADMIN';

export async function newUnion(wish: OrganizationWish = {}): Promise<Union> {
  const id = await newOrganization({ kind: 'SECTORAL_UNION', ...wish });
  return { id, officer: await newHolder(ASKS, id, { scope: 'SELF' }) };
}

export function newOfficer(organizationId: string, scope: 'SELF' | 'SUBTREE' = 'SELF'): Promise<Someone> {
  return newHolder(ASKS, organizationId, { scope });
}

export interface Answerer {
  id: string;
  admin: Staff;
}

export async function newAnswerer(): Promise<Answerer> {
  const { id, admin } = await newAcademy('ru');
  return { id, admin };
}

export const newColleague = (academy: Answerer): Promise<Staff> => newStaff(academy.id, 'ACADEMY_ADMIN');

/** A need that could be handed in. */
export function need(wish: object = {}) {
  return {
    locale: 'ru',
    title: 'Специалисты по охране труда для строек',
    outcomes: ['Расследовать несчастный случай', 'Проверить стройку'],
    why: 'На объектах не хватает специалистов',
    sectorCodes: ['CNST'],
    roleCodes: ['OSH_SPEC'],
    languages: ['ru', 'kk'],
    courseKinds: ['ADVANCED_TRAINING'],
    deliveryModes: ['BLENDED'],
    periodFrom: '2027-02-01',
    periodTo: '2027-05-31',
    people: [{ countryCode: 'KZ', subdivisionCode: 'KZ-75', people: 20 }],
    ...wish,
  };
}

export const MADE = `programRequest { id number stage peopleWanted peopleSupported promisedSeats
  nextActor { organization { id } since act } }`;
/** On the interface, because a union takes no fragment on a reason it does not have. */
const REASONS = `errors { __typename ... on UserError { message path
  ... on RequestStageDoesNotAllow { stage act mergedIntoId } ... on NeedIncomplete { part }
  ... on ProposalRevised { version } ... on UnknownCode { list code } ... on OfferingDoesNotFit { offeringId } } }`;

/** Sends one mutation of requests; what is asked of the request may be given. */
export function send(
  who: Asker,
  mutation: string,
  input: object,
  fields: string = MADE,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${Input}!) { ${mutation}(input: $input) { ${fields} ${REASONS} } }`;
  return client.as(who).send(document, { input }, headers);
}

/** The same for what must succeed; answers with the request. */
export async function done(who: Asker, mutation: string, input: object, fields?: string): Promise<any> {
  const answer = await send(who, mutation, input, fields);
  expect(answer).toSucceed();
  return answer.data[mutation].programRequest;
}

export function submitted(union: Union, wish: object = {}): Promise<MadeRequest> {
  return done(union.officer, 'submitProgramRequest', { organizationId: union.id, need: need(wish) });
}

/** A request to this academy, which has taken it. */
export async function taken(union: Union, academy: Answerer, wish: object = {}): Promise<MadeRequest> {
  const request = await submitted(union, { addressedToId: academy.id, ...wish });
  return done(academy.admin, 'triageProgramRequest', { programRequestId: request.id, decision: 'TAKE' });
}

/** The input of `proposeProgram` for one new course. */
export function program(programRequestId: string, wish: object = {}) {
  return {
    programRequestId,
    courses: [{ title: 'Охрана труда на стройке', kind: 'ADVANCED_TRAINING', academicHours: 72 }],
    academicHours: 72,
    startsOn: '2027-02-08',
    endsOn: '2027-02-19',
    seats: 25,
    price: { amount: '150000', currency: 'KZT' },
    comment: 'Две недели, очно и дистанционно',
    ...wish,
  };
}

export async function proposed(union: Union, academy: Answerer, wish: object = {}): Promise<MadeRequest> {
  const { id } = await taken(union, academy, wish);
  return done(academy.admin, 'proposeProgram', program(id));
}

export function support(union: Union, { id }: { id: string }, people: number, place: object = {}): Promise<Answer> {
  return send(union.officer, 'supportProgramRequest', {
    programRequestId: id,
    organizationId: union.id,
    people: [{ countryCode: 'KZ', people, ...place }],
  });
}

export const FULL = `id number stage title outcomes why locale peopleWanted peopleSupported promisedSeats viewerActs
  organization { id } addressedTo { id } academy { id } mergedInto { id number }
  people { country { code } subdivision { code } people }
  nextActor { organization { id } since act }
  supports(first: 50) { totalCount edges { node { organization { id } peopleWanted promisedSeats } } }
  notes(first: 50) { totalCount edges { node { text organization { id } person { id } } } }
  replies(first: 50) { totalCount edges { node { text organization { id } } } }
  history(first: 50) { totalCount edges { node { position act fromStage toStage doneAt why organization { id } person { id } } } }
  evaluations(first: 50) { edges { node { organization { id } rating outcomes comment } } }
  proposal { version status seats academicHours startsOn endsOn price { amount currency } comment
    courses { position title kind academicHours course { id stage title } } }
  offerings { id }`;

/** The request as somebody sees it; null: not at all. */
export async function seenBy(who: Asker, { id }: { id: string }, fields: string = FULL): Promise<any> {
  const answer = await client.as(who).send(`query ($id: ID!) { programRequest(id: $id) { ${fields} } }`, { id });
  expect(answer.errors).toEqual([]);
  return answer.data.programRequest;
}

/** Numbers of the requests in somebody’s list. */
export async function listed(who: Asker, filter: object = {}): Promise<string[]> {
  const answer = await client
    .as(who)
    .send(
      `query ($filter: ProgramRequestFilter) { programRequests(filter: $filter, first: 100) { edges { node { number } } } }`,
      { filter },
    );
  expect(answer.errors).toEqual([]);
  return answer.data.programRequests.edges.map(({ node }: any) => node.number);
}

/** Offerings of a course are over, or not yet. */
export async function endOffering(id: string, when: string): Promise<void> {
  const database = await workerDatabase();
  await database.query(
    `UPDATE offering SET starts_at = ${when} - interval '2 hours', ends_at = ${when}, opens_at = ${when} - interval '9 days',
       closes_at = ${when} - interval '3 hours' WHERE id = $1`,
    [id],
  );
}
