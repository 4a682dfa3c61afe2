import type { DataSource } from 'typeorm';
import { BatchLoader, grouped } from '../graphql/batch-loader.js';
import { type Edge, edgeAt, type Page, pageOf } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { AheadOf, Reading } from '../reading/look-ahead.js';
import { needsOf, type PageNeeds } from '../reading/page-needs.js';
import { readRows } from '../reading/read.js';
import type { Selection } from '../reading/selection.js';
import { Binds } from './binds.js';
import { Kept, type Versioned } from './kept.js';
import type { Keyset } from './keyset.js';
import { type Bringing, joinsOf, NOTHING_BROUGHT, plannedColumnsOf, type ReadFor, type RowPlan } from './row-plan.js';

export interface ListUnder<Row, Wish> {
  /** What each row is read as: an entity, or a select list over `alias`. */
  row: (new () => Row) | string;
  /** Name of the listed table in `from` and `order`. */
  alias: string;
  /** What follows FROM, WHERE included, for the parent whose id is `parent.id`. */
  from: (wish: Wish, binds: Binds) => string;
  /** The same for counting, where `from` looks at the page alone; absent: `from`. */
  countFrom?: (wish: Wish, binds: Binds) => string;
  order: Keyset;
  /** SQL of one value, another one whenever a count may have become so: counts are kept by it. Absent: nothing is kept. */
  version?: string;
}

/** A page of the list under one parent; further fields of a wish narrow it. */
export interface PageUnder {
  parentId: string;
  first: number;
  after?: string | null;
  /** Of a list of entities; absent: rows are read whole. */
  plan?: RowPlan;
}

/** Counts under one parent that a list keeps. */
const MOST_KEPT = 2_000;

/** Pages of several parents are read before it is known what is asked of each. */
const ALL_OF_IT: PageNeeds = { cursors: true, beyond: true };

interface Counted extends Versioned {
  parentId: string;
  count: number;
}

interface FoundRow {
  listParent: string;
  listPosition: string[];
  listPlace: string;
}

/** A connection under each row of another list: a page for all of them costs one statement, and so do their counts. */
export class NestedList<Row extends object, Wish extends PageUnder = PageUnder> {
  private readonly kept: Kept<Counted> | null;

  constructor(
    private readonly database: DataSource,
    private readonly list: ListUnder<Row, Wish>,
  ) {
    this.kept = list.version ? new Kept(database, list.version, MOST_KEPT) : null;
  }

  readonly pages = new BatchLoader<Wish, Page<Row>>(
    (wishes, asked) => this.together(wishes, (parentIds, like) => this.readPages(parentIds, like, asked)),
    () => pageOf<Row>([], 0, () => Promise.resolve(0)),
    keyOf,
  );

  /** The page as part of the statement that reads the parents. Null: only entities can be read from JSON. */
  ahead(wish: Omit<Wish, 'parentId'>, connection: Selection, { asked, binds, id }: Reading): AheadOf | null {
    const { row } = this.list;
    if (typeof row === 'string') return null;
    const page = this.inJson(row, { ...wish, parentId: '' } as Wish, needsOf(connection), { asked, binds });
    return {
      sql: `(SELECT ${page.sql} FROM (SELECT ${id} AS id) parent)`,
      read: (value, parent) => page.read(value, parent.id),
    };
  }

  /** A page of entities as one value for `parent.id`: its rows are arrays in JSON, which cost us less than rows do. */
  private inJson(row: new () => Row, like: Wish, needs: PageNeeds, { asked, binds }: ReadFor) {
    const { alias, order } = this.list;
    const { plan, first } = like;
    // First, because it is what may be refused.
    const beyond = order.beyond(like.after, binds);
    const brought = plan?.brought({ asked, binds }) ?? NOTHING_BROUGHT;
    const { elements, read } = plannedColumnsOf(this.database, row, alias, plan?.columns ?? null, brought);
    const all = [...elements, ...(needs.cursors ? [order.position] : [])];
    const edgeOf = (values: readonly unknown[]): Edge<Row> =>
      edgeAt(read(values), needs.cursors ? (values.at(-1) as string[]) : []);
    return {
      sql: `(SELECT coalesce(json_agg(found.it), '[]') FROM (
        SELECT json_build_array(${all.join(', ')}) AS it
        FROM ${this.rowsOf(like, beyond, needs.beyond ? first + 1 : first, binds, brought)}) found)`,
      read: (value: unknown, parentId: string) =>
        pageOf((value as unknown[][]).map(edgeOf), first, this.countUnder(parentId, like, asked)),
    };
  }

  private countUnder(parentId: string, like: Wish, asked: RequestContext): () => Promise<number> {
    return () => this.counts.of(asked).load({ ...like, parentId, first: 0, after: null });
  }

