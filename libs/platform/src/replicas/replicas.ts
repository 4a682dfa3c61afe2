import type { OnModuleDestroy } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { interruptionOf } from '../database/interruptions.js';
import { prepared } from '../database/prepared.js';
import { onPrimary, readingFrom } from './place.js';
import { Replica } from './replica.js';

/**
 * Lets queries read from replicas without anybody noticing. Each asks the primary how far its log has come when the
 * query begins, and reads from a replica that has come as far: so people see what they wrote, on whichever node, and
 * what was taken from them is gone. Without a replica at hand in time the primary answers.
 */
export class Replicas implements OnModuleDestroy {
  private readonly replicas: readonly Replica[];
  private next = 0;
  private position: Promise<number> | null = null;

  constructor(
    private readonly primary: DataSource,
    urls: readonly string[],
    poolSize: number,
  ) {
    this.replicas = urls.map((url) => new Replica(url, poolSize));
  }

  /** Runs a query that has no effects. Where a replica fails it throws, and the query is to be run again on the primary. */
  reading<T>(query: () => Promise<T>): Promise<T> {
    return this.replicas.length > 0 ? this.fromNext(query) : query();
  }

  private async fromNext<T>(query: () => Promise<T>): Promise<T> {
    const replica = this.replicas[this.next++ % this.replicas.length];
    const database = replica && (await replica.upTo(await this.now()));
    if (!database) return query();
    try {
      return await readingFrom(database, query);
    } catch (error) {
      if (interruptionOf(error) === 'away') replica.rest(error);
      throw error;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  /** How far the log of the primary has come, in bytes. Asked once for all whose queries begin in the same moment. */
  private now(): Promise<number> {
    this.position ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        // Who comes from now on may have written after this question.
        this.position = null;
        onPrimary(() => prepared<{ bytes: string }>(this.primary, POSITION)).then(
          ([row]) => resolve(Number(row?.bytes)),
          reject,
        );
      });
    });
    return this.position;
  }
}

/** What was committed is flushed; what was not flushed yet no replica could have. */
const POSITION = `SELECT pg_current_wal_flush_lsn() - '0/0' AS bytes`;
