import { BatchLoader } from '../graphql/batch-loader.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { Changes } from './changes.service.js';
import { Memory } from './memory.js';

const MOST_ROWS = 20_000;

/**
 * Rows that everybody may see and that hardly change, such as the venues of a page of offerings: what one request read
 * the others find in memory, and only what is missing there is read, all of it in one query.
 */
export class SharedLoader<Row extends object> {
  private readonly memory: Memory<Row>;

  constructor(
    changes: Changes,
    private readonly read: (ids: readonly string[]) => Promise<Map<string, Row>>,
  ) {
    this.memory = new Memory(changes, MOST_ROWS);
  }

  /** Null: there is none. No promise where nothing has to be waited for. */
  load(id: string, asked: RequestContext): Row | null | Promise<Row | null> {
    return this.memory.get(id) ?? this.missing.of(asked).load(id);
  }

  /** In the order of the ids; those there are not are left out. */
  loadAll(ids: readonly string[], asked: RequestContext): Row[] | Promise<Row[]> {
    const rows: Row[] = [];
    for (const id of ids) {
      const row = this.memory.get(id);
      if (!row) return this.readAll(ids, asked);
      rows.push(row);
    }
    return rows;
  }

  private async readAll(ids: readonly string[], asked: RequestContext): Promise<Row[]> {
    const rows = await Promise.all(ids.map((id) => this.load(id, asked)));
    return rows.filter((row) => row !== null);
  }

  private readonly missing = new BatchLoader<string, Row | null>(
    async (ids) => {
      const begun = this.memory.begin();
      const rows = await this.read(ids);
      // Requests share them, so nobody may change one.
      for (const [id, row] of rows) this.memory.keep(id, Object.freeze(row), begun);
      return rows;
    },
    () => null,
  );
}
