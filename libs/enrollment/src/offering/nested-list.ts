import type { DataSource } from 'typeorm';
import { BatchLoader, type Edge, encodeCursor, grouped, type Page, pageOf, type RequestContext } from '#platform';
import type { Keyset } from './keyset.js';
import { asRow, columnsOf, Parameters } from './rows.js';

export interface ListUnder<Row> {
  entity: new () => Row;
  /** Column that names the parent, for example `course_id`. */
  parent: string;
  order: Keyset;
  /** Column that `only` narrows, with its type; absent: nothing does. */
  narrowed?: { column: string; type: string };
}

export interface PageUnder {
  parentId: string;
  first: number;
  after?: string | null;
  /** Values of the narrowed column to keep; absent: all. */
  only?: readonly string[];
}

interface FoundRow {
  parentId: string;
  position: string[];
  place: string;
}

/** A connection under each row of another list: a page for all of them costs one statement, and so do their counts. */
export class NestedList<Row extends object> {
  constructor(
    private readonly database: DataSource,
    private readonly list: ListUnder<Row>,
  ) {}

  readonly pages = new BatchLoader<PageUnder, Page<Row>>(
    (wishes, asked) => this.each(wishes, (parentIds, like) => this.readPages(parentIds, like, asked)),
    () => pageOf<Row>([], 0, () => Promise.resolve(0)),
    keyOf,
  );

  private readonly counts = new BatchLoader<PageUnder, number>(
    (wishes) => this.each(wishes, (parentIds, like) => this.readCounts(parentIds, like)),
    () => 0,
    keyOf,
  );

  /** Reads the wishes that differ by their parent alone together. */
  private async each<Value>(
    wishes: readonly PageUnder[],
    read: (parentIds: string[], like: PageUnder) => Promise<Map<string, Value>>,
  ): Promise<Map<string, Value>> {
    const answers = new Map<string, Value>();
    const alike = grouped(wishes, (wish) => keyOf({ ...wish, parentId: '' }));
    for (const group of alike.values()) {
      const [like] = group as [PageUnder];
      const parentIds = group.map(({ parentId }) => parentId);
      for (const [parentId, value] of await read(parentIds, like)) answers.set(keyOf({ ...like, parentId }), value);
    }
    return answers;
  }

  private async readPages(
    parentIds: string[],
    like: PageUnder,
    asked: RequestContext,
  ): Promise<Map<string, Page<Row>>> {
    const { entity, order } = this.list;
    const parameters = new Parameters();
    const parents = parameters.bind(parentIds);
    const where = `${this.under(like, parameters)} AND ${order.beyond('listed', like.after, parameters)}`;
    const rows: FoundRow[] = await this.database.query(
      `SELECT parent.id AS "parentId", found.* FROM unnest(${parents}::uuid[]) AS parent (id)
       CROSS JOIN LATERAL (
         SELECT ${columnsOf(this.database, entity, 'listed')}, ${order.position('listed')} AS position,
           row_number() OVER (ORDER BY ${order.orderBy('listed')}) AS place
         FROM ${this.table} listed WHERE ${where}
         ORDER BY ${order.orderBy('listed')} LIMIT ${parameters.bind(like.first + 1)}
       ) found ORDER BY parent.id, found.place`,
      parameters.values,
    );
    const found = grouped(rows, ({ parentId }) => parentId);
    const pages = parentIds.map((parentId): [string, Page<Row>] => {
      const edges = (found.get(parentId) ?? []).map((row) => this.edge(row));
      const count = () => this.counts.of(asked).load({ parentId, first: 0, only: like.only });
      return [parentId, pageOf(edges, like.first, count)];
    });
    return new Map(pages);
  }

  private async readCounts(parentIds: string[], like: PageUnder): Promise<Map<string, number>> {
    const parameters = new Parameters();
    const rows: { parentId: string; count: number }[] = await this.database.query(
      `SELECT parent.id AS "parentId", count(*)::int AS count FROM unnest(${parameters.bind(parentIds)}::uuid[]) AS parent (id)
       JOIN ${this.table} listed ON ${this.under(like, parameters)} GROUP BY parent.id`,
      parameters.values,
    );
    return new Map(rows.map(({ parentId, count }) => [parentId, count]));
  }

  private edge({ parentId: _, position, place: __, ...row }: FoundRow): Edge<Row> {
    return { node: asRow(this.list.entity, row), cursor: encodeCursor(position) };
  }

  private get table(): string {
    return this.database.getMetadata(this.list.entity).tableName;
  }

  private under({ only }: PageUnder, { bind }: Parameters): string {
    const { parent, narrowed } = this.list;
    const isUnder = `listed.${parent} = parent.id`;
    if (!narrowed || !only) return isUnder;
    return `${isUnder} AND listed.${narrowed.column} = ANY(${bind(only)}::${narrowed.type}[])`;
  }
}

function keyOf({ parentId, first, after = null, only }: PageUnder): string {
  return JSON.stringify([parentId, first, after, only ?? null]);
}
