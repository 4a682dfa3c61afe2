import { LRUCache } from 'lru-cache';
import type { QueryConfig } from 'pg';
import { GatheringClient } from './gathering-client.js';
import { isStalePlan } from './interruptions.js';
import { MOST_NAMED, nameIfFrequent } from './statement-names.js';

type Asked = Parameters<GatheringClient['query']>;
type Named = QueryConfig & { name: string };

/**
 * Prepares what is asked often under a name, whoever wrote it: planning a statement costs more than running most of
 * ours. What was not asked for longest is let go, so that texts that vary do not fill the memory of a connection.
 */
export class PreparingClient extends GatheringClient {
  private readonly kept = new LRUCache<string, true>({ max: MOST_NAMED, dispose: (_, name) => this.letGo(name) });

  override query(...asked: Asked): Promise<unknown> {
    const named = namedOf(asked);
    return named ? this.run(named) : super.query(...asked);
  }

  private async run(named: Named): Promise<unknown> {
    this.kept.set(named.name, true);
    try {
      return await super.query(named);
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      // The schema has changed under us, and likely for more than this one.
      this.kept.clear();
      // What a transaction did before is lost with it; whoever began it runs it again.
      if (this.getTransactionStatus() !== 'I') throw error;
      return super.query(named);
    }
  }

  private letGo(name: string): void {
    const { connection } = this as unknown as { connection: PreparedStatements };
    if (!connection.parsedStatements[name]) return;
    connection.close({ type: 'S', name });
    delete connection.parsedStatements[name];
  }
}

/** What the driver knows of the statements that the other side has parsed. */
interface PreparedStatements {
  parsedStatements: Record<string, string>;
  close(statement: { type: 'S'; name: string }): void;
}

/** Null: it runs as it came. */
function namedOf([asked, values, callback]: Asked): Named | null {
  if (callback || typeof values === 'function' || typeof asked?.submit === 'function') return null;
  const statement: QueryConfig = typeof asked === 'string' ? { text: asked, values } : asked;
  // A text alone may be several statements.
  const isOne = typeof asked === 'string' ? values?.length : statement.values;
  const name = statement.name ?? (isOne ? nameIfFrequent(statement.text) : undefined);
  return name ? { ...statement, name } : null;
}
