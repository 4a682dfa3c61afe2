import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Binds,
  edgeAt,
  type LookedAhead,
  type Page,
  type PageAhead,
  type PageNeeds,
  pageOf,
  type RequestContext,
  readRows,
} from '#platform';
import { courseOf, planCourses } from '../course/course.plan.js';
import type { CourseRow } from '../course/course.rows.js';
import { visibleTo } from '../course/visibility.js';
import { conditions, found, isOfPublished } from './catalog.conditions.js';
import { newestPage, type PageSql, relevancePage, titlePage } from './catalog.pages.js';
import { CourseFilter, CourseOrder, type CoursesArgs } from './courses.args.js';
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
  constructor(private readonly database: DataSource) {}

  async list(asked: RequestContext, args: CoursesArgs, looked: PageAhead): Promise<CoursePage> {
    const filter = args.filter ?? {};
    const among = (binds: Binds) => conditions(asked.viewer, filter, binds);
    const words = filter.text?.trim() ? await soughtWords(this.database, filter.text, among) : null;
    const listing = { asked, filter, words };
    const binds = new Binds();
    const { before, page, order } = this.page(listing, args, looked.needs, binds);
    const plan = planCourses(looked, asked, binds);
    const rows = await readRows<CourseRow & { position?: string[] }>(
      this.database,
      `WITH ${before} page AS MATERIALIZED (${page})
       SELECT ${plan.columns}${looked.needs.cursors ? ', page.position' : ''} FROM page
       JOIN catalog_entry entry ON entry.course_id = page.id
       JOIN organization provider ON provider.id = entry.provider_id ${plan.joins} ORDER BY ${order}`,
      binds.values,
    );
    const edges = rows.map((row) => edgeAt(courseOf(row, plan), row.position ?? []));
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

  private page({ asked, filter, words }: Listing, args: CoursesArgs, needs: PageNeeds, binds: Binds): PageSql {
    const where = conditions(asked.viewer, filter, binds);
    const after = args.after ?? null;
    const size = needs.beyond ? args.first + 1 : args.first;
    const order = args.orderBy ?? CourseOrder.RELEVANCE;
    if (order === CourseOrder.RELEVANCE && words && words.length > 0) {
      return relevancePage(tiersOf(words), where, isOfPublished(filter), after, size, binds);
    }
    const narrowed = `${where} AND ${found(words, binds)}`;
    return order === CourseOrder.TITLE
      ? titlePage(narrowed, after, size, asked.locales, binds)
      : newestPage(narrowed, after, size, binds);
  }

  private async count({ asked, filter, words }: Listing): Promise<number> {
    const binds = new Binds();
    const where = `${conditions(asked.viewer, filter, binds)} AND ${found(words, binds)}`;
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM catalog_entry entry WHERE ${where}`,
      binds.values,
    );
    return row?.count ?? 0;
  }
}
