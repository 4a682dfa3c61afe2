import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';

const MOST_KEPT = 2_000;

export interface Counted {
  parentId: string;
  count: number;
  /** Read by the statement that counted. */
  version: string;
}

/** Counts that a process keeps while the version they were counted at, which is asked for each time, is still the one. */
export class KeptCounts {
  private readonly kept = new LRUCache<string, Counted>({ max: MOST_KEPT });

  constructor(
    private readonly database: DataSource,
    /** SQL of one value. */
    private readonly version: string,
  ) {}

  /** Of one question, under each of these parents; those that are not known are counted together. */
  async of(
    question: string,
    parentIds: readonly string[],
    count: (parentIds: string[]) => Promise<Counted[]>,
  ): Promise<Counted[]> {
    const [present] = await prepared<{ version: string }>(this.database, `SELECT ${this.version} AS version`);
    const known = parentIds
      .map((parentId) => this.kept.get(question + parentId))
      .filter((counted): counted is Counted => counted !== undefined && counted.version === present?.version);
    const knownIds = new Set(known.map(({ parentId }) => parentId));
    const unknown = parentIds.filter((parentId) => !knownIds.has(parentId));
    const counted = unknown.length > 0 ? await count(unknown) : [];
    for (const each of counted) this.kept.set(question + each.parentId, each);
    return [...known, ...counted];
  }
}
