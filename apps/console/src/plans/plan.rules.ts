/** A node of a plan, as EXPLAIN (FORMAT JSON) prints it; only what is looked at here. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Plan Rows': number;
  'Total Cost': number;
  Plans?: PlanNode[];
}

/**
 * Tables of those given that a plan reads from end to end, whatever is asked: row by row, or by an index without a
 * condition, unless a limit stops it.
 */
export function scannedTables(plan: PlanNode, large: ReadonlySet<string>, isLimited = false): string[] {
  const table = plan['Relation Name'] ?? '';
  const isWhole = isRowByRow(plan) || (isUnboundIndex(plan) && !isLimited);
  const below = isLimited || plan['Node Type'] === 'Limit';
  const deeper = (plan.Plans ?? []).flatMap((node) => scannedTables(node, large, below && !gathers(plan)));
  return [...new Set([...(isWhole && large.has(table) ? [table] : []), ...deeper])];
}

/** A line for each node that reads a table. */
export function accesses(plan: PlanNode): string[] {
  const { 'Relation Name': table, 'Index Name': index, 'Node Type': type, 'Plan Rows': rows } = plan;
  const own = table ? [`${type} on ${table}${index ? ` by ${index}` : ''}, about ${rows} rows`] : [];
  const byBitmap = !table && index ? [`${type} by ${index}`] : [];
  return [...own, ...byBitmap, ...(plan.Plans ?? []).flatMap(accesses)];
}

function isRowByRow(plan: PlanNode): boolean {
  return plan['Node Type'] === 'Seq Scan';
}

/** Some pages: what an index over few of a table’s rows costs to read, as of those who wait. */
const CHEAP = 25;

function isUnboundIndex(plan: PlanNode): boolean {
  return /^Index (Only )?Scan$/.test(plan['Node Type']) && !plan['Index Cond'] && plan['Total Cost'] > CHEAP;
}

/** What must see all rows before it gives the first: a limit above it stops nothing below. */
function gathers(plan: PlanNode): boolean {
  return /^(Sort|Aggregate|Hash|Materialize|HashAggregate|WindowAgg)$/.test(plan['Node Type']);
}
