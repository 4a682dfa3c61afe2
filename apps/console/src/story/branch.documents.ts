/** What the branch, those above it and the academy ask when people are named for a course. */
export const GRANT_ROLE = `
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) { roleGrant { id } errors { __typename ... on UserError { message } } }
  }`;

export const ADD_MEMBER = `
  mutation AddMember($input: AddMemberInput!) {
    addMember(input: $input) {
      membership { person { id fullName } }
      errors { __typename ... on UserError { message } }
    }
  }`;

export const OPEN_NOMINATION_FILE = `
  mutation OpenNominationFile($input: OpenNominationFileInput!) {
    openNominationFile(input: $input) {
      nominationFile { id }
      upload { path }
      errors { __typename ... on UserError { message } }
    }
  }`;

export const NOMINATION_FILE = `
  query NominationFile($id: ID!) { nominationFile(id: $id) { status } }`;

export const NOMINATE_FROM_FILE = `
  mutation NominateFromFile($input: NominateFromFileInput!) {
    nominateFromFile(input: $input) {
      nominationFile {
        rows(first: 100) {
          edges {
            node {
              number
              problems { message }
              line { enrollment { id seat approval person { fullName } } errors { ... on UserError { message } } }
            }
          }
        }
      }
      errors { __typename ... on UserError { message } }
    }
  }`;

export const APPROVALS_TO_DECIDE = `
  query ApprovalsToDecide {
    viewer { approvalsToDecide(first: 100) { edges { node { id offering { id } person { fullName } } } } }
  }`;

export const DECIDE_APPROVAL = `
  mutation DecideApproval($input: DecideApprovalInput!) {
    decideApproval(input: $input) { enrollment { id approval seat } errors { __typename ... on UserError { message } } }
  }`;

export const SUBSTITUTE = `
  mutation SubstituteEnrollee($input: SubstituteEnrolleeInput!) {
    substituteEnrollee(input: $input) {
      enrollment { id seat approval person { fullName } }
      errors { __typename ... on UserError { message } }
    }
  }`;

export interface BranchAnswers {
  addMember: { membership: { person: NamedPerson } };
  openNominationFile: { nominationFile: { id: string }; upload: { path: string } };
  nominationFile: { status: string };
  nominateFromFile: { nominationFile: { rows: { edges: { node: NominatedRow }[] } } };
  viewer: { approvalsToDecide: { edges: { node: { id: string; offering: { id: string }; person: NamedPerson } }[] } };
  decideApproval: { enrollment: { approval: string; seat: string } };
  substituteEnrollee: { enrollment: NamedPlace };
}

export interface NamedPerson {
  id: string;
  fullName: string;
}

interface NamedPlace {
  id: string;
  seat: string;
  approval: string;
  person: { fullName: string };
}

interface NominatedRow {
  number: number;
  problems: { message: string }[];
  /** Null: the row was not taken. */
  line: { enrollment: NamedPlace | null; errors: { message: string }[] } | null;
}
