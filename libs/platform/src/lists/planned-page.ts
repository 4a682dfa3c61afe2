import type { DataSource } from 'typeorm';
import { edgeAt, type Page, type PageArgs, pageOf } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { PageNeeds } from '../reading/page-needs.js';
import { readRows } from '../reading/read.js';
import type { Binds } from './binds.js';
import type { Keyset } from './keyset.js';
import { joinsOf, type RowPlan } from './row-plan.js';
import { asRow, bringing, columnsOf } from './rows.js';

interface PlannedPage<Row> {
  row: new () => Row;
  /** Name of the listed table in `from`, `order` and `plan`. */
  alias: string;
  /** What follows FROM, WHERE included; all that `order` sorts by are columns of the listed table. */
  from: string;
  order: Keyset;
  plan: RowPlan;
  asked: RequestContext;
  binds: Binds;
  needs: PageNeeds;
  /** Of all that match, over all pages. */
  count: () => Promise<number>;
}

/** A page of a list in one statement: what was selected of its rows, and what their fields bring along of other tables. */
export async function readPlannedPage<Row extends object>(
  database: DataSource,
  { row, alias, from, order, plan, asked, binds, needs, count }: PlannedPage<Row>,
  { first, after }: PageArgs,
): Promise<Page<Row>> {
  const brought = plan.brought({ asked, binds });
  const answers = [...brought].map(([field, { sql }]) => `, ${sql} AS "${field}"`);
  const beyond = order.beyond(after, binds);
  const rows = await readRows<{ listPosition: string[] }>(
    database,
    // What is brought along is looked up for the rows of the page alone.
    `SELECT ${columnsOf(database, row, alias, plan.columns)}, ${order.position} AS "listPosition"${answers.join('')}
     FROM (
       SELECT ${alias}.* FROM ${from} AND ${beyond} ORDER BY ${order.orderBy} LIMIT ${binds.count(needs.beyond ? first + 1 : first)}
     ) ${alias} ${joinsOf(brought)} ORDER BY ${order.orderBy}`,
    binds.values,
  );
  const edges = rows.map(({ listPosition, ...columns }) =>
    edgeAt(bringing(asRow(row, columns), brought), listPosition),
  );
  return pageOf(edges, first, count);
}
