import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { Cases } from './cases.js';
import { type Ground, newGround } from './ground.js';
import { complaintsOf, type Row, read } from './matrix.rules.js';
import { isWriting, readPage, writeRows } from './page.js';
import { playMutation, playRead } from './play.js';
import type { Reads } from './reads.cases.js';

/** Ten people each try dozens of things: on a busy machine that takes its time. */
const PATIENCE = 240_000;

export const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const access = new Map(
  [...readFileSync('schema/access.md', 'utf8').matchAll(/^\| (\w+) \| `(\w+)` \| `?([\w.-]+)`? \|/gm)].map(
    ([, operation, name, rule]) => [`${operation} ${name}`, rule ?? ''],
  ),
);
const committed = read(readPage());

let ground: Ground;
const rows: Row[] = [];

/** Builds the ground before the tests of a file, and writes their rows after them where that is asked. */
export function useGround(): void {
  beforeAll(async () => {
    ground = await newGround();
  }, PATIENCE);
  afterAll(() => {
    if (isWriting) writeRows(rows);
  });
}

/** One test for each of these: everybody reads it. `kind` is `query` or `inside`. */
export function judgeReads(kind: 'query' | 'inside', reads: Reads): void {
  it.each(Object.keys(reads))(
    `${kind} %s answers each as the matrix says, and leaves no trace`,
    async (name) => {
      const ask = reads[name] as Reads[string];
      const { cells, traces } = await playRead(ground, await ask(ground));
      judge({ field: `${kind} ${name}`, access: access.get(`${kind} ${name}`) ?? '', cells }, traces);
    },
    PATIENCE,
  );
}

/** One test for each of these: everybody tries it. */
export function judgeMutations(cases: Cases): void {
  it.each(Object.keys(cases))(
    'mutation %s answers each as the matrix says, and refuses without a trace',
    async (name) => {
      const field = `mutation ${name}`;
      const prepare = cases[name] as Cases[string];
      const { cells, traces } = await playMutation(schema, name, prepare, ground, committed.get(field)?.cells);
      judge({ field, access: access.get(field) ?? '', cells }, traces);
    },
    PATIENCE,
  );
}

function judge(row: Row, traces: string[]): void {
  rows.push(row);
  expect(complaintsOf(row)).toEqual([]);
  if (isWriting) return;
  expect(row).toEqual(committed.get(row.field));
  expect(traces).toEqual([]);
}
