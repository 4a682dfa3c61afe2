import type { Binds } from '#platform';
import { CourseOrder } from '../courses.args.js';
import { isMoment, MOMENT, newerThan, type PageSql, position, positionIn } from './page-sql.js';

/** Moment and id of a cursor among the newest. */
export function newestIn(after: string): string[] {
  return positionIn(after, CourseOrder.NEWEST, [isMoment]);
}

/** Of what one of several conditions lets in; of each no more is read than would fill the page. */
export function newestPage(lists: readonly string[], after: string | null, size: number, binds: Binds): PageSql {
  const beyond = after ? newerThan(newestIn(after), binds) : 'true';
  const rows = binds.count(size);
  const pages = lists.map(
    (where) => `SELECT entry.course_id AS id, entry.shown_at, ${position(CourseOrder.NEWEST, 'entry.shown_at')}
      FROM catalog_entry entry WHERE ${where} AND ${beyond} ORDER BY ${MOMENT} LIMIT ${rows}`,
  );
  const order = 'page.shown_at DESC, page.id DESC';
  if (pages.length === 1) return { before: '', page: pages.join(), order };
  const all = pages.map((page) => `(${page})`).join(' UNION ALL ');
  return { before: '', page: `SELECT * FROM (${all}) page ORDER BY ${order} LIMIT ${rows}`, order };
}
