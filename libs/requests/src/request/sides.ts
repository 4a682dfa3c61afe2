import { allowedAmong, apart, eachAllowedIn, organizationsAllowed, type Predicate } from '#identity';
import type { Viewer } from '#platform';
import type { Party } from './request.rules.js';

/** Which parts a viewer has in a request; one with none of them does not see it. */
export type Sides = Record<'requester' | 'supporter' | 'academy', boolean>;

export const NO_SIDE: Sides = { requester: false, supporter: false, academy: false };

/** Conditions on `program_request request`, one for each side, with named parameters for all of them. */
export interface SideConditions extends Record<keyof Sides, string> {
  parameters: Record<string, unknown>;
}

const JOINED = 'NOT asker.is_requester AND asker.withdrawn_at IS NULL';
/** Null: any academy. */
const ANSWERING = 'coalesce(request.academy_id, request.addressed_to_id)';
/** From so many organizations on, going through all requests costs less than looking for those of each. */
const MANY = 1_000;

/**
 * A draft is for its own organization; from then on also for those who join, and for the academy it is addressed to. Of
 * `few` requests each is looked up by itself; for `all` PostgreSQL reckons once what the viewer has.
 */
export function sideConditions(viewer: Viewer, among: 'few' | 'all'): SideConditions {
  const answers = answering(viewer);
  const { requester, supporter, parameters } = among === 'few' ? lookedUp(viewer) : reckoned(viewer);
  return {
    requester,
    supporter,
    academy: `(request.submitted_at IS NOT NULL
      AND (${ANSWERING} IN (${answers.sql}) OR (${ANSWERING} IS NULL AND EXISTS (${answers.sql}))))`,
    parameters: { ...parameters, ...answers.parameters },
  };
}

function lookedUp(viewer: Viewer): Omit<SideConditions, 'academy'> {
  const submits = apart(eachAllowedIn('request.organization_id', viewer, 'request.submit'), 'submits');
  const supports = apart(eachAllowedIn('asker.organization_id', viewer, 'request.support'), 'supports');
  return {
    requester: submits.sql,
    supporter: `coalesce((SELECT true FROM program_request_asker asker
      WHERE asker.request_id = request.id AND ${JOINED} AND ${supports.sql} LIMIT 1), false)`,
    parameters: { ...submits.parameters, ...supports.parameters },
  };
}

function reckoned(viewer: Viewer): Omit<SideConditions, 'academy'> {
  const { submits, supports, parameters } = organizationsOf(viewer);
  return {
    requester: `request.organization_id IN ${submits}`,
    supporter: `request.id IN (SELECT asker.request_id FROM program_request_asker asker WHERE asker.organization_id IN ${supports} AND ${JOINED})`,
    parameters,
  };
}

/** Whether the viewer has many organizations. */
export function isWide(viewer: Viewer): Predicate {
  const { submits, parameters } = organizationsOf(viewer);
  return { sql: `(SELECT count(*) = ${MANY} FROM (SELECT FROM ${submits} own LIMIT ${MANY}) many)`, parameters };
}

/**
 * The same of all requests, gathered by the organizations of the viewer: rows of `id` and whether the viewer has each
 * side (decision 0069).
 */
export function sidesOfAll(viewer: Viewer): Predicate {
  const { submits, supports, parameters } = organizationsOf(viewer);
  const answers = answering(viewer);
  const ofAcademy =
    'SELECT request.id, false, false, true FROM program_request request WHERE request.submitted_at IS NOT NULL';
  return {
    // Of an array the index is read once, however many organizations it names.
    sql: `(SELECT part.id, bool_or(part.requester) AS requester, bool_or(part.supporter) AS supporter, bool_or(part.academy) AS academy
      FROM (
        SELECT request.id, true, false, false FROM program_request request WHERE request.organization_id = ANY(ARRAY${submits})
        UNION ALL SELECT asker.request_id, false, true, false FROM program_request_asker asker
          WHERE asker.organization_id = ANY(ARRAY${supports}) AND ${JOINED}
        UNION ALL ${ofAcademy} AND request.academy_id = ANY(ARRAY(${answers.sql}))
        UNION ALL ${ofAcademy} AND request.academy_id IS NULL AND request.addressed_to_id = ANY(ARRAY(${answers.sql}))
        UNION ALL ${ofAcademy} AND ${ANSWERING} IS NULL AND EXISTS (${answers.sql})
      ) part (id, requester, supporter, academy) GROUP BY part.id)`,
    parameters: { ...parameters, ...answers.parameters },
  };
}

/** Subqueries for the ids of all organizations in whose name the viewer asks, and joins. */
function organizationsOf(viewer: Viewer) {
  const submits = apart(organizationsAllowed(viewer, 'request.submit'), 'submits');
  const supports = apart(organizationsAllowed(viewer, 'request.support'), 'supports');
  return {
    submits: submits.sql,
    supports: supports.sql,
    parameters: { ...submits.parameters, ...supports.parameters },
  };
}

/** Ids of the academies for which the viewer answers. */
function answering(viewer: Viewer): Predicate {
  const { sql, parameters } = apart(allowedAmong('organization', viewer, 'request.answer'), 'answers');
  return { sql: `${sql} AND organization.kind = 'ACADEMY'`, parameters };
}

export function partiesOf(sides: Sides): Party[] {
  return (['requester', 'supporter', 'academy'] as const).filter((side) => sides[side]);
}
