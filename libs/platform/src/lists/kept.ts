import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';

export interface Versioned {
  /** Read by the statement that read the rest. */
  version: string;
  /** When time alone makes it another; null: never. */
  until?: Date | null;
}

/**
 * What a process keeps of the questions that were asked last, while the version it was read at, which is asked for each
 * time, is still the one: exact on every node, and nothing has to be heard.
 */
export class Kept<Value extends Versioned> {
  private readonly values: LRUCache<string, Promise<Value>>;

  constructor(
    private readonly database: DataSource,
    /** SQL of one value, another one whenever an answer may have become so. */
    private readonly version: string,
    mostQuestions: number,
  ) {
    this.values = new LRUCache({ max: mostQuestions });
  }

  /** Who asks while it is read waits for that. */
  async of(question: string, read: () => Promise<Value>): Promise<Value> {
    const [present] = await prepared<{ version: string; now: Date }>(
      this.database,
      `SELECT ${this.version} AS version, now() AS now`,
    );
    const known = await this.values.get(question)?.catch(() => null);
    if (known && present?.version && known.version === present.version && !isOver(known, present.now)) return known;
    const fresh = read();
    this.values.set(question, fresh);
    return fresh;
  }
}

function isOver({ until }: Versioned, now: Date): boolean {
  return until != null && until <= now;
}
