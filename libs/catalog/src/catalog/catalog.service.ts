import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Binds,
  edgeAt,
  type LookedAhead,
  type Page,
  type PageAhead,
  pageOf,
  type RequestContext,
  readRows,
} from '#platform';
import { courseOf, planCourses } from '../course/course.plan.js';
import type { CourseRow } from '../course/course.rows.js';
import { visibleTo } from '../course/visibility.js';
import { conditions, found, isOfPublished } from './catalog.conditions.js';
import { foundPage, newestPage, type PageSql, relevancePage, titlePage } from './catalog.pages.js';
import { CourseFilter, CourseOrder, type CoursesArgs } from './courses.args.js';
import { SearchMemory } from './search-memory.js';
import { type SoughtWord, tiersOf } from './text-query.js';
import { Vocabulary } from './vocabulary.js';

/** A page of the catalog, knowing what was asked, so that its facets can be counted when somebody selects them. */
export type CoursePage = Page<CourseRow> & { readonly listing: Listing };

/** What a list was asked for. `words`: as they were typed; null without a text, empty when there is nothing to find in it. */
export interface Listing {
  asked: RequestContext;
  filter: CourseFilter;
  words: readonly SoughtWord[] | null;
}

/** A course and its place in the list. */
interface CourseAt {
  course: CourseRow;
  position: string[];
}

type PageOf = (binds: Binds) => PageSql;

/** Reads the catalog: one table, one statement, rows as they are. */
@Injectable()
export class Catalog {
  constructor(
    private readonly database: DataSource,
    private readonly searches: SearchMemory,
    private readonly vocabulary: Vocabulary,
  ) {}

  async list(asked: RequestContext, args: CoursesArgs, looked: PageAhead): Promise<CoursePage> {
    const filter = args.filter ?? {};
    const text = filter.text?.trim();
    const listing = { asked, filter, words: text ? await this.vocabulary.asTyped(filter, text) : null };
    const size = looked.needs.beyond ? args.first + 1 : args.first;
    const courses = isSearch(listing, args)
      ? await this.search(listing, args, looked, size)
      : await this.read(listing, looked, await this.pageInOrder(listing, args, size));
    const edges = courses.map(({ course, position }) => edgeAt(course, position));
    return Object.assign(
      pageOf(edges, args.first, () => this.count(listing)),
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
   * Courses that a text finds, the best first. Who seeks what is not known reads them at once; everybody else reads them
   * by the ids that were found.
   */
  private async search(listing: Listing, args: CoursesArgs, looked: PageAhead, size: number): Promise<CourseAt[]> {
    const { asked, filter } = listing;
    const find = () => this.seek(listing, args, looked, size);
    if (!isOfPublished(filter)) return find();
    let courses: CourseAt[] | undefined;
    const places = await this.searches.of(['places', filter, args.after, size], async () => {
      courses = await find();
      return new Map(courses.map(({ course, position }) => [course.id, position]));
    });
    if (courses) return courses;
    const byIds = (binds: Binds) => foundPage(conditions(asked.viewer, filter, binds), [...places.keys()], binds);
    const known = await this.read(listing, looked, byIds);
    return known.map(({ course }) => ({ course, position: places.get(course.id) ?? [] }));
  }

  /** Misspellings come last, so they are thought of only when the page is not filled without. */
  private async seek(listing: Listing, args: CoursesArgs, looked: PageAhead, size: number): Promise<CourseAt[]> {
    const { asked, filter, words } = listing;
    const read = (sought: readonly SoughtWord[]) =>
      this.read(listing, { ...looked, needs: { ...looked.needs, cursors: true } }, (binds) =>
        relevancePage(
          tiersOf(sought),
          conditions(asked.viewer, filter, binds),
          isOfPublished(filter),
          args.after ?? null,
          size,
          binds,
        ),
      );
    const courses = await read(words ?? []);
    if (courses.length === size) return courses;
    const doubted = await this.vocabulary.doubted(listing);
    return doubted && doubted !== words ? read(doubted) : courses;
  }

  private async pageInOrder(listing: Listing, args: CoursesArgs, size: number): Promise<PageOf> {
    const { asked, filter } = listing;
    const words = await this.vocabulary.doubted(listing);
    const after = args.after ?? null;
    return (binds) => {
      const where = `${conditions(asked.viewer, filter, binds)} AND ${found(words, binds)}`;
      return args.orderBy === CourseOrder.TITLE
        ? titlePage(where, after, size, asked.locales, binds)
        : newestPage(where, after, size, binds);
    };
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

  private count(listing: Listing): Promise<number> {
    const count = () => this.counted(listing);
    return isOfPublished(listing.filter) ? this.searches.of(['count', listing.filter], count) : count();
  }

  private async counted(listing: Listing): Promise<number> {
    const words = await this.vocabulary.doubted(listing);
    const binds = new Binds();
    const where = `${conditions(listing.asked.viewer, listing.filter, binds)} AND ${found(words, binds)}`;
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM catalog_entry entry WHERE ${where}`,
      binds.values,
    );
    return row?.count ?? 0;
  }
}

/** Whether the best are wanted first, and there is something to seek. */
function isSearch({ words }: Listing, { orderBy }: CoursesArgs): boolean {
  return (orderBy ?? CourseOrder.RELEVANCE) === CourseOrder.RELEVANCE && !!words?.length;
}
