import type { Binds } from '#platform';
import { CourseOrder } from '../courses.args.js';
import { isTag, isText, type PageSql, position, positionIn } from './page-sql.js';

/** What leaves out courses of a list. */
export type NarrowedBy = 'nothing' | 'filter' | 'text';

/** Courses that are known and few. */
export interface Few {
  /** SQL for their ids, in a column `id`. */
  ids: string;
  where: string;
  /** So many titles are gone through in their order before each of them is asked for its own. */
  asked: number;
}

/** Courses that a condition lets in. */
export interface Many {
  where: string;
  by: NarrowedBy;
  /** The share of all courses that a text finds, above 0; 1 where it is not known. */
  share: number;
}

/** So many titles in their order, for each course of the page, are asked whether they belong to it before courses are. */
const MOST_ASKED = 20;
/** But at least so many; fewer where there is a text, since looking for its words in an entry is dear. */
const LEAST_ASKED = 1_000;
const LEAST_ASKED_OF_TEXT = 256;
/** Where it is known how many belong to it, so many times the titles among which they would be if they lay evenly. */
const UNEVEN = 3;
/** Titles in their order that cost what one does that is looked up. */
const FOR_ONE_LOOKED_UP = 3;

/** Those with these ids, which are such a share of all courses, that a condition lets in. */
export function fewOf(ids: readonly string[], share: number, where: string, size: number, binds: Binds): Few {
  const likely = Math.ceil((UNEVEN * size) / share);
  return {
    ids: `SELECT id FROM unnest(${binds.of(ids)}::uuid[]) AS known (id)`,
    where,
    asked: likely <= FOR_ONE_LOOKED_UP * ids.length ? likely : 0,
  };
}

/** Those that a condition lets in. */
export function fewWith(where: string): Few {
  const ids = `SELECT entry.course_id AS id FROM catalog_entry entry WHERE ${where}`;
  return { ids, where: 'true', asked: LEAST_ASKED };
}

/** The cursor keeps the language, so that a list goes on in the order in which it began. */
export function titlePage(
  courses: Few | Many,
  after: string | null,
  size: number,
  wishes: readonly string[],
  binds: Binds,
): PageSql {
  const [locale, title, id] = after ? positionIn(after, CourseOrder.TITLE, [isTag, isText]) : [];
  const beyond = id ? `(title.title_key, title.course_id) > (${binds.of(title)}, ${binds.of(id)}::uuid)` : 'true';
  const chosen = `chosen AS MATERIALIZED (SELECT coalesce((
      SELECT language.tag FROM unnest(${binds.of(locale ? [locale] : wishes)}::text[]) WITH ORDINALITY AS wish (tag, place)
      JOIN language ON language.tag = wish.tag ORDER BY wish.place LIMIT 1), 'en') AS locale),`;
  const list = {
    titles: `catalog_title title WHERE title.locale = (SELECT locale FROM chosen) AND ${beyond}`,
    columns: `entry.course_id AS id, title.title_key, ${position(CourseOrder.TITLE, 'title.locale', 'title.title_key')}`,
    rows: binds.count(size),
  };
  const order = 'page.title_key, page.id';
  const { before, page } =
    'ids' in courses ? byTitleOfFew(courses, list, binds) : byTitleOfMany(courses, list, size, binds);
  return { before: `${chosen} ${before}`, page, order };
}

/** A power of two, for it stands in the statement: of each number there would be another one. */
function askedOfText(share: number, size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(LEAST_ASKED_OF_TEXT, (UNEVEN * size) / share)));
}

interface TitleList {
  titles: string;
  columns: string;
  rows: string;
}

const BY_TITLE = 'title.title_key, title.course_id';

type Titled = Omit<PageSql, 'order'>;

function byTitleOfMany({ by, where, share }: Many, list: TitleList, size: number, binds: Binds): Titled {
  if (by === 'nothing') return byTitle(where, list);
  const asked = by === 'text' ? askedOfText(share, size) : Math.max(LEAST_ASKED, MOST_ASKED * size);
  return byTitleOrFoundFirst(where, list, binds.count(asked));
}

function byTitle(where: string, { titles, columns, rows }: TitleList): Titled {
  return {
    before: '',
    page: `SELECT ${columns} FROM (SELECT * FROM ${titles}) title
      JOIN catalog_entry entry ON entry.course_id = title.course_id WHERE ${where} ORDER BY ${BY_TITLE} LIMIT ${rows}`,
  };
}

/** Titles alone are gone through, which an index holds; the courses themselves are read only as far as the page goes. */
function byTitleOfFew(few: Few, { titles, columns, rows }: TitleList, binds: Binds): Titled {
  const asked = binds.of(few.asked);
  return {
    // IS TRUE: made a join of, all titles might be gone through.
    before: `few AS MATERIALIZED (${few.ids}),
    foremost AS MATERIALIZED (
      SELECT * FROM (SELECT * FROM ${titles} ORDER BY ${BY_TITLE} LIMIT ${asked}) title
      WHERE (title.course_id IN (SELECT id FROM few)) IS TRUE ORDER BY ${BY_TITLE} LIMIT ${rows}),
    ${looked(titles, rows, asked)}`,
    page: `SELECT ${columns} FROM (SELECT * FROM (
        SELECT * FROM foremost WHERE ${FAR_ENOUGH}
        UNION ALL SELECT title.* FROM few
          CROSS JOIN LATERAL (SELECT * FROM ${titles} AND title.course_id = few.id LIMIT 1) title
          WHERE NOT ${FAR_ENOUGH}
      ) title ORDER BY ${BY_TITLE}) title
      CROSS JOIN LATERAL (SELECT * FROM catalog_entry entry WHERE entry.course_id = title.course_id OFFSET 0) entry
      WHERE ${few.where} ORDER BY ${BY_TITLE} LIMIT ${rows}`,
  };
}

/**
 * What is common fills a page soon in the order of titles. Where it does not in time, its courses are found first and
 * then sorted: of what is rare all titles would be gone through.
 */
function byTitleOrFoundFirst(where: string, { titles, columns, rows }: TitleList, asked: string): Titled {
  return {
    before: `foremost AS MATERIALIZED (
      SELECT ${columns} FROM (SELECT * FROM ${titles} ORDER BY ${BY_TITLE} LIMIT ${asked}) title
      CROSS JOIN LATERAL (SELECT * FROM catalog_entry entry WHERE entry.course_id = title.course_id OFFSET 0) entry
      WHERE ${where} ORDER BY ${BY_TITLE} LIMIT ${rows}),
    ${looked(titles, rows, asked)}`,
    page: `SELECT * FROM foremost WHERE ${FAR_ENOUGH}
      UNION ALL (SELECT ${columns} FROM (SELECT entry.course_id FROM catalog_entry entry WHERE ${where} OFFSET 0) entry
        CROSS JOIN LATERAL (SELECT * FROM ${titles} AND title.course_id = entry.course_id) title
        WHERE NOT ${FAR_ENOUGH} ORDER BY ${BY_TITLE} LIMIT ${rows})`,
  };
}

const FAR_ENOUGH = '(SELECT far_enough FROM looked)';

/** Whether the foremost of the titles filled the page, or these were all there are. */
function looked(titles: string, rows: string, asked: string): string {
  return `looked AS MATERIALIZED (SELECT (SELECT count(*) FROM foremost) = ${rows}
      OR (SELECT count(*) FROM (SELECT FROM ${titles} LIMIT ${asked}) found) < ${asked} AS far_enough),`;
}
