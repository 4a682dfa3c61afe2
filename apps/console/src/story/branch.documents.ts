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

export const NOMINATE = `
  mutation Nominate($input: NominateInput!) {
    nominate(input: $input) {
      nomination { lines { position enrollment { id seat approval person { fullName } } errors { ... on UserError { message } } } }
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
  nominate: { nomination: { lines: NominatedLine[] } };
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

export interface NominatedLine {
  position: number;
  enrollment: NamedPlace | null;
  errors: { message: string }[];
}
