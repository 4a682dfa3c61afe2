import type { Selection } from './selection.js';

/** What is asked of a page beside its rows. */
export interface PageNeeds {
  /** Places of its rows. */
  cursors: boolean;
  /** Whether more follows, which costs a row in excess. */
  beyond: boolean;
}

export function needsOf(connection: Selection): PageNeeds {
  const info = connection.below('pageInfo');
  return {
    cursors: connection.below('edges').has('cursor') || info.has('startCursor', 'endCursor'),
    beyond: info.has('hasNextPage'),
  };
}
