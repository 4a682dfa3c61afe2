import { CourseOrder } from '../catalog/courses.args.js';
import { newestIn } from '../catalog/pages/newest-page.js';
import { relevanceIn } from '../catalog/pages/relevance-page.js';
import type { Found, FoundPlace } from './found.js';
import type { Place } from './held-entries.js';

/** A place in a list, where the order knows scores with one. */
export type ListPlace = Place & Partial<FoundPlace>;

/** A page of what was found in memory; null: some of it may not be in memory. */
export function placesIn(
  found: Found | null,
  order: CourseOrder.RELEVANCE | CourseOrder.NEWEST,
  after: string | null | undefined,
  size: number,
): ListPlace[] | null {
  if (!found) return null;
  if (order === CourseOrder.NEWEST) return found.newest(size, after ? placeOf(newestIn(after)) : null);
  const [score, ...place] = after ? relevanceIn(after) : [];
  return found.page(size, score ? { score: Number(score), ...placeOf(place) } : null);
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
