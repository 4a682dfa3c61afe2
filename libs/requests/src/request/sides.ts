import { organizationsAllowed, type Permission, type Predicate } from '#identity';
import type { Viewer } from '#platform';
import type { Party } from './request.rules.js';

/** Which parts a viewer has in a request; one with none of them does not see it. */
export type Sides = Record<'requester' | 'supporter' | 'academy', boolean>;

export const NO_SIDE: Sides = { requester: false, supporter: false, academy: false };

/** Conditions on `program_request request`, one for each side, with named parameters for all of them. */
export interface SideConditions extends Record<keyof Sides, string> {
  parameters: Record<string, unknown>;
}

/** A draft is for its own organization; from then on also for those who join, and for the academy it is addressed to. */
export function sideConditions(viewer: Viewer): SideConditions {
  const submit = organizationsWith(viewer, 'request.submit');
  const support = organizationsWith(viewer, 'request.support');
  const answer = organizationsWith(viewer, 'request.answer');
  const academies = `(SELECT id FROM organization WHERE kind = 'ACADEMY' AND id IN ${answer.sql})`;
  return {
    requester: `request.organization_id IN ${submit.sql}`,
    supporter: `request.id IN (SELECT asker.request_id FROM program_request_asker asker
      WHERE NOT asker.is_requester AND asker.withdrawn_at IS NULL AND asker.organization_id IN ${support.sql})`,
    academy: `(request.submitted_at IS NOT NULL AND (request.academy_id IN ${academies}
      OR (request.academy_id IS NULL AND request.addressed_to_id IN ${academies})
      OR (request.academy_id IS NULL AND request.addressed_to_id IS NULL AND EXISTS ${academies})))`,
    parameters: { ...submit.parameters, ...support.parameters, ...answer.parameters },
  };
}

export function partiesOf(sides: Sides): Party[] {
  return (['requester', 'supporter', 'academy'] as const).filter((side) => sides[side]);
}

/** The same named apart, since a statement has several. PostgreSQL reckons each once per statement and not per request. */
function organizationsWith(viewer: Viewer, permission: Permission): Predicate {
  const { sql, parameters } = organizationsAllowed(viewer, permission);
  const suffix = `_${permission.replace('.', '_')}`;
  return {
    sql: Object.keys(parameters).reduce((text, name) => text.replaceAll(`:${name}`, `:${name}${suffix}`), sql),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name + suffix, value])),
  };
}
