import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { ClientBase, QueryConfig } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
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

/** One read under way. */
interface Rider {
  /** Its reader waits no longer, and asks elsewhere. */
  giveUp(): void;
  hasGivenUp: boolean;
}

/** A connection on which one read follows another, or on which there is but one. */
interface Pipeline {
  runner: QueryRunner;
  client: Promise<ClientBase>;
  /** In the order they came. */
  underWay: Set<Rider>;
  /** When the first of them had its turn; null: there is no connection yet, for which all wait alike. */
  since: Moment | null;
}

/**
 * Lets quick reads follow one another on few connections, without waiting for each other’s answers. A process of
 * PostgreSQL that has something to do need not be woken, and few of them have more of what they know at hand than many
 * (decision 0070).
 */
export class ReadPipelines {
  private readonly shared = new Set<Pipeline>();
  /** Where the first took too long: nobody joins, and the others were given up. */
  private readonly left = new Set<Pipeline>();
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
    const rider = { giveUp: () => {}, hasGivenUp: false };
    const givenUp = new Promise<null>((resolve) => {
      rider.giveUp = () => {
        rider.hasGivenUp = true;
        resolve(null);
      };
    });
    const answer = this.readOn<Row>(pipeline, read, rider).catch((error) => {
      if (isPlanLost(error)) return null;
      throw error;
    });
    this.watch();
    return (await Promise.race([answer, givenUp])) ?? this.readAlone(read);
  }

  private readAlone<Row>(read: Read): Promise<Row[]> {
    return this.readOn(this.begin(), read, { giveUp: () => {}, hasGivenUp: false });
  }

  private async readOn<Row>(pipeline: Pipeline, read: Read, rider: Rider): Promise<Row[]> {
    pipeline.underWay.add(rider);
    let sent: Moment | null = null;
    try {
      const client = await pipeline.client;
      sent = thisMoment();
      pipeline.since ??= sent;
      return await rowsFrom<Row>(client, read);
    } finally {
      // What is cut off, or breaks, fails at once, however long it would have taken.
      const isTelling = !rider.hasGivenUp && !pipeline.runner.isReleased;
      if (isTelling && sent && pipeline.since) {
        this.note(read, awaitedSince(sent.at > pipeline.since.at ? sent : pipeline.since));
      }
      pipeline.since = thisMoment();
      pipeline.underWay.delete(rider);
      if (pipeline.underWay.size === 0) {
        this.shared.delete(pipeline);
        this.left.delete(pipeline);
        await pipeline.runner.release();
      }
    }
  }

  /** The least busy one. Null: all are full. */
  private join(): Pipeline | null {
    // Its connection broke, or is given to somebody else: the database is being left.
    for (const pipeline of this.shared) if (pipeline.runner.isReleased) this.shared.delete(pipeline);
    if (this.shared.size < this.mostShared) {
      const pipeline = this.begin();
      this.shared.add(pipeline);
      return pipeline;
    }
    const [least] = [...this.shared]
      .filter((pipeline) => pipeline.underWay.size < MOST_UNDER_WAY)
      .sort((one, other) => one.underWay.size - other.underWay.size);
    return least ?? null;
  }

  private begin(): Pipeline {
    const runner = onPrimary(() => this.database.createQueryRunner());
    return { runner, client: runner.connect(), underWay: new Set(), since: null };
  }

  /** As long as somebody waits behind another. */
  private watch(): void {
    const isNeeded = this.left.size > 0 || [...this.shared].some(({ underWay }) => underWay.size > 1);
    if (this.isWatching || !isNeeded) return;
    this.isWatching = true;
    setTimeout(() => {
      this.isWatching = false;
      for (const pipeline of [...this.left].filter(isStuck)) void cutOff(pipeline);
      for (const pipeline of [...this.shared].filter(isStuck)) this.leave(pipeline);
      this.watch();
    }, STUCK);
  }

  private leave(pipeline: Pipeline): void {
    this.shared.delete(pipeline);
    this.left.add(pipeline);
    for (const { giveUp } of [...pipeline.underWay].slice(1)) giveUp();
  }

  private note({ text }: Read, took: number): void {
    const usual = this.usual.get(text) ?? took;
    this.usual.set(text, usual + WEIGHT * (took - usual));
  }
}

function isStuck({ since }: Pipeline): boolean {
  return since !== null && awaitedSince(since) > STUCK;
}

/**
 * When the next is nobody’s any more, and takes long, too: each would have the connection for as long, behind a lock
 * for seconds.
 */
async function cutOff({ runner, underWay, client }: Pipeline): Promise<void> {
  const [first] = underWay;
  if (!first?.hasGivenUp || runner.isReleased) return;
  const { connection } = (await client) as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
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
