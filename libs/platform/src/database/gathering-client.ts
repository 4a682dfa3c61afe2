import { LightClient } from './light-client.js';

/** As TypeORM writes them. */
const BEGIN = 'START TRANSACTION';
const COMMIT = 'COMMIT';
const ROLLBACK = 'ROLLBACK';

const BEGUN = { command: 'START', rowCount: null, rows: [] };

/**
 * Sends the statements that are asked for in one turn of the event loop as one piece. The process on the other side is
 * then woken once, which costs both sides more than the bytes do. A transaction begins with its first statements: there
 * is nothing to wait for before them. It may end with its last ones.
 */
export class GatheringClient extends LightClient {
  private isGathering = false;
  private isCommitting = false;
  /** From the beginning of a transaction until its end was asked for. */
  protected isWithin = false;

  override query(...asked: Parameters<LightClient['query']>): Promise<unknown> {
    // It would run outside of its transaction.
    if (this.isCommitting) return Promise.reject(new Error('a statement came after the commit of its transaction'));
    this.gather();
    const [text] = asked;
    if (text === COMMIT || text === ROLLBACK) this.isWithin = false;
    const answer: Promise<unknown> = super.query(...asked);
    if (text === BEGIN) return this.begin(answer);
    return text === COMMIT ? this.commit(answer) : answer;
  }

  private gather(): void {
    if (this.isGathering) return;
    const { stream } = this.connection;
    this.isGathering = true;
    stream.cork();
    // After all that is already promised, before anything new is heard.
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }

  private begin(answer: Promise<unknown>): Promise<unknown> {
    this.isWithin = true;
    // What follows must never run outside of it.
    answer.catch((error) => this.connection.stream.destroy(error));
    return Promise.resolve(BEGUN);
  }

  private async commit(answer: Promise<unknown>): Promise<unknown> {
    this.isCommitting = true;
    try {
      const ended = await answer;
      // PostgreSQL ends a failed transaction so, without an error.
      if ((ended as { command?: unknown }).command === 'ROLLBACK') throw new Error('the transaction was rolled back');
      return ended;
    } finally {
      this.isCommitting = false;
    }
  }
}
