import { type Binds, decodeCursor, faults, isId } from '#platform';
import { CourseOrder } from './courses.args.js';
import { OF_TITLE, type Tier } from './text-query.js';

/**
 * One page of course ids in a list, as SQL for a CTE with the columns `id`, `position` (the cursor’s values as text)
 * and those named by `order`.
 */
export interface PageSql {
  /** CTEs the page is made of, if any. */
  before: string;
  page: string;
  order: string;
}

/** A value of a cursor as PostgreSQL writes it, and would read it again. */
type Reads = (value: string) => boolean;

const isScore: Reads = (value) => /^[1-6]$/.test(value);
const isTag: Reads = (value) => /^[\w-]+$/.test(value);
const isText: Reads = (value) => !value.includes('\0');
const isMoment: Reads = (value) => {
  try {
    return /^[12]\d{3}-.{5} .*[+-](0\d|1[0-4])(:?\d{2})?$/.test(value) && Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
};

const MOMENT = 'entry.shown_at DESC, entry.course_id DESC';

/** Score, moment and id of a cursor among those that a text finds. */
export function relevanceIn(after: string): string[] {
  return positionIn(after, CourseOrder.RELEVANCE, [isScore, isMoment]);
}

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

/** What leaves out courses of a list. */
export type NarrowedBy = 'nothing' | 'filter' | 'text';

/** Courses that are known and few. */
export interface Few {
  /** SQL for their ids, in a column `id`. */
  ids: string;
  /** So many titles are gone through in their order before each of them is asked for its own. */
  asked: number;
}

/** Which courses a page is of. */
export interface Narrowed {
  where: string;
  by: NarrowedBy;
  few?: Few | null;
  /** Of all courses, how many a text finds, where that is known; from 0 to 1. */
  share?: number | null;
}

/** So many titles in their order, for each course of the page, are asked whether they belong to it before courses are. */
const MOST_ASKED = 20;
/** But at least so many; fewer where there is a text, since looking for its words in an entry is dear. */
const LEAST_ASKED = 1_000;
const LEAST_ASKED_OF_TEXT = 200;
/** Where it is known how many belong to it, so many times the titles among which they would be if they lay evenly. */
const UNEVEN = 3;
/** Titles in their order that cost what one does that is looked up. */
const FOR_ONE_LOOKED_UP = 3;

/** Those with these ids, which are such a share of all courses. */
export function fewOf(ids: readonly string[], share: number, size: number, binds: Binds): Few {
  const likely = Math.ceil((UNEVEN * size) / share);
  return {
    ids: `SELECT id FROM unnest(${binds.of(ids)}::uuid[]) AS known (id)`,
    asked: likely <= FOR_ONE_LOOKED_UP * ids.length ? likely : 0,
  };
}

/** Those that a condition lets in. */
export function fewWith(where: string): Few {
  return { ids: `SELECT entry.course_id AS id FROM catalog_entry entry WHERE ${where}`, asked: LEAST_ASKED };
}

/** The cursor keeps the language, so that a list goes on in the order in which it began. */
export function titlePage(
  { where, by, few, share }: Narrowed,
  after: string | null,
  size: number,
  wishes: readonly string[],
  binds: Binds,
): PageSql {
  const [locale, title, id] = after ? positionIn(after, CourseOrder.TITLE, [isTag, isText]) : [];
  const beyond = id ? `(title.title_key, title.course_id) > (${binds.of(title)}, ${binds.of(id)}::uuid)` : 'true';
  const ofText = share ? Math.max(LEAST_ASKED_OF_TEXT, Math.ceil((UNEVEN * size) / share)) : LEAST_ASKED_OF_TEXT;
  const asked = by === 'text' ? ofText : Math.max(LEAST_ASKED, MOST_ASKED * size);
  const chosen = `chosen AS MATERIALIZED (SELECT coalesce((
      SELECT language.tag FROM unnest(${binds.of(locale ? [locale] : wishes)}::text[]) WITH ORDINALITY AS wish (tag, place)
      JOIN language ON language.tag = wish.tag ORDER BY wish.place LIMIT 1), 'en') AS locale),`;
  const list = {
    titles: `catalog_title title WHERE title.locale = (SELECT locale FROM chosen) AND ${beyond}`,
    columns: `entry.course_id AS id, title.title_key, ${position(CourseOrder.TITLE, 'title.locale', 'title.title_key')}`,
    where,
    rows: binds.count(size),
  };
  const order = 'page.title_key, page.id';
  const { before, page } = few ? byTitleOfFew(few, list, binds) : byTitleOfMany(by, list, binds.count(asked));
  return { before: `${chosen} ${before}`, page, order };
}

interface TitleList {
  titles: string;
  columns: string;
  where: string;
  rows: string;
}

const BY_TITLE = 'title.title_key, title.course_id';

function byTitleOfMany(by: NarrowedBy, list: TitleList, asked: string): Omit<PageSql, 'order'> {
  return by === 'nothing' ? byTitle(list) : byTitleOrFoundFirst(list, asked);
}

function byTitle({ titles, columns, where, rows }: TitleList): Omit<PageSql, 'order'> {
  return {
    before: '',
    page: `SELECT ${columns} FROM (SELECT * FROM ${titles}) title
      JOIN catalog_entry entry ON entry.course_id = title.course_id WHERE ${where} ORDER BY ${BY_TITLE} LIMIT ${rows}`,
  };
}

/** Titles alone are gone through, which an index holds; the courses themselves are read only as far as the page goes. */
function byTitleOfFew(few: Few, { titles, columns, where, rows }: TitleList, binds: Binds): Omit<PageSql, 'order'> {
  const isFilled = `(SELECT count(*) FROM foremost) = ${rows}`;
  return {
    // IS TRUE: made a join of, all titles might be gone through.
    before: `few AS MATERIALIZED (${few.ids}),
    foremost AS MATERIALIZED (
      SELECT * FROM (SELECT * FROM ${titles} ORDER BY ${BY_TITLE} LIMIT ${binds.of(few.asked)}) title
      WHERE (title.course_id IN (SELECT id FROM few)) IS TRUE ORDER BY ${BY_TITLE} LIMIT ${rows}),`,
    page: `SELECT ${columns} FROM (SELECT * FROM (
        SELECT * FROM foremost WHERE ${isFilled}
        UNION ALL SELECT title.* FROM few
          CROSS JOIN LATERAL (SELECT * FROM ${titles} AND title.course_id = few.id LIMIT 1) title WHERE NOT ${isFilled}
      ) title ORDER BY ${BY_TITLE}) title
      CROSS JOIN LATERAL (SELECT * FROM catalog_entry entry WHERE entry.course_id = title.course_id OFFSET 0) entry
      WHERE ${where} ORDER BY ${BY_TITLE} LIMIT ${rows}`,
  };
}

/**
 * What is common fills a page soon in the order of titles. Where it does not in time, its courses are found first and
 * then sorted: of what is rare all titles would be gone through.
 */
function byTitleOrFoundFirst({ titles, columns, where, rows }: TitleList, asked: string): Omit<PageSql, 'order'> {
  return {
    before: `foremost AS MATERIALIZED (
      SELECT ${columns} FROM (SELECT * FROM ${titles} ORDER BY ${BY_TITLE} LIMIT ${asked}) title
      CROSS JOIN LATERAL (SELECT * FROM catalog_entry entry WHERE entry.course_id = title.course_id OFFSET 0) entry
      WHERE ${where} ORDER BY ${BY_TITLE} LIMIT ${rows}),
    looked AS MATERIALIZED (SELECT (SELECT count(*) FROM foremost) = ${rows}
      OR (SELECT count(*) FROM (SELECT FROM ${titles} LIMIT ${asked}) found) < ${asked} AS far_enough),`,
    page: `SELECT * FROM foremost WHERE (SELECT far_enough FROM looked)
      UNION ALL (SELECT ${columns} FROM (SELECT entry.course_id FROM catalog_entry entry WHERE ${where} OFFSET 0) entry
        CROSS JOIN LATERAL (SELECT * FROM ${titles} AND title.course_id = entry.course_id) title
        WHERE NOT (SELECT far_enough FROM looked) ORDER BY ${BY_TITLE} LIMIT ${rows})`,
  };
}

/** No word is known that could match; or the cursor stands among misspellings, and the words they stood for are gone. */
const NOTHING: Tier = { score: 0, query: `'${OF_TITLE}'` };

/** Courses whose places are known, among those that a text finds. */
export interface KnownPlaces {
  where: string;
  places: readonly { courseId: string; score?: number }[];
}

/**
 * Tier by tier, each with the newest first. A tier runs only when those above it did not fill the page, so that nothing
 * is ranked that is not shown.
 */
export function relevancePage(
  tiers: readonly Tier[],
  where: string,
  after: string | null,
  size: number,
  binds: Binds,
  known: KnownPlaces | null = null,
): PageSql {
  const from = after ? relevanceIn(after) : null;
  const isFilled = (above: number) => (known?.places.filter(({ score = 0 }) => score > above).length ?? 0) >= size;
  const fitting = tiers.filter(({ score }) => (!from || score <= Number(from[0])) && !isFilled(score));
  const left = fitting.length > 0 ? fitting : [NOTHING];
  const limit = binds.count(size);
  const above: string[] = [];
  const parts = left.map(({ score, query }) => {
    const beyond = from && score === Number(from[0]) ? newerThan(from.slice(1), binds) : 'true';
    const isOpen = above.length > 0 ? `${above.join(' + ')} < ${limit}` : 'true';
    above.push(`(SELECT count(*) FROM tier_${score})`);
    return tierSql(score, `${isOpen} AND ${where} AND ${beyond}`, binds.of(query), limit);
  });
  const lists = left.map(({ score }) => `tier_${score}`);
  if (known) {
    parts.push(knownSql(known, binds));
    lists.push('known');
  }
  return {
    before: parts.join('\n'),
    page: `SELECT * FROM (${lists.map((name) => `SELECT * FROM ${name}`).join(' UNION ALL ')}) found
      ORDER BY score DESC, shown_at DESC, id DESC LIMIT ${limit}`,
    order: 'page.score DESC, page.shown_at DESC, page.id DESC',
  };
}

/**
 * One tier as a CTE. The planner cannot know how many rows a query finds, so it is neither told the query (a subselect)
 * nor let to walk the entries in their order where the index is meant (an offset of 0).
 */
function tierSql(score: number, where: string, query: string, limit: string): string {
  return `tier_${score} AS MATERIALIZED (
      SELECT entry.course_id AS id, entry.shown_at, ${score} AS score,
        ${position(CourseOrder.RELEVANCE, `${score}`, 'entry.shown_at')}
      FROM (SELECT entry.course_id, entry.shown_at FROM catalog_entry entry
        WHERE ${where} AND entry.words @@ (SELECT ${query}::tsquery) OFFSET 0) entry
      ORDER BY ${MOMENT} LIMIT ${limit}),`;
}

/** As a tier reads. */
function knownSql({ where, places }: KnownPlaces, binds: Binds): string {
  const ids = binds.of(places.map(({ courseId }) => courseId));
  const scores = binds.of(places.map(({ score }) => score));
  return `known AS MATERIALIZED (
      SELECT entry.course_id AS id, entry.shown_at, place.score, ${position(CourseOrder.RELEVANCE, 'place.score', 'entry.shown_at')}
      FROM unnest(${ids}::uuid[], ${scores}::int[]) AS place (id, score)
      JOIN catalog_entry entry ON entry.course_id = place.id WHERE ${where}),`;
}

function newerThan([moment, id]: readonly string[], binds: Binds): string {
  return `(entry.shown_at, entry.course_id) < (${binds.of(moment)}::timestamptz, ${binds.of(id)}::uuid)`;
}

/** The cursor’s values: the order, the sorted columns, the id. */
function position(order: CourseOrder, ...columns: string[]): string {
  const values = columns.map((column) => `(${column})::text`);
  return `ARRAY['${order}', ${values.join(', ')}, entry.course_id::text] AS position`;
}

/** Reads a cursor of this order. Throws BAD_USER_INPUT when it is of another list, or nobody’s. */
function positionIn(cursor: string, order: CourseOrder, shapes: readonly Reads[]): string[] {
  const [given, ...values] = decodeCursor(cursor, shapes.length + 2);
  const id = values.at(-1) ?? '';
  if (given !== order || !isId(id) || !shapes.every((reads, place) => reads(values[place] ?? ''))) {
    throw faults.badInput('This cursor is not one of this list.');
  }
  return values;
}
