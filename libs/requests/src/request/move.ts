import type { Viewer } from '#platform';
import type { RequestAct } from './request.enums.js';
import type { Party } from './request.rules.js';

/** One thing done to a request, by somebody in the name of an organization. */
export interface Move {
  act: RequestAct;
  party: Party;
  /** Null: time itself. */
  viewer: Viewer | null;
  organizationId: string | null;
  /** Null: nothing was said. */
  why?: string | null;
  /** Number of the request it goes on in. */
  intoNumber?: string;
  /** An organization that is not told, because it is acting on it at this moment. */
  silentTo?: string | null;
}
