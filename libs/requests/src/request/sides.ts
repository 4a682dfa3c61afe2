import { apart, eachAllowedIn, organizationsAllowed, type Permission, type Predicate } from '#identity';
import type { Viewer } from '#platform';
import type { Party } from './request.rules.js';

/** Which parts a viewer has in a request; one with none of them does not see it. */
export type Sides = Record<'requester' | 'supporter' | 'academy', boolean>;

export const NO_SIDE: Sides = { requester: false, supporter: false, academy: false };

/** Conditions on `program_request request`, one for each side, with named parameters for all of them. */
export interface SideConditions extends Record<keyof Sides, string> {
  parameters: Record<string, unknown>;
}

/**
 * A draft is for its own organization; from then on also for those who join, and for the academy it is addressed to.
 * Of `few` requests each is looked up by itself. For a page among all of them the organizations of the viewer are
 * reckoned once: for most people they are few, and nearly all requests are not theirs.
 */
export function sideConditions(viewer: Viewer, among: 'few' | 'all'): SideConditions {
  const isIn = among === 'few' ? eachAllowedIn : isOneAllowed;
  const submits = apart(isIn('request.organization_id', viewer, 'request.submit'), 'submits');
  const supports = apart(isIn('asker.organization_id', viewer, 'request.support'), 'supports');
  const answers = apart(eachAllowedIn('academy.id', viewer, 'request.answer'), 'answers');
  const joined = `FROM program_request_asker asker WHERE NOT asker.is_requester AND asker.withdrawn_at IS NULL AND ${supports.sql}`;
  const academies = `(SELECT academy.id FROM organization academy WHERE academy.kind = 'ACADEMY' AND ${answers.sql})`;
  return {
    requester: submits.sql,
    supporter:
      among === 'few'
        ? `coalesce((SELECT true ${joined} AND asker.request_id = request.id LIMIT 1), false)`
        : `request.id IN (SELECT asker.request_id ${joined})`,
    academy: `(request.submitted_at IS NOT NULL AND (request.academy_id IN ${academies}
      OR (request.academy_id IS NULL AND request.addressed_to_id IN ${academies})
      OR (request.academy_id IS NULL AND request.addressed_to_id IS NULL AND EXISTS ${academies})))`,
    parameters: { ...submits.parameters, ...supports.parameters, ...answers.parameters },
  };
}

export function partiesOf(sides: Sides): Party[] {
  return (['requester', 'supporter', 'academy'] as const).filter((side) => sides[side]);
}

/** PostgreSQL reckons it once per statement and not per request. */
function isOneAllowed(column: string, viewer: Viewer, permission: Permission): Predicate {
  const { sql, parameters } = organizationsAllowed(viewer, permission);
  return { sql: `${column} IN ${sql}`, parameters };
}
