import { allowedAmong, apart, eachAllowedIn, organizationsAllowed, type Permission } from '#identity';
import type { Viewer } from '#platform';
import type { Party } from './request.rules.js';

/** Which parts a viewer has in a request; one with none of them does not see it. */
export type Sides = Record<'requester' | 'supporter' | 'academy', boolean>;

export const NO_SIDE: Sides = { requester: false, supporter: false, academy: false };

/** Conditions on `program_request request`, one for each side, with named parameters for all of them. */
export interface SideConditions extends Record<keyof Sides, string> {
  parameters: Record<string, unknown>;
}

/** Those for which the condition holds are looked up each by itself, the others among all. */
interface Some {
  where: string;
}

/**
 * A draft is for its own organization; from then on also for those who join, and for the academy it is addressed to.
 * Of `few` requests each is looked up by itself. Among `all` the organizations of the viewer are reckoned once: for most
 * people they are few, and nearly all requests are not theirs.
 */
export function sideConditions(viewer: Viewer, among: 'few' | 'all' | Some): SideConditions {
  const either = (few: string, all: string) => {
    if (among === 'few') return few;
    return among === 'all' ? all : `(CASE WHEN ${among.where} THEN ${few} ELSE ${all} END)`;
  };
  const submits = partsIn('request.organization_id', viewer, 'request.submit', 'submits');
  const supports = partsIn('asker.organization_id', viewer, 'request.support', 'supports');
  const answers = apart(allowedAmong('organization', viewer, 'request.answer'), 'answers');
  const joined = 'FROM program_request_asker asker WHERE NOT asker.is_requester AND asker.withdrawn_at IS NULL AND';
  const academies = `(${answers.sql} AND organization.kind = 'ACADEMY')`;
  const answering = 'coalesce(request.academy_id, request.addressed_to_id)';
  return {
    requester: either(submits.few, submits.all),
    supporter: either(
      `coalesce((SELECT true ${joined} ${supports.few} AND asker.request_id = request.id LIMIT 1), false)`,
      `request.id IN (SELECT asker.request_id ${joined} ${supports.all})`,
    ),
    academy: `(request.submitted_at IS NOT NULL
      AND (${answering} IN ${academies} OR (${answering} IS NULL AND EXISTS ${academies})))`,
    parameters: { ...submits.parameters, ...supports.parameters, ...answers.parameters },
  };
}

/** Whether an organization is one where the viewer has the permission: looked up, or one of all that PostgreSQL reckons once. */
function partsIn(column: string, viewer: Viewer, permission: Permission, name: string) {
  const each = apart(eachAllowedIn(column, viewer, permission), name);
  const allowed = apart(organizationsAllowed(viewer, permission), name);
  return {
    few: each.sql,
    all: `${column} IN ${allowed.sql}`,
    parameters: { ...each.parameters, ...allowed.parameters },
  };
}

export function partiesOf(sides: Sides): Party[] {
  return (['requester', 'supporter', 'academy'] as const).filter((side) => sides[side]);
}
