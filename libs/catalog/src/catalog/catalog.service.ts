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
import { soughtWords } from './vocabulary.js';

/** A page of the catalog, knowing what was asked, so that its facets can be counted when somebody selects them. */
export type CoursePage = Page<CourseRow> & { readonly listing: Listing };

/** What a list was asked for. `words`: null without a text, empty when there is nothing to find in it. */
export interface Listing {
  asked: RequestContext;
  filter: CourseFilter;
  words: SoughtWord[] | null;
}

/** Reads the catalog: one table, one statement, rows as they are. */
@Injectable()
export class Catalog {
  constructor(
    private readonly database: DataSource,
    private readonly searches: SearchMemory,
  ) {}

  async list(asked: RequestContext, args: CoursesArgs, looked: PageAhead): Promise<CoursePage> {
    const filter = args.filter ?? {};
    const listing = {
      asked,
      filter,
      words: filter.text?.trim() ? await this.sought(asked, filter, filter.text) : null,
    };
    const size = looked.needs.beyond ? args.first + 1 : args.first;
    const places = await this.placesOf(listing, args, size);
    const binds = new Binds();
    const { before, page, order } = places
      ? foundPage(conditions(asked.viewer, filter, binds), [...places.keys()], binds)
      : this.page(listing, args, size, binds);
    const plan = planCourses(looked, asked, binds);
    const rows = await readRows<CourseRow & { position?: string[] }>(
      this.database,
      `WITH ${before} page AS MATERIALIZED (${page})
       SELECT ${plan.columns}${looked.needs.cursors && !places ? ', page.position' : ''} FROM page
       JOIN catalog_entry entry ON entry.course_id = page.id
       JOIN organization provider ON provider.id = entry.provider_id ${plan.joins} ORDER BY ${order}`,
      binds.values,
    );
    const edges = rows.map((row) => edgeAt(courseOf(row, plan), places?.get(row.id) ?? row.position ?? []));
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

  private sought(asked: RequestContext, filter: CourseFilter, text: string): Promise<SoughtWord[]> {
    const seek = () => soughtWords(this.database, text, (binds) => conditions(asked.viewer, filter, binds));
    return isOfPublished(filter) ? this.searches.of(['words', filter], seek) : seek();
  }

  /** Courses that a text finds, the best first, each with its place in the list; null: the page is to be read as it is. */
  private async placesOf(listing: Listing, args: CoursesArgs, size: number): Promise<Map<string, string[]> | null> {
    const { filter, words } = listing;
    const isSearch = (args.orderBy ?? CourseOrder.RELEVANCE) === CourseOrder.RELEVANCE && !!words?.length;
    if (!isSearch || !isOfPublished(filter)) return null;
    return this.searches.of(['places', filter, args.after, size], async () => {
      const binds = new Binds();
      const { before, page, order } = this.page(listing, args, size, binds);
      const rows = await readRows<{ id: string; position: string[] }>(
        this.database,
        `WITH ${before} page AS MATERIALIZED (${page}) SELECT id, position FROM page ORDER BY ${order}`,
        binds.values,
      );
      return new Map(rows.map(({ id, position }) => [id, position]));
    });
  }

  private page({ asked, filter, words }: Listing, args: CoursesArgs, size: number, binds: Binds): PageSql {
    const where = conditions(asked.viewer, filter, binds);
    const after = args.after ?? null;
    const order = args.orderBy ?? CourseOrder.RELEVANCE;
    if (order === CourseOrder.RELEVANCE && words && words.length > 0) {
      return relevancePage(tiersOf(words), where, isOfPublished(filter), after, size, binds);
    }
    const narrowed = `${where} AND ${found(words, binds)}`;
    return order === CourseOrder.TITLE
      ? titlePage(narrowed, after, size, asked.locales, binds)
      : newestPage(narrowed, after, size, binds);
  }

  private count(listing: Listing): Promise<number> {
    const count = () => this.counted(listing);
    return isOfPublished(listing.filter) ? this.searches.of(['count', listing.filter], count) : count();
  }

  private async counted({ asked, filter, words }: Listing): Promise<number> {
    const binds = new Binds();
    const where = `${conditions(asked.viewer, filter, binds)} AND ${found(words, binds)}`;
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM catalog_entry entry WHERE ${where}`,
      binds.values,
    );
    return row?.count ?? 0;
  }
}
