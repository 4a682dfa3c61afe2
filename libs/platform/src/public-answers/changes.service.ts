import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { log } from '../logging/log.js';

/** What triggers tell of; the payload names the GraphQL types that changed, and nothing means any of them. */
export const CHANNEL = 'odaq_changed';

/** What counters of seats show in. Triggers pass them over: a notice in each of a thousand commits would queue them all. */
const OF_SEATS = 'Offering OfferingConnection';

/** So often, in milliseconds, a node tells of the transactions it has committed since; one notice for all. */
const EVERY = 200;
const RETRY_AFTER = 500;

interface Events {
  /** Types that changed; null: any. */
  changed: [readonly string[] | null];
  /** This node changed something; others hear of it as `changed`. */
  committed: [];
  /** Nothing is heard until `heard`: whatever is kept may be out of date. */
  deaf: [];
  heard: [];
}

/**
 * Tells this node what changed in the database, on whichever node it was done. Triggers tell in the transaction of the
 * change; of what only moves seats each node tells a moment after its commits.
 */
@Injectable()
export class Changes extends EventEmitter<Events> implements OnModuleInit, OnModuleDestroy {
  private hasCommitted = false;
  private isEnding = false;
  private listener: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly database: DataSource) {
    super();
  }

  onModuleInit(): void {
    // Begun here, so that no request is taken for the one that asks the database.
    this.timer = setInterval(() => void this.tell(), EVERY).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    clearInterval(this.timer ?? undefined);
    await this.listener?.end().catch(() => {});
    await this.tell();
  }

  /** A transaction of this node was committed. */
  note(): void {
    this.hasCommitted = true;
    this.emit('committed');
  }

  /** Listens until the module ends, over a connection of its own that is opened again whenever it is lost. */
  async listen(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'odaq-changes', keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload }) => this.emit('changed', payload ? payload.split(' ') : null));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.listener = client;
      this.emit('heard');
      void lost.then(() => this.again(url));
    } catch (error) {
      log.warn({ err: error }, 'changes cannot be heard; nothing is answered from memory');
      void client.end().catch(() => {});
      void this.again(url);
    }
  }

  private async again(url: string): Promise<void> {
    this.emit('deaf');
    await pause(RETRY_AFTER, undefined, { ref: false });
    if (!this.isEnding) await this.listen(url);
  }

  private async tell(): Promise<void> {
    if (!this.hasCommitted) return;
    this.hasCommitted = false;
    try {
      await prepared(this.database, 'SELECT pg_notify($1, $2)', [CHANNEL, OF_SEATS]);
    } catch {
      // The database is away; who listens there has lost its connection too, and forgets everything.
      this.hasCommitted = !this.isEnding;
    }
  }
}
