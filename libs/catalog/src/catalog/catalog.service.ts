import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Binds,
  edgeAt,
  type LookedAhead,
  ofAnyLength,
  type Page,
  type PageAhead,
  pageOf,
  type RequestContext,
  readRows,
} from '#platform';
import { courseOf, planCourses } from '../course/course.plan.js';
import type { CourseRow } from '../course/course.rows.js';
import { visibleTo } from '../course/visibility.js';
import type { Found } from '../held/found.js';
import { HeldCatalog } from '../held/held-catalog.service.js';
import { type ListPlace, placeIn, placesIn, positionOf, type Stretch } from '../held/places.js';
import { conditions, filterFor, found, isOfAll, isOfOthers } from './catalog.conditions.js';
import { type CourseFilter, CourseOrder, type CoursesArgs } from './courses.args.js';
import { Listing } from './listing.js';
import { newestPage } from './pages/newest-page.js';
import type { PageSql } from './pages/page-sql.js';
import { relevancePage } from './pages/relevance-page.js';
import { type Few, fewOf, fewWith, type Many, type NarrowedBy, titlePage } from './pages/title-page.js';
import { type SoughtWord, tiersOf } from './text-query.js';
import { Vocabulary } from './vocabulary.js';

/** A page of the catalog, knowing what was asked, so that its facets can be counted when somebody selects them. */
export type CoursePage = Page<CourseRow> & { readonly listing: Listing };

/** A course and its place in the list. */
interface CourseAt {
  course: CourseRow;
  position: string[];
}

/** Courses found by a text that are named to PostgreSQL one by one, to be sorted by title; of more it looks for the words. */
const MOST_NAMED = 2_000;

type PageOf = (binds: Binds) => PageSql;

/** Reads the catalog: one table, one statement, rows as they are. */
@Injectable()
export class Catalog {
  constructor(
    private readonly database: DataSource,
    private readonly held: HeldCatalog,
    private readonly vocabulary: Vocabulary,
  ) {}

  async list(asked: RequestContext, args: CoursesArgs, looked: PageAhead): Promise<CoursePage> {
    // Who looks at a page may search next.
    void this.held.prepare();
    const listing = new Listing(asked, filterFor(asked.viewer, args.filter ?? {}), this.held, this.vocabulary);
    const size = looked.needs.beyond ? args.first + 1 : args.first;
    const sought = this.isSought(listing) ? await this.search(listing, args, looked, size) : null;
    const courses = sought ?? (await this.read(listing, looked, await this.pageInOrder(listing, args, size)));
    const edges = courses.map(({ course, position }) => edgeAt(course, position));
    return Object.assign(
      pageOf(edges, args.first, () => this.countAll(listing)),
      { listing },
    );
  }

  /** One course by its id or slug; null when it is not there, or not for this viewer. */
  async find(
    asked: RequestContext,
    by: { id: string } | { slug: string },
    looked: LookedAhead,
  ): Promise<CourseRow | null> {
    const binds = new Binds();
    const plan = planCourses(looked, asked, binds);
    const id = 'id' in by ? binds.of(by.id) : `(SELECT id FROM course WHERE slug = ${binds.of(by.slug)})`;
    const [row] = await readRows<CourseRow>(
      this.database,
      `SELECT ${plan.columns} FROM catalog_entry entry
       JOIN organization provider ON provider.id = entry.provider_id ${plan.joins}
       WHERE ${visibleTo(asked.viewer, binds)} AND entry.course_id = ${id}`,
      binds.values,
    );
    return row ? courseOf(row, plan) : null;
  }

  /**
   * Whether memory knows sooner which courses it is than PostgreSQL, which goes through all there are for what is rare.
   * Without a text nobody waits until the catalog is in memory.
   */
  private isSought({ text, filter, parts }: Listing): boolean {
    return text !== '' || (this.held.isRead && parts.length === 1 && !isOfAll(filter));
  }

  /** Null: PostgreSQL knows as well. */
  private async search(
    listing: Listing,
    args: CoursesArgs,
    looked: PageAhead,
    size: number,
  ): Promise<CourseAt[] | null> {
    const order = orderOf(args, listing.text);
    if (order === CourseOrder.TITLE) return null;
    const [first, others] = listing.parts;
    const found = await first.found();
    const stretch: Stretch = { order, after: args.after ? placeIn(order, args.after) : null, size };
    const places = found && others ? placesIn(found, stretch) : null;
    if (places && others) {
      const known = { places, ofPublished: first, ofOthers: others };
      return this.read(listing, looked, await this.pageAmong(known, listing, args, size));
    }
    const courses = found && !others ? await this.readFound(listing, looked, found, stretch) : null;
    if (courses) return courses;
    return order === CourseOrder.RELEVANCE ? this.seek(listing, args, looked, size) : null;
  }

  /** Courses that were found in memory; where some left the list since, the next ones. Null: some may not be in memory. */
  private async readFound(
    listing: Listing,
    looked: PageAhead,
    found: Found,
    { order, after, size }: Stretch,
  ): Promise<CourseAt[] | null> {
    const places = placesIn(found, { order, after, size });
    if (!places || places.length === 0) return places && [];
    const courses = await this.readPlaces(listing, looked, places, order);
    if (courses.length === places.length) return courses;
    const beyond = { order, after: places.at(-1) ?? null, size: size - courses.length };
    const next = await this.readFound(listing, looked, found, beyond);
    return next && [...courses, ...next];
  }

