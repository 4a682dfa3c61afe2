import type { Viewer } from '../access/viewer.js';
import type { Sharing } from '../public-answers/serve-public-answers.js';

/** What a request brings along: the GraphQL context. */
export interface RequestContext {
  /** Names this request in the log and in INTERNAL errors. */
  requestId: string;
  /** Null: not signed in. */
  viewer: Viewer | null;
  /** Languages the reader wants, best first, in canonical form; may be empty. */
  locales: readonly string[];
  /** The Idempotency-Key header; null: none was sent. */
  idempotencyKey: string | null;
  /** Address the request came from, for limits on attempts. */
  remoteAddress: string;
  /** Where to say that everybody may have the answer; absent or null: it is this caller’s alone. */
  sharing?: Sharing | null;
}
