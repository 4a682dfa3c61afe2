/** What a sectoral union and the academy ask from the need to its evaluation. */
function requestAct(name: string): string {
  const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `
  mutation ${Name}($input: ${Name}Input!) {
    ${name}(input: $input) {
      programRequest {
        id number stage promisedSeats
        nextActor { organization { name } act since }
      }
      errors { __typename ... on UserError { message } }
    }
  }`;
}

export const SUBMIT = requestAct('submitProgramRequest');
export const TRIAGE = requestAct('triageProgramRequest');
export const PROPOSE = requestAct('proposeProgram');
export const RETURN = requestAct('returnProposal');
export const ACCEPT = requestAct('acceptProposal');
export const SCHEDULE = requestAct('scheduleProgramRequest');
export const EVALUATE = requestAct('evaluateProgramRequest');

export const UPDATE_COURSE = `
  mutation UpdateCourse($input: UpdateCourseInput!) {
    updateCourse(input: $input) { course { id } errors { __typename ... on UserError { message } } }
  }`;

export const KEPT_SEATS = `
  query KeptSeats($id: ID!) {
    offering(id: $id) { seatReservations { edges { node { seats holder { name } } } } }
  }`;

/** The academy asks: what acceptance began is a draft, which the union does not see. */
export const BEGUN_COURSES = `
  query BegunCourses($number: String!) {
    programRequest(number: $number) { proposal { courses { course { id } } } }
  }`;

export const HISTORY = `
  query History($number: String!) {
    programRequest(number: $number) { history(first: 100) { edges { node { position act toStage doneAt why } } } }
  }`;

/** Every act answers with the request, under the name of its mutation. */
export type RequestAnswer = Record<string, { programRequest: StoryRequest }>;

export interface StoryRequest {
  id: string;
  number: string;
  stage: string;
  promisedSeats: number | null;
  nextActor: { organization: { name: string } | null; act: string } | null;
}

export interface RequestReads {
  offering: { seatReservations: { edges: { node: { seats: number; holder: { name: string } } }[] } };
  programRequest: {
    proposal: { courses: { course: { id: string } | null }[] } | null;
    history: { edges: { node: { position: number; act: string; toStage: string; why: string | null } }[] };
  };
}
