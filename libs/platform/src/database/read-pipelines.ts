import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { LRUCache } from 'lru-cache';
import type { ClientBase, QueryConfig } from 'pg';
import { type DataSource, QueryResult, type QueryRunner } from 'typeorm';
import { isPlanLost } from './interruptions.js';
import { rowsFrom } from './prepared.js';
import { MOST_NAMED } from './statement-names.js';

/** Of a process’s connections; the others are for who changes something, and for what is slow. */
const SHARED = 1 / 3;
/** Reads that may be under way on one connection. */
const MOST_UNDER_WAY = 50;
/** What we usually wait for longer goes alone: others would wait for it. In milliseconds, as all of these. */
const QUICK = 10;
/** Nobody joins behind a read that we have waited for so long. */
const STUCK = 20;
/** What the last time counts for the usual one. */
const WEIGHT = 0.2;

/**
 * For how long this process has had nothing to do. Times are told by it: in a rush an answer lies here for long before
 * it is read, and that is not the fault of its statement.
 */
const idled = () => performance.nodeTiming.idleTime;

/** A connection on which one read follows another. */
interface Pipeline {
  runner: QueryRunner;
  client: Promise<ClientBase>;
  underWay: number;
  /** When the read that is being answered had its turn, by `idled()`. */
  since: number;
}

/**
 * Lets quick reads follow one another on few connections, without waiting for each other’s answers. A process of
 * PostgreSQL that has something to do need not be woken, and few of them have more of what they know at hand than many
 * (decision 0070).
 */
export class ReadPipelines {
  private readonly open: Pipeline[] = [];
  /** How long we usually wait for the texts that were asked last. */
  private readonly usual = new LRUCache<string, number>({ max: MOST_NAMED });

  constructor(
    private readonly database: DataSource,
    /** Connections at most that several reads share. */
    private readonly most = sharedOf(database),
  ) {}

  /** Outside of every transaction. */
  async read<Row>(statement: QueryConfig & { text: string }): Promise<Row[]> {
    const isQuick = (this.usual.get(statement.text) ?? QUICK) < QUICK;
    const pipeline = isQuick ? this.join() : null;
    if (!pipeline) return this.readOn(this.begin(), statement);
    try {
      return await this.readOn(pipeline, statement);
    } catch (error) {
      if (!isPlanLost(error)) throw error;
      return this.readOn(this.begin(), statement);
    }
  }

  private async readOn<Row>(pipeline: Pipeline, statement: QueryConfig & { text: string }): Promise<Row[]> {
    pipeline.underWay += 1;
    try {
      const client = await pipeline.client;
      const sent = idled();
      const rows = await rowsFrom<Row>(client, statement);
      this.note(statement.text, idled() - Math.max(sent, pipeline.since));
      return rows;
    } finally {
      pipeline.since = idled();
      pipeline.underWay -= 1;
      if (pipeline.underWay === 0) await this.end(pipeline);
    }
  }

  /** The least busy one. Null: all are full, or have something slow before them. */
  private join(): Pipeline | null {
    if (this.open.length < this.most) {
      const pipeline = this.begin();
      this.open.push(pipeline);
      return pipeline;
    }
    const stuck = idled() - STUCK;
    const [least] = this.open
      .filter(({ underWay, since }) => underWay < MOST_UNDER_WAY && since > stuck)
      .sort((one, other) => one.underWay - other.underWay);
    return least ?? null;
  }

  private begin(): Pipeline {
    const runner = this.database.createQueryRunner();
    return { runner, client: runner.connect(), underWay: 0, since: idled() };
  }

  private async end(pipeline: Pipeline): Promise<void> {
    const place = this.open.indexOf(pipeline);
    if (place >= 0) this.open.splice(place, 1);
    await pipeline.runner.release();
  }

  private note(text: string, took: number): void {
    const usual = this.usual.get(text) ?? took;
    this.usual.set(text, usual + WEIGHT * (took - usual));
  }
}

/** One for each core is busy enough. */
function sharedOf({ options }: DataSource): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor((options.poolSize ?? 1) * SHARED)));
}

const known = new WeakMap<DataSource, ReadPipelines>();

/** Those of a database; there is one set for each. */
export function pipelinesOf(database: DataSource): ReadPipelines {
  const reads = known.get(database) ?? new ReadPipelines(database);
  known.set(database, reads);
  return reads;
}

/** What TypeORM reads by such a runner goes along with the other reads of the database. */
export function goingAlong(runner: QueryRunner, database: DataSource): QueryRunner {
  const reads = pipelinesOf(database);
  const alone = runner.query.bind(runner);
  // biome-ignore lint/suspicious/noExplicitAny: as its other signatures have it.
  const query = async (text: string, values: any[] = [], isStructured = false): Promise<any> => {
    if (runner.isTransactionActive) return alone(text, values);
    const rows = await reads.read({ text, values });
    return isStructured ? Object.assign(new QueryResult(), { raw: rows, records: rows }) : rows;
  };
  return Object.assign(runner, { query });
}
