import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { Changes, foldQuery, Line, log } from '#platform';
import { isOfPublished } from '../catalog/catalog.conditions.js';
import type { CourseFilter } from '../catalog/courses.args.js';
import { plainReading } from '../catalog/text-query.js';
import { PLENTY } from '../catalog/vocabulary.js';
import { Found } from './found.js';
import { placeAfter, publishedAfter, snapshotOf, writtenSince } from './held.queries.js';
import { HeldEntries } from './held-entries.js';

/** Courses in memory at most, the newest: some 60 MiB. */
const MOST_HELD = 131_072;

/** Filters that were asked for last, with what was found by them: some 100 KB each for 100,000 courses. */
const MOST_REMEMBERED = 64;

/** Pieces that are read for each search that PostgreSQL is left with meanwhile: many of these would leave no time to read. */
const PIECES_FOR_ONE = 10;

/** Milliseconds after which nobody waits for it any longer. */
const LONGEST_WAIT = 5_000;

/** Milliseconds after which changes are looked for, should the notice of one have been lost. */
const MOST_AGE = 10_000;

interface Copy {
  entries: HeldEntries;
  /** By filter, until any course changes. */
  found: LRUCache<string, Found>;
  /** What transactions that had ended by then wrote is in it. */
  snapshot: string;
  /** All changes up to this moment are in it. */
  readUpTo: number;
  reading: Promise<void> | null;
  /** Whether another server may answer now than the one it was read from, which had not heard of its last changes. */
  isSuspect: boolean;
}

/**
 * The published catalog in memory, for those who search it: read when it is first needed, and then what changed since.
 * A notice tells that something did; the next search reads it before it answers.
 */
@Injectable()
export class HeldCatalog implements OnModuleDestroy {
  private copy: Copy | null = null;
  private loading: Promise<void> | null = null;
  /** Until it is read, or their turn with PostgreSQL comes. */
  private readonly waiting = new Line();
  private isEnding = false;
  private hears = false;
  private until = 0;
  /** Counts the changes heard of. */
  private moment = 0;

  constructor(
    private readonly database: DataSource,
    changes: Changes,
  ) {
    changes.on('changed', (types) => {
      // Named types are those of seats.
      if (!types) this.expire();
    });
    changes.on('heard', () => this.listen(true));
    changes.on('deaf', () => this.listen(false));
  }

  onModuleDestroy(): void {
    this.isEnding = true;
  }

  /** Whether it is in memory. */
  get isRead(): boolean {
    return this.copy !== null;
  }

  /** Null: PostgreSQL is left with it, for the list is not one of published courses alone, or these are not in memory yet. */
  async find(filter: CourseFilter): Promise<Found | null> {
    const copy = isOfPublished(filter) ? await this.current() : null;
    if (!copy) return null;
    const key = JSON.stringify(filter);
    const found = copy.found.get(key) ?? this.findIn(copy.entries, filter);
    copy.found.set(key, found);
    return found;
  }

  private findIn(entries: HeldEntries, filter: CourseFilter): Found {
    const text = filter.text?.trim();
    const words = text ? foldQuery(text).map((spellings) => ({ spellings, similar: [] })) : null;
    const found = new Found(entries, filter, words);
    if (!words?.length || found.size >= PLENTY) return found;
    const forgiving = words.map((word) => ({ ...word, similar: entries.similarTo(plainReading(word)) }));
    return forgiving.some(({ similar }) => similar.length > 0) ? new Found(entries, filter, forgiving, found) : found;
  }

  /** Reads it, unless it is in memory or on its way there. */
  prepare(): Promise<void> {
    if (this.copy && !this.copy.entries.isWorn && !this.copy.isSuspect) return Promise.resolve();
    this.loading ??= this.load().finally(() => {
      this.loading = null;
      this.waiting.callAll();
    });
    return this.loading;
  }

  /** Something changed: it is read before the next answer. */
  expire(): void {
    this.moment += 1;
    this.until = Date.now() + MOST_AGE;
  }

  private listen(hears: boolean): void {
    this.hears = hears;
    if (!hears && this.copy) this.copy.isSuspect = true;
    this.expire();
  }

  private async current(): Promise<Copy | null> {
    void this.prepare();
    if (!this.copy) await this.waiting.wait(LONGEST_WAIT);
    const { copy } = this;
    if (!copy) return null;
    if (!this.hears || Date.now() > this.until) this.expire();
    for (const wanted = this.moment; copy.readUpTo < wanted; ) {
      copy.reading ??= this.readChanges(copy).finally(() => {
        copy.reading = null;
      });
      await copy.reading;
    }
    return copy;
  }

  private async readChanges(copy: Copy): Promise<void> {
    const { moment } = this;
    const { entries, snapshot } = await writtenSince(this.database, copy.snapshot);
    for (const { entry, isPublished } of entries) copy.entries.replace(entry, isPublished);
    if (entries.length > 0) copy.found.clear();
    copy.snapshot = snapshot;
    copy.readUpTo = moment;
  }

  /** What changes meanwhile is read before it answers. */
  private async load(): Promise<void> {
    try {
      const snapshot = await snapshotOf(this.database);
      const start = await placeAfter(this.database, MOST_HELD);
      const entries = new HeldEntries(start);
      let pieces = 0;
      for await (const some of publishedAfter(this.database, start)) {
        if (this.isEnding) return;
        for (const entry of some) entries.add(entry);
        pieces += 1;
        if (pieces % PIECES_FOR_ONE === 0) this.waiting.callFirst();
      }
      entries.settle();
      const found = new LRUCache<string, Found>({ max: MOST_REMEMBERED });
      this.copy = { entries, found, snapshot, readUpTo: -1, reading: null, isSuspect: false };
    } catch (error) {
      if (!this.isEnding) log.warn({ err: error }, 'the catalog is searched without memory for now');
    }
  }
}