  private readonly counts = new BatchLoader<Wish, number>(
    (wishes) => this.together(wishes, (parentIds, like) => this.readCounts(parentIds, like)),
    () => 0,
    keyOf,
  );

  /** Reads the wishes that differ by their parent alone together. */
  private async together<Value>(
    wishes: readonly Wish[],
    read: (parentIds: string[], like: Wish) => Promise<Map<string, Value>>,
  ): Promise<Map<string, Value>> {
    const answers = new Map<string, Value>();
    for (const group of grouped(wishes, (wish) => keyOf({ ...wish, parentId: '' })).values()) {
      const [like] = group as [Wish];
      const found = await read(
        group.map(({ parentId }) => parentId),
        like,
      );
      for (const [parentId, value] of found) answers.set(keyOf({ ...like, parentId }), value);
    }
    return answers;
  }

  private readPages(parentIds: string[], like: Wish, asked: RequestContext): Promise<Map<string, Page<Row>>> {
    const { row } = this.list;
    return typeof row === 'string'
      ? this.readRowsUnder(parentIds, row, like, asked)
      : this.readEntitiesUnder(parentIds, row, like, asked);
  }

  private async readEntitiesUnder(parentIds: string[], row: new () => Row, like: Wish, asked: RequestContext) {
    const binds = new Binds();
    const parents = binds.of(parentIds);
    const page = this.inJson(row, like, ALL_OF_IT, { asked, binds });
    const found = await readRows<{ parentId: string; page: unknown }>(
      this.database,
      `SELECT parent.id AS "parentId", ${page.sql} AS page FROM unnest(${parents}::uuid[]) AS parent (id)`,
      binds.values,
    );
    return new Map(found.map(({ parentId, page: value }) => [parentId, page.read(value, parentId)]));
  }

  private async readRowsUnder(parentIds: string[], row: string, like: Wish, asked: RequestContext) {
    const { order } = this.list;
    const binds = new Binds();
    const parents = binds.of(parentIds);
    const rows = await readRows<FoundRow>(
      this.database,
      `SELECT parent.id AS "listParent", found.* FROM unnest(${parents}::uuid[]) AS parent (id)
       CROSS JOIN LATERAL (
         SELECT ${row}, to_json(${order.position}) AS "listPosition", row_number() OVER (ORDER BY ${order.orderBy}) AS "listPlace"
         FROM ${this.rowsOf(like, order.beyond(like.after, binds), like.first + 1, binds, NOTHING_BROUGHT)}
       ) found ORDER BY parent.id, found."listPlace"`,
      binds.values,
    );
    const found = grouped(rows, ({ listParent }) => listParent);
    const edgeOf = ({ listParent: _, listPosition, listPlace: __, ...columns }: FoundRow): Edge<Row> =>
      edgeAt(columns as Row, listPosition);
    return new Map(
      parentIds.map((parentId) => {
        const edges = (found.get(parentId) ?? []).map(edgeOf);
        return [parentId, pageOf(edges, like.first, this.countUnder(parentId, like, asked))];
      }),
    );
  }

  /** What follows FROM, for so many rows of a parent; what they bring along is looked up for those alone. */
  private rowsOf(like: Wish, beyond: string, rows: number, binds: Binds, brought: Bringing): string {
    const { alias, from, order } = this.list;
    const page = `${from(like, binds)} AND ${beyond} ORDER BY ${order.orderBy} LIMIT ${binds.count(rows)}`;
    if (brought.size === 0) return page;
    return `(SELECT ${alias}.* FROM ${page}) ${alias} ${joinsOf(brought)} ORDER BY ${order.orderBy}`;
  }

  private async readCounts(parentIds: string[], like: Wish): Promise<Map<string, number>> {
    const count = (ids: string[]) => this.count(ids, like);
    const counts = this.kept
      ? await this.kept.under(parentIds, keyOf({ ...like, parentId: '' }), count)
      : await count(parentIds);
    return new Map([...counts].map(([parentId, { count }]) => [parentId, count]));
  }

  private async count(parentIds: string[], like: Wish): Promise<Map<string, Counted>> {
    const binds = new Binds();
    const { from, countFrom = from, version = 'NULL' } = this.list;
    const counted: Counted[] = await readRows(
      this.database,
      `SELECT parent.id AS "parentId", found.count, ${version} AS version
       FROM unnest(${binds.of(parentIds)}::uuid[]) AS parent (id)
       CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM ${countFrom(like, binds)}) found`,
      binds.values,
    );
    return new Map(counted.map((each) => [each.parentId, each]));
  }
}

/** Whatever narrows a wish is part of it, in any order of its fields. */
function keyOf({ parentId, first, after = null, plan, ...narrowing }: PageUnder): string {
  return JSON.stringify([parentId, first, after, plan?.key, Object.entries(narrowing).sort()]);
}
