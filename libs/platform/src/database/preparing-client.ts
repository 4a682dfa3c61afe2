import { LRUCache } from 'lru-cache';
import type { QueryConfig } from 'pg';
import { GatheringClient } from './gathering-client.js';
import { isPlanLost, isStalePlan } from './interruptions.js';
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
    // By the time it fails, the transaction may be over.
    const { isWithin } = this;
    try {
      return await super.query(named);
    } catch (error) {
      if (!isPlanLost(error)) throw error;
      // The schema has changed under us, and likely for more than this one; or the driver is wrong about what was parsed.
      if (isStalePlan(error)) this.kept.clear();
      else this.parseAgain(named.name);
      // What a transaction did before is lost with it; whoever began it runs it again.
      if (isWithin || this.getTransactionStatus() !== 'I') throw error;
      return super.query(named);
    }
  }

  private letGo(name: string): void {
    if (this.statements.parsedStatements[name]) this.forget(name);
  }

  /** Unless somebody who lost it at the same moment has just sent it. */
  private parseAgain(name: string): void {
    if (!this.statements.submittedNamedStatements[name]) this.forget(name);
  }

  private forget(name: string): void {
    this.statements.close({ type: 'S', name });
    delete this.statements.parsedStatements[name];
  }

  private get statements(): PreparedStatements {
    return (this as unknown as { connection: PreparedStatements }).connection;
  }
}

/** What the driver knows of the statements that the other side has parsed, or was sent to parse. */
interface PreparedStatements {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
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
