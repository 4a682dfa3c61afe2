import { CourseOrder } from '../catalog/courses.args.js';
import { newestIn } from '../catalog/pages/newest-page.js';
import { relevanceIn } from '../catalog/pages/relevance-page.js';
import type { Found, FoundPlace } from './found.js';
import type { Place } from './held-entries.js';

/** A place in a list, where the order knows scores with one. */
export type ListPlace = Place & Partial<FoundPlace>;

/** So many places at most, of those that come after one; null: from the first. */
export interface Stretch {
  order: CourseOrder.RELEVANCE | CourseOrder.NEWEST;
  after: ListPlace | null;
  size: number;
}

/** Places of what was found in memory; null: some of it may not be in memory. */
export function placesIn(found: Found, { order, after, size }: Stretch): ListPlace[] | null {
  return order === CourseOrder.NEWEST ? found.newest(size, after) : found.page(size, after as FoundPlace | null);
}

/** The place of a cursor. Throws BAD_USER_INPUT when it is of another list. */
export function placeIn(order: Stretch['order'], cursor: string): ListPlace {
  if (order === CourseOrder.NEWEST) return placeOf(newestIn(cursor));
  const [score, ...place] = relevanceIn(cursor);
  return { score: Number(score), ...placeOf(place) };
}

/** What a cursor holds of a place, as PostgreSQL writes it. */
export function positionOf(order: CourseOrder, { score, shownAt, courseId }: ListPlace): string[] {
  const [seconds, rest] = [Math.floor(shownAt / 1_000_000), shownAt % 1_000_000];
  const second = new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  const moment = `${second}.${String(rest).padStart(6, '0')}+00`;
  return [order, ...(score === undefined ? [] : [String(score)]), moment, courseId];
}

function placeOf([moment, courseId]: readonly string[]): Place {
  return { courseId: courseId ?? '', shownAt: Number(Temporal.Instant.from(moment ?? '').epochNanoseconds / 1_000n) };
}
