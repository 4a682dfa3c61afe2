import type { Viewer } from './viewer.js';

/** Answers what a viewer may do. Identity holds the grants and provides this. */
export abstract class Authority {
  /** The viewer behind a Bearer token, or null when it is unknown, expired or ended. */
  abstract viewerOf(token: string): Promise<Viewer | null>;

  /** Whether the viewer holds the permission anywhere at all: as everybody signed in, or by a grant in force. */
  abstract holds(viewer: Viewer, permission: string): Promise<boolean>;

  /** Whether the viewer holds the permission in this organization, directly or from above. */
  abstract holdsIn(viewer: Viewer, permission: string, organizationId: string): Promise<boolean>;

  /** Whether the viewer holds the permission in this organization and in everything below it. */
  abstract holdsBelow(viewer: Viewer, permission: string, organizationId: string): Promise<boolean>;
}
