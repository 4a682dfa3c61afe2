import { type PlanNode, scannedTables } from './plan.rules.js';

const LARGE = new Set(['enrollment']);

function node(type: string, more: Partial<PlanNode> = {}): PlanNode {
  return { 'Node Type': type, 'Plan Rows': 1, 'Total Cost': 100, ...more };
}

const reads = (type: string, more: Partial<PlanNode> = {}) => node(type, { 'Relation Name': 'enrollment', ...more });

describe('what counts as reading a whole table', () => {
  it.each([
    ['row by row', reads('Seq Scan'), ['enrollment']],
    [
      'row by row below others',
      node('Nested Loop', { Plans: [node('Hash', { Plans: [reads('Seq Scan')] })] }),
      ['enrollment'],
    ],
    ['by an index with a condition', reads('Index Scan', { 'Index Cond': '(id = $1)' }), []],
    ['by an index without one', reads('Index Only Scan'), ['enrollment']],
    ['the same until a page is full', node('Limit', { Plans: [reads('Index Scan')] }), []],
    [
      'the same, but sorted first',
      node('Limit', { Plans: [node('Sort', { Plans: [reads('Index Scan')] })] }),
      ['enrollment'],
    ],
    ['by an index over few of its rows', reads('Index Scan', { 'Total Cost': 3 }), []],
    ['a small table', node('Seq Scan', { 'Relation Name': 'sector' }), []],
  ])('%s', (_, plan, tables) => {
    expect(scannedTables(plan, LARGE)).toEqual(tables);
  });
});
