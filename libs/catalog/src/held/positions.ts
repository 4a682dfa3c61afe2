import { newestIn, relevanceIn } from '../catalog/catalog.pages.js';
import { CourseOrder } from '../catalog/courses.args.js';
import type { Found } from './found.js';
import type { Place } from './held-entries.js';

/**
 * A page of what was found in memory: positions by the ids of courses, in the order of the list, each as a cursor holds
 * it. Null: some of them may not be in memory.
 */
export function positionsIn(
  found: Found | null,
  order: CourseOrder.RELEVANCE | CourseOrder.NEWEST,
  after: string | null | undefined,
  size: number,
): Map<string, string[]> | null {
  if (!found) return null;
  if (order === CourseOrder.NEWEST) {
    const places = found.newest(size, after ? placeOf(newestIn(after)) : null);
    return places && new Map(places.map((place) => [place.courseId, [order, momentOf(place), place.courseId]]));
  }
  const [score, ...place] = after ? relevanceIn(after) : [];
  const places = found.page(size, score ? { score: Number(score), ...placeOf(place) } : null);
  return (
    places &&
    new Map(places.map((place) => [place.courseId, [order, `${place.score}`, momentOf(place), place.courseId]]))
  );
}

function placeOf([moment, courseId]: readonly string[]): Place {
  return { courseId: courseId ?? '', shownAt: Number(Temporal.Instant.from(moment ?? '').epochNanoseconds / 1_000n) };
}

/** As PostgreSQL writes it. */
function momentOf({ shownAt }: Place): string {
  const [seconds, rest] = [Math.floor(shownAt / 1_000_000), shownAt % 1_000_000];
  const moment = new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${moment}.${String(rest).padStart(6, '0')}+00`;
}
