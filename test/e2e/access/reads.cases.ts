import { draftOf } from '../../support/catalog.world.js';
import { newCurriculum, newModule } from '../../support/curriculum.world.js';
import { workerDatabase } from '../../support/database.js';
import { world } from '../../support/enrollment.world.js';
import type { Ground } from './ground.js';
import { nominationFileOf, readList } from './lists.cases.js';
import { grantOf, mandateOf, membershipOf } from './people.cases.js';
import { submitted } from './requests.cases.js';
import { nominated, placeOf, reserved } from './seats.cases.js';

export interface Read {
  document: string;
  variables?: object;
  /** Whether the answer shows what is not for everybody; without it: whether there is an answer. */
  shows?(data: any): boolean;
}

export type Reads = Record<string, (ground: Ground) => Promise<Read>>;

const isThere = (data: any) => Object.values(data ?? {}).some((value) => value !== null);
const list = (fields: string) => `{ edges { node { ${fields} } } }`;
const fixed = (document: string) => async (): Promise<Read> => ({ document });

/** Every root query. */
export const QUERIES: Reads = {
  alignmentMatrix: async ({ academy }) =>
    byId('alignmentMatrix(curriculumId: $id) { __typename }', await program(academy)),
  countries: fixed('{ countries { code } }'),
  course: async ({ academy }) => byId('course(id: $id) { id }', (await draftOf(academy)).id),
  courses: fixed(`{ courses(first: 1) ${list('id')} }`),
  curricula: fixed(`{ curricula(first: 1) ${list('id')} }`),
  curriculum: async ({ academy }) => byId('curriculum(id: $id) { id }', await program(academy)),
  iloConventions: fixed('{ iloConventions { __typename } }'),
  legalAct: async () => byId('legalAct(id: $id) { id }', await anActs()),
  legalActs: fixed(`{ legalActs(first: 1) ${list('id')} }`),
  memberImport: async (ground) => byId('memberImport(id: $id) { id }', await readList(ground)),
  node: async (ground) => node('Enrollment', await placeOf(ground)),
  nominationFile: async (ground) => byId('nominationFile(id: $id) { id }', await nominationFileOf(ground)),
  offering: async ({ course }) => byId('offering(id: $id) { id }', (await world.offering({ course })).id),
  offerings: fixed(`{ offerings(first: 1) ${list('id')} }`),
  organization: async ({ branch }) => byId('organization(id: $id) { id }', branch),
  organizations: fixed(`{ organizations(first: 1) ${list('id')} }`),
  programRequest: async (ground) => byId('programRequest(id: $id) { id }', (await submitted(ground)).id),
  programRequests: async (ground) => {
    const { id } = await submitted(ground);
    const shows = (data: any) => data.programRequests.edges.some(({ node: found }: any) => found.id === id);
    return { document: `{ programRequests(first: 100) ${list('id')} }`, shows };
  },
  recognition: async ({ academy }) =>
    byId('recognition(curriculumId: $id, from: "KZ", to: "UZ") { __typename }', await program(academy)),
  reviewTasks: fixed(`{ reviewTasks(first: 1) ${list('id')} }`),
  sectors: fixed('{ sectors { code } }'),
  similarProgramRequests: fixed('{ similarProgramRequests(locale: "ru", title: "Охрана труда") { __typename } }'),
  trainingDemand: fixed('{ trainingDemand(groupBy: [SECTOR], first: 1) { edges { node { __typename } } } }'),
  trainingRoles: fixed('{ trainingRoles { code } }'),
  viewer: fixed('{ viewer { accountId } }'),
};

/** What is private inside what is public: lists of people, and things found by their id alone. */
export const NESTED: Reads = {
  'Viewer.enrollments': async (ground) => own(`enrollments(first: 100) ${list('id')}`, await placeOf(ground)),
  'Viewer.approvalsToDecide': async (ground) =>
    own(`approvalsToDecide(first: 100) ${list('id')}`, await placeOf(ground, { approvalLayers: ['REGIONAL_BRANCH'] })),
  'Viewer.person': async ({ member }) => own('person { id }', member.personId),
  'Viewer.accountId': async ({ member }) => own('accountId', member.accountId),
  'Viewer.roleGrants': async (ground) => own('roleGrants { organization { id } }', ground.branch),
  'Offering.enrollments': async (ground) => {
    const { id } = await world.offering({ course: ground.course });
    return byId(`offering(id: $id) { enrollments ${list('id')} }`, id, (data) => data.offering.enrollments !== null);
  },
  'Offering.seatReservations': async (ground) => {
    const document = `offering(id: $id) { seatReservations ${list('id')} }`;
    const id = await reserved(ground);
    const [row] = await (await workerDatabase()).query('SELECT offering_id FROM seat_reservation WHERE id = $1', [id]);
    return byId(document, row.offering_id, (data) => data.offering.seatReservations.edges.length > 0);
  },
  ...Object.fromEntries(
    ['members', 'mandates', 'venues', 'instructors'].map((field) => [
      `Organization.${field}`,
      async ({ branch, academy }: Ground) => {
        const id = field === 'members' || field === 'mandates' ? branch : academy.id;
        const document = `organization(id: $id) { ${field} ${list('id')} }`;
        return byId(document, id, (data) => Boolean(data?.organization?.[field]));
      },
    ]),
  ),
  'Organization.children': async ({ union }) => byId(`organization(id: $id) { children ${list('id')} }`, union),
  'Organization.memberCounts': async ({ union }) =>
    byId(`organization(id: $id) { memberCounts { edges { node { __typename } } } }`, union),
  'Person by id': async ({ member }) => node('Person', member.personId),
  'Membership by id': async (ground) => node('Membership', await membershipOf(ground)),
  'Mandate by id': async (ground) => node('Mandate', await mandateOf(ground)),
  'RoleGrant by id': async (ground) => node('RoleGrant', await grantOf(ground)),
  'Enrollment by id': async (ground) => node('Enrollment', await placeOf(ground)),
  'SeatReservation by id': async (ground) => node('SeatReservation', await reserved(ground)),
  'Nomination by id': async (ground) => {
    const rows = await (await workerDatabase()).query(
      'SELECT nomination_id AS id FROM nomination_line WHERE enrollment_id = $1',
      [await nominated(ground)],
    );
    return node('Nomination', rows[0].id);
  },
  'ProgramRequest by id': async (ground) => node('ProgramRequest', (await submitted(ground)).id),
  'Course by id': async ({ academy }) => node('Course', (await draftOf(academy)).id),
  'Curriculum by id': async ({ academy }) => node('Curriculum', await program(academy)),
};

function byId(field: string, id: string, shows?: Read['shows']): Read {
  return { document: `query ($id: ID!) { ${field} }`, variables: { id }, ...(shows && { shows }) };
}

function node(type: string, id: string): Read {
  return byId(`node(id: $id) { id ... on ${type} { __typename } }`, id);
}

/** What the viewer reads of themselves holds this id. */
function own(field: string, id: string): Read {
  return { document: `{ viewer { ${field} } }`, shows: (data) => JSON.stringify(data).includes(id) };
}

async function program(academy: Ground['academy']): Promise<string> {
  return newCurriculum(academy, { modules: [await newModule(academy)] });
}

async function anActs(): Promise<string> {
  const [row] = await (await workerDatabase()).query('SELECT id FROM legal_act LIMIT 1');
  return row.id;
}

export const showsBy = ({ shows = isThere }: Read) => shows;
