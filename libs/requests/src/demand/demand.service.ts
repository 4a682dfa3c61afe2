import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, edgeAt, faults, Kept, type Page, type PageArgs, pageOf } from '#platform';
import type { DemandFilter, DemandGroup } from './demand.args.js';
import {
  type Asked,
  type DemandRow,
  filterValues,
  readBeyond,
  readSums,
  type Sums,
  VERSION_OF_DEMAND,
} from './demand.queries.js';
import type { TrainingDemand } from './demand.type.js';

/** Groups of one question that a process keeps. */
const MOST_GROUPS = 500;
/** Questions that it keeps them of. */
const MOST_QUESTIONS = 20;

/**
 * Open need, summed over a table that holds what is open and nothing else. The sums of a question are kept until any
 * demand changes, whichever node changed it.
 *
 * Not a counter for every sum: each choice of groups and filters would need counters of its own, a request for several
 * sectors and roles would touch hundreds of them, and all changes would queue for the few rows that everybody shares.
 */
@Injectable()
export class Demand {
  private readonly kept: Kept<Sums>;

  constructor(private readonly database: DataSource) {
    this.kept = new Kept(database, VERSION_OF_DEMAND, MOST_QUESTIONS);
  }

  /** The largest first; groups of the same size by their codes. */
  async sums(
    groupBy: readonly DemandGroup[],
    filter: DemandFilter,
    { first, after }: PageArgs,
  ): Promise<Page<TrainingDemand>> {
    const place = after ? positionIn(after) : null;
    const asked = { groupBy, values: filterValues(filter) };
    const { largest, count } = await this.newest(asked);
    const from = place ? largest.findIndex((row) => isBeyond(row, place)) : 0;
    const known = from < 0 ? [] : largest.slice(from, from + first + 1);
    const isWhole = known.length > first || largest.length === count;
    const rows = isWhole || !place ? known : await readBeyond(this.database, asked, place, first + 1);
    const edges = rows.map(({ key, people, ...node }) => edgeAt(node as TrainingDemand, [String(people), key]));
    return pageOf(edges, first, () => Promise.resolve(count));
  }

  private newest(asked: Asked): Promise<Sums> {
    const question = JSON.stringify([[...asked.groupBy].sort(), asked.values]);
    return this.kept.of(question, () => readSums(this.database, asked, MOST_GROUPS));
  }
}

/** In the order of the list; keys are compared as PostgreSQL compares bytes. */
function isBeyond({ people, key }: DemandRow, [size, last]: readonly [number, string]): boolean {
  return Number(people) < size || (Number(people) === size && Buffer.compare(Buffer.from(key), Buffer.from(last)) > 0);
}

function positionIn(after: string): [number, string] {
  const [people = '', key = ''] = decodeCursor(after, 2);
  if (!/^\d{1,15}$/.test(people) || key.includes('\0')) throw faults.badInput('This cursor is not one of this list.');
  return [Number(people), key];
}
