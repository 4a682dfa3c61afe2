import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Statements that have a name at a time. A connection keeps the plan of each, which takes about 100 KB. */
export const MOST_NAMED = 300;
/** How often a text is asked for before it is worth a name. */
const WORTH_A_NAME = 3;
/** Texts whose uses are counted at a time. */
const MOST_COUNTED = 2_000;

/** In the text of a statement for which one plan does not fit all values, such as a federation and a branch of it. */
export const PLANNED_EACH_TIME = '/* planned each time */';

const ofJobs = new AsyncLocalStorage<true>();

/**
 * For jobs, whose statements are about many rows: planning costs little beside them, and a plan made while a table was
 * small, or for any values, may cost much.
 */
export function planningEachTime<T>(work: () => T): T {
  return ofJobs.run(true, work);
}

const names = new LRUCache<string, string>({ max: MOST_NAMED });
const uses = new LRUCache<string, number>({ max: MOST_COUNTED });

/** The name of a statement that is asked for often; undefined while it is not. */
export function nameIfFrequent(text: string): string | undefined {
  if (ofJobs.getStore() || text.includes(PLANNED_EACH_TIME)) return undefined;
  const known = names.get(text);
  if (known) return known;
  const count = (uses.get(text) ?? 0) + 1;
  uses.set(text, count);
  return count < WORTH_A_NAME ? undefined : nameOf(text);
}

/** The same for a statement that is known to be frequent. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  uses.delete(text);
  return name;
}