  /** Those of the courses with these places that are still in the list. */
  private async readPlaces(
    { asked, filter }: Listing,
    looked: PageAhead,
    places: readonly ListPlace[],
    order: CourseOrder,
  ): Promise<CourseAt[]> {
    const binds = new Binds();
    const ids = binds.of(places.map(({ courseId }) => courseId));
    const plan = planCourses(looked, asked, binds);
    // Lateral: otherwise organizations may be gone through by id until the last provider, which are few but not for ever.
    // A column, not a condition: for a rare kind or sector PostgreSQL would plan anew each time.
    const rows = await readRows<CourseRow & { isListed: boolean }>(
      this.database,
      `SELECT ${plan.columns}, ${conditions(asked.viewer, filter, binds)} AS "isListed" FROM catalog_entry entry
       JOIN LATERAL (SELECT * FROM organization WHERE id = entry.provider_id LIMIT 1) provider ON true ${plan.joins}
       WHERE entry.course_id = ANY(${ofAnyLength(ids)})`,
      binds.values,
    );
    const byId = new Map(rows.filter(({ isListed }) => isListed).map((row) => [row.id, row]));
    return places.flatMap((place) => {
      const row = byId.get(place.courseId);
      const position = looked.needs.cursors ? positionOf(order, place) : [];
      return row ? [{ course: courseOf(row, plan), position }] : [];
    });
  }

  /** Misspellings come last, so they are thought of only when the page is not filled without. */
  private async seek(listing: Listing, args: CoursesArgs, looked: PageAhead, size: number): Promise<CourseAt[]> {
    const { asked, filter } = listing;
    const read = (sought: readonly SoughtWord[]) =>
      this.read(listing, looked, (binds) =>
        relevancePage(tiersOf(sought), conditions(asked.viewer, filter, binds), args.after ?? null, size, binds),
      );
    const words = await listing.words();
    const courses = await read(words);
    if (courses.length === size) return courses;
    const forgiven = await listing.forgivenWords();
    return forgiven === words ? courses : read(forgiven);
  }

  /** Published courses that were found in memory, among the others that PostgreSQL finds. */
  private async pageAmong(
    { places, ofPublished, ofOthers }: { places: readonly ListPlace[]; ofPublished: Listing; ofOthers: Listing },
    listing: Listing,
    args: CoursesArgs,
    size: number,
  ): Promise<PageOf> {
    const words = await listing.forgivenWords();
    const after = args.after ?? null;
    return (binds) => {
      const known = { places, where: whereOf(ofPublished, null, binds) };
      if (args.orderBy !== CourseOrder.NEWEST) {
        return relevancePage(tiersOf(words), whereOf(ofOthers, null, binds), after, size, binds, known);
      }
      const ids = binds.of(places.map(({ courseId }) => courseId));
      const lists = [`${known.where} AND entry.course_id = ANY(${ids}::uuid[])`, whereOf(ofOthers, words, binds)];
      return newestPage(lists, after, size, binds);
    };
  }

  private async pageInOrder(listing: Listing, args: CoursesArgs, size: number): Promise<PageOf> {
    const { asked, filter } = listing;
    const words = listing.text ? await listing.forgivenWords() : null;
    const after = args.after ?? null;
    if (args.orderBy !== CourseOrder.TITLE) {
      return (binds) =>
        newestPage(
          listing.parts.map((part) => whereOf(part, words, binds)),
          after,
          size,
          binds,
        );
    }
    const inMemory = this.isSought(listing) ? await listing.found() : null;
    const ids = inMemory?.few(MOST_NAMED) ?? null;
    const share = inMemory?.share || 1;
    const coursesOf = (binds: Binds): Few | Many => {
      const where = whereOf(listing, ids ? null : words, binds);
      if (ids) return fewOf(ids, share, where, size, binds);
      if (isOfOthers(filter)) return fewWith(where);
      return { where, by: narrowing(filter, words), share };
    };
    return (binds) => titlePage(coursesOf(binds), after, size, asked.locales, binds);
  }

  private async read({ asked }: Listing, looked: PageAhead, pageOf: PageOf): Promise<CourseAt[]> {
    const binds = new Binds();
    const { before, page, order } = pageOf(binds);
    const plan = planCourses(looked, asked, binds);
    const rows = await readRows<CourseRow & { position?: string[] }>(
      this.database,
      `WITH ${before} page AS MATERIALIZED (${page})
       SELECT ${plan.columns}${looked.needs.cursors ? ', page.position' : ''} FROM page
       JOIN catalog_entry entry ON entry.course_id = page.id
       JOIN organization provider ON provider.id = entry.provider_id ${plan.joins} ORDER BY ${order}`,
      binds.values,
    );
    return rows.map((row) => ({ course: courseOf(row, plan), position: row.position ?? [] }));
  }

  private async countAll({ parts }: Listing): Promise<number> {
    const counts = await Promise.all(parts.map((part) => this.count(part)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async count(listing: Listing): Promise<number> {
    const inMemory = await listing.found();
    if (inMemory?.isWhole) return inMemory.size;
    const words = listing.text ? await listing.forgivenWords() : null;
    const binds = new Binds();
    const where = whereOf(listing, words, binds);
    const [row]: { count: number }[] = await readRows(
      this.database,
      `SELECT count(*)::int AS count FROM catalog_entry entry WHERE ${where}`,
      binds.values,
    );
    return row?.count ?? 0;
  }
}

function orderOf({ orderBy }: CoursesArgs, text: string): CourseOrder {
  if (orderBy === CourseOrder.TITLE) return orderBy;
  return text ? (orderBy ?? CourseOrder.RELEVANCE) : CourseOrder.NEWEST;
}

function whereOf({ asked, filter }: Listing, words: readonly SoughtWord[] | null, binds: Binds): string {
  return `${conditions(asked.viewer, filter, binds)} AND ${found(words, binds)}`;
}

function narrowing(filter: CourseFilter, words: readonly SoughtWord[] | null): NarrowedBy {
  if (words) return 'text';
  return isOfAll(filter) ? 'nothing' : 'filter';
}
