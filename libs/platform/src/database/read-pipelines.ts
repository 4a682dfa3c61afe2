import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { ClientBase, QueryConfig } from 'pg';
import { type DataSource, QueryResult, type QueryRunner } from 'typeorm';
import { onPrimary } from '../replicas/place.js';
import { awaitedSince, type Moment, thisMoment } from './awaited.js';
import { isPlanLost } from './interruptions.js';
import { rowsFrom } from './prepared.js';
import { MOST_NAMED } from './statement-names.js';

type Read = QueryConfig & { text: string };

/** Of a process’s connections; the others are for who changes something, and for what is slow. */
const PART_SHARED = 1 / 3;
/** Reads that may be under way on one connection. */
const MOST_UNDER_WAY = 50;
/** What usually takes more milliseconds goes alone: others would wait for it. */
const QUICK = 10;
/** Nobody waits behind a read that has taken so many milliseconds. */
const STUCK = 30;
/** What the last time counts for the usual one. */
const WEIGHT = 0.2;

/** A connection on which one read follows another, or on which there is but one. */
interface Pipeline {
  runner: QueryRunner;
  client: Promise<ClientBase>;
  /** What those who wait for an answer do when they wait no longer; in the order they came. */
  underWay: Set<() => void>;
  /** When the first of them had its turn. */
  since: Moment;
}

/**
 * Lets quick reads follow one another on few connections, without waiting for each other’s answers. A process of
 * PostgreSQL that has something to do need not be woken, and few of them have more of what they know at hand than many
 * (decision 0070).
 */
export class ReadPipelines {
  private readonly shared: Pipeline[] = [];
  /** How many milliseconds the texts that were asked last usually take. */
  private readonly usual = new LRUCache<string, number>({ max: MOST_NAMED });
  private isWatching = false;

  constructor(
    private readonly database: DataSource,
    private readonly mostShared = mostSharedOf(database),
  ) {}

  /** Outside of every transaction; what is read may be read twice, so it must change nothing. */
  read<Row>(read: Read): Promise<Row[]> {
    const isQuick = (this.usual.get(read.text) ?? QUICK) < QUICK;
    const pipeline = isQuick ? this.join() : null;
    return pipeline ? this.readAlong(pipeline, read) : this.readAlone(read);
  }

  /** What others on the connection delay, or break, is read again alone. */
  private async readAlong<Row>(pipeline: Pipeline, read: Read): Promise<Row[]> {
    let giveUp = () => {};
    const givenUp = new Promise<null>((resolve) => {
      giveUp = () => resolve(null);
    });
    const answer = this.readOn<Row>(pipeline, read, giveUp).catch((error) => {
      if (isPlanLost(error)) return null;
      throw error;
    });
    this.watch();
    return (await Promise.race([answer, givenUp])) ?? this.readAlone(read);
  }

  private readAlone<Row>(read: Read): Promise<Row[]> {
    return this.readOn(this.begin(), read, () => {});
  }

  private async readOn<Row>(pipeline: Pipeline, read: Read, giveUp: () => void): Promise<Row[]> {
    pipeline.underWay.add(giveUp);
    let sent: Moment | null = null;
    try {
      const client = await pipeline.client;
      sent = thisMoment();
      return await rowsFrom<Row>(client, read);
    } finally {
      if (sent) this.note(read, awaitedSince(sent.at > pipeline.since.at ? sent : pipeline.since));
      pipeline.since = thisMoment();
      pipeline.underWay.delete(giveUp);
      if (pipeline.underWay.size === 0) {
        this.close(pipeline);
        await pipeline.runner.release();
      }
    }
  }

  /** The least busy one. Null: all are full. */
  private join(): Pipeline | null {
    if (this.shared.length < this.mostShared) {
      const pipeline = this.begin();
      this.shared.push(pipeline);
      return pipeline;
    }
    const [least] = this.shared
      .filter((pipeline) => pipeline.underWay.size < MOST_UNDER_WAY)
      .sort((one, other) => one.underWay.size - other.underWay.size);
    return least ?? null;
  }

  private begin(): Pipeline {
    const runner = onPrimary(() => this.database.createQueryRunner());
    return { runner, client: runner.connect(), underWay: new Set(), since: thisMoment() };
  }

  /** Nobody joins it any more. */
  private close(pipeline: Pipeline): void {
    const place = this.shared.indexOf(pipeline);
    if (place >= 0) this.shared.splice(place, 1);
  }

  /** As long as somebody waits behind another. */
  private watch(): void {
    if (this.isWatching || this.shared.every(({ underWay }) => underWay.size < 2)) return;
    this.isWatching = true;
    setTimeout(() => {
      this.isWatching = false;
      for (const pipeline of this.shared.filter(isStuck)) {
        this.close(pipeline);
        for (const giveUp of [...pipeline.underWay].slice(1)) giveUp();
      }
      this.watch();
    }, STUCK);
  }

  private note({ text }: Read, took: number): void {
    const usual = this.usual.get(text) ?? took;
    this.usual.set(text, usual + WEIGHT * (took - usual));
  }
}

function isStuck({ since }: Pipeline): boolean {
  return awaitedSince(since) > STUCK;
}

/** One for each core keeps all of them busy. */
function mostSharedOf({ options }: DataSource): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor((options.poolSize ?? 1) * PART_SHARED)));
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
  const query = async (text: string, values: any[] = [], isStructured?: true): Promise<any> => {
    if (runner.isTransactionActive || runner.isReleased) return alone(text, values, isStructured as true);
    const rows = await reads.read({ text, values });
    return isStructured ? Object.assign(new QueryResult(), { raw: rows, records: rows }) : rows;
  };
  return Object.assign(runner, { query });
}
