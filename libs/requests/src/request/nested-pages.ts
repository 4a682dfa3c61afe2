import type { DataSource } from 'typeorm';
import {
  BatchLoader,
  decodeCursor,
  type Edge,
  encodeCursor,
  faults,
  grouped,
  isId,
  type Page,
  pageOf,
} from '#platform';

/** A list that hangs on a request, oldest first. */
export interface ListUnder {
  table: string;
  /** Select list over `listed`. */
  columns: string;
  /** Narrows `listed`; `$2` are the values of `only`. */
  where?: string;
  by: 'id' | 'position';
}

export interface PageUnder {
  requestId: string;
  first: number;
  after?: string | null;
  only?: readonly string[];
}

const TYPES = { id: 'uuid', position: 'int' };
const READS = { id: isId, position: (value: string) => /^\d{1,9}$/.test(value) };

/** A connection under each request of a list: a page for all of them costs one statement, and so do their counts. */
export class NestedPages<Row> {
  constructor(
    private readonly database: DataSource,
    private readonly list: ListUnder,
  ) {}

  readonly pages = new BatchLoader<PageUnder, Page<Row>>(
    (wishes) => this.each(wishes, (ids, like) => this.readPages(ids, like)),
    () => pageOf<Row>([], 0, () => Promise.resolve(0)),
    keyOf,
  );

  private async each<Value>(
    wishes: readonly PageUnder[],
    read: (requestIds: string[], like: PageUnder) => Promise<Map<string, Value>>,
  ): Promise<Map<string, Value>> {
    const answers = new Map<string, Value>();
    for (const group of grouped(wishes, (wish) => keyOf({ ...wish, requestId: '' })).values()) {
      const [like] = group as [PageUnder];
      const requestIds = group.map(({ requestId }) => requestId);
      for (const [requestId, value] of await read(requestIds, like)) answers.set(keyOf({ ...like, requestId }), value);
    }
    return answers;
  }

  private async readPages(requestIds: string[], like: PageUnder): Promise<Map<string, Page<Row>>> {
    const { table, columns, by } = this.list;
    const rows: { ofRequest: string; cursor: string }[] = await this.database.query(
      `SELECT parent.id AS "ofRequest", found.* FROM unnest($1::uuid[]) AS parent (id)
       CROSS JOIN LATERAL (
         SELECT ${columns}, listed.${by}::text AS cursor, row_number() OVER (ORDER BY listed.${by}) AS place
         FROM ${table} listed WHERE ${this.under} AND ($3::${TYPES[by]} IS NULL OR listed.${by} > $3::${TYPES[by]})
         ORDER BY listed.${by} LIMIT $4) found
       ORDER BY parent.id, found.place`,
      [requestIds, like.only ?? [], this.placeOf(like.after), like.first + 1],
    );
    const found = grouped(rows, ({ ofRequest }) => ofRequest);
    const counts = this.countsOf(requestIds, like);
    return new Map(
      requestIds.map((id) => {
        const edges = (found.get(id) ?? []).map(({ cursor, ...row }): Edge<Row> => {
          return { node: row as Row, cursor: encodeCursor([cursor]) };
        });
        return [id, pageOf(edges, like.first, async () => (await counts()).get(id) ?? 0)];
      }),
    );
  }

  /** Counts for all requests together, once, and only when one of them is asked for. */
  private countsOf(requestIds: string[], like: PageUnder): () => Promise<Map<string, number>> {
    let counts: Promise<Map<string, number>> | undefined;
    const read = async () => {
      const rows: { id: string; count: number }[] = await this.database.query(
        `SELECT parent.id, count(*)::int AS count FROM unnest($1::uuid[]) AS parent (id)
         JOIN ${this.list.table} listed ON ${this.under} GROUP BY parent.id`,
        [requestIds, like.only ?? []],
      );
      return new Map(rows.map(({ id, count }) => [id, count]));
    };
    return () => {
      counts ??= read();
      return counts;
    };
  }

  private get under(): string {
    return `listed.request_id = parent.id AND $2::text[] IS NOT NULL AND ${this.list.where ?? 'true'}`;
  }

  private placeOf(after: string | null | undefined): string | null {
    if (!after) return null;
    const [place = ''] = decodeCursor(after, 1);
    if (!READS[this.list.by](place)) throw faults.badInput('This cursor is not one of this list.');
    return place;
  }
}

function keyOf({ requestId, first, after = null, only = [] }: PageUnder): string {
  return JSON.stringify([requestId, first, after, only]);
}
