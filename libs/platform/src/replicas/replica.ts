import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { PreparingClient } from '../database/preparing-client.js';
import { log } from '../logging/log.js';

/** Milliseconds that a read waits for a replica to catch up before it goes to the primary. */
const PATIENCE = 100;
const BETWEEN_LOOKS = 3;

/** Milliseconds for which a replica that failed, or lags, is left alone. */
const REST = 2_000;

/** One streaming replica and how far it has come. */
export class Replica {
  private readonly database: DataSource;
  /** Bytes of the log it has replayed, as of the last look. */
  private replayed = 0;
  private looking: Promise<void> | null = null;
  private opening: Promise<unknown> | null = null;
  private restsUntil = 0;

  constructor(url: string, poolSize: number) {
    this.database = new DataSource({
      type: 'postgres',
      url,
      poolSize,
      applicationName: 'odaq-replica',
      // Whoever cannot have a connection at once is better served by the primary.
      connectTimeoutMS: 1_000,
      // Reads follow one another there as on the primary.
      extra: { Client: PreparingClient, statement_timeout: 10_000, keepAlive: true, pipeline: true },
    });
  }

  /** Its pool, once it has replayed the log up to there; null: it did not in time, or is away. */
  async upTo(position: number): Promise<DataSource | null> {
    if (this.restsUntil > Date.now()) return null;
    try {
      if (!this.database.isInitialized) await this.open();
      for (const end = Date.now() + PATIENCE; this.replayed < position; await pause(BETWEEN_LOOKS)) {
        if (Date.now() > end) return this.rest('it lags behind');
        await this.look();
      }
      return this.database;
    } catch (error) {
      return this.rest(error);
    }
  }

  /** Leaves it alone for a while. */
  rest(why: unknown): null {
    if (this.restsUntil <= Date.now()) log.warn({ err: why }, 'a replica is passed over for a moment');
    this.restsUntil = Date.now() + REST;
    return null;
  }

  async close(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }

  private open(): Promise<unknown> {
    this.opening ??= this.database.initialize().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  /** One look for all who wait. A server that was promoted has nothing more to replay, and is no replica. */
  private look(): Promise<void> {
    this.looking ??= this.database
      .query(`SELECT pg_last_wal_replay_lsn() - '0/0' AS bytes WHERE pg_is_in_recovery()`)
      .then(([row]: { bytes: string }[]) => {
        if (!row) throw new Error('it is not a replica');
        this.replayed = Number(row.bytes);
      })
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }
}
