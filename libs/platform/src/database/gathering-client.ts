import { LightClient } from './light-client.js';

/** As TypeORM writes it. */
const BEGIN = 'START TRANSACTION';
const BEGUN = { command: 'START', rowCount: null, rows: [] };

/**
 * Sends the statements that are asked for in one turn of the event loop as one piece. The process on the other side is
 * then woken once, which costs both sides more than the bytes do. A transaction begins with its first statements: there
 * is nothing to wait for before them.
 */
export class GatheringClient extends LightClient {
  private isGathering = false;

  override query(...asked: Parameters<LightClient['query']>): Promise<unknown> {
    if (!this.isGathering) {
      const { stream } = this.connection;
      this.isGathering = true;
      stream.cork();
      // After all that is already promised, before anything new is heard.
      process.nextTick(() => {
        this.isGathering = false;
        stream.uncork();
      });
    }
    const answer: Promise<unknown> = super.query(...asked);
    if (asked[0] !== BEGIN) return answer;
    // What follows must never run outside of it.
    answer.catch((error) => this.connection.stream.destroy(error));
    return Promise.resolve(BEGUN);
  }
}
