import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

/**
 * Loads many of a thing in one query, once per request: the query count does not grow with the page.
 * Keep one as a field of a provider; `of(asked)` gives the loader of this request.
 */
export class BatchLoader<Key, Value> {
  private readonly loaders = new WeakMap<RequestContext, DataLoader<Key, Value, string>>();

  /** The batch answers with a map; a key it leaves out is answered with `missing`. */
  constructor(
    private readonly batch: (keys: readonly Key[], asked: RequestContext) => Promise<Map<string, Value>>,
    private readonly missing: (key: Key) => Value,
    private readonly keyOf: (key: Key) => string = String,
  ) {}

  of(asked: RequestContext): DataLoader<Key, Value, string> {
    const known = this.loaders.get(asked);
    if (known) return known;
    const loader = new DataLoader<Key, Value, string>(
      async (keys) => {
        const found = await this.batch(keys, asked).catch((error) => {
          // What could not be read is read again when the query is run again.
          this.loaders.delete(asked);
          throw error;
        });
        return keys.map((key) => found.get(this.keyOf(key)) ?? this.missing(key));
      },
      { cacheKeyFn: this.keyOf },
    );
    this.loaders.set(asked, loader);
    return loader;
  }
}

/** Gathers rows under the key they belong to. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
