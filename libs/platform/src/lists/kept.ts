import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';

export interface Versioned {
  /** Read by the statement that read the rest. */
  version: string;
  /** When time alone makes it another; null: never. */
  until?: Date | null;
}

interface Present {
  version: string;
  now: Date;
}

/**
 * What a process keeps of the questions that were asked last, while the version it was read at, which is asked for each
 * time, is still the one: exact on every node, and nothing has to be heard.
 */
export class Kept<Value extends Versioned> {
  /** By question and id, what was read together with it. */
  private readonly readings: LRUCache<string, Promise<Map<string, Value>>>;

  constructor(
    private readonly database: DataSource,
    /** SQL of one value, another one whenever an answer may have become so. */
    private readonly version: string,
    mostKept: number,
  ) {
    this.readings = new LRUCache({ max: mostKept });
  }

  async of(question: string, read: () => Promise<Value>): Promise<Value> {
    const answers = await this.under([''], question, async () => new Map([['', await read()]]));
    return answers.get('') as Value;
  }

  /** One question about each of these ids; those that are not known are read together. Who asks meanwhile waits for that. */
  async under(
    ids: readonly string[],
    question: string,
    read: (unknown: string[]) => Promise<Map<string, Value>>,
  ): Promise<Map<string, Value>> {
    const [present] = await prepared<Present>(this.database, `SELECT ${this.version} AS version, now() AS now`);
    const known = new Map<string, Value>();
    for (const id of ids) {
      const reading = await this.readings.get(question + id)?.catch(() => null);
      const value = reading?.get(id);
      if (value && present?.version && isStill(value, present)) known.set(id, value);
    }
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length === 0) return known;
    const reading = read(unknown);
    for (const id of unknown) this.readings.set(question + id, reading);
    return new Map([...known, ...(await reading)]);
  }
}

function isStill({ version, until }: Versioned, present: Present): boolean {
  return version === present.version && (until == null || until > present.now);
}
