/** What the three people of the story ask, word for word. */
export const SIGN_IN = `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { token errors { __typename ... on UserError { message } } }
  }`;

export const SIGN_UP = `
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) { token errors { __typename ... on UserError { message } } }
  }`;

export const CREATE_COURSE = `
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) { course { id title } errors { __typename ... on UserError { message } } }
  }`;

export const PUBLISH_COURSE = `
  mutation PublishCourse($input: PublishCourseInput!) {
    publishCourse(input: $input) { course { id title versionNumber } errors { __typename ... on UserError { message } } }
  }`;

export const SCHEDULE_OFFERING = `
  mutation ScheduleOffering($input: ScheduleOfferingInput!) {
    scheduleOffering(input: $input) {
      offering { id startsAt language capacity }
      errors { __typename ... on UserError { message } }
    }
  }`;

export const FIND_COURSES = `
  query FindCourses($text: String!) {
    courses(filter: { text: $text }, first: 100) {
      totalCount
      edges { node { id title titleLocale kind provider { name } offerings(first: 3) { edges { node { id language seatsLeft } } } } }
    }
  }`;

export const ENROLL = `
  mutation Enroll($input: EnrollInput!) {
    enroll(input: $input) {
      enrollment { id seat queueNumber waitlistPosition offering { seatsLeft waitlistLength } }
      errors { __typename ... on UserError { message } }
    }
  }`;

export const CANCEL_ENROLLMENT = `
  mutation CancelEnrollment($input: CancelEnrollmentInput!) {
    cancelEnrollment(input: $input) { enrollment { id seat } errors { __typename ... on UserError { message } } }
  }`;

export const MY_ENROLLMENTS = `
  query MyEnrollments {
    viewer { person { fullName } enrollments(first: 100) { edges { node { id seat offering { id } } } } }
  }`;

export const OFFERING = `
  query Offering($id: ID!) {
    offering(id: $id) { capacity seatsTaken seatsLeft waitlistLength enrollments { edges { node { seat person { fullName } } } } }
  }`;

/** What the documents above select, as far as the story reads it. */
export interface Answers {
  signIn: { token: string };
  signUp: { token: string };
  createCourse: { course: { id: string; title: string } };
  scheduleOffering: { offering: { id: string; startsAt: string; capacity: number } };
  courses: { totalCount: number; edges: { node: FoundCourse }[] };
  enroll: { enrollment: Place & { offering: { seatsLeft: number } } };
  cancelEnrollment: { enrollment: Place };
  viewer: { enrollments: { edges: { node: Place }[] } };
  offering: {
    capacity: number;
    seatsTaken: number;
    waitlistLength: number;
    enrollments: { edges: { node: { seat: string; person: { fullName: string } } }[] };
  };
}

export interface FoundCourse {
  title: string;
  offerings: { edges: { node: { id: string } }[] };
}

interface Place {
  id: string;
  seat: string;
  queueNumber: number | null;
  waitlistPosition: number | null;
}
