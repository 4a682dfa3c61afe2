import pg from 'pg';
import { interruptionOf } from '../database/interruptions.js';
import { log } from '../logging/log.js';

/** `cannot_connect_now`: the library waits and tries again, for some hours. */
const TRY_AGAIN = '57P03';

/** Statements of the library that note how a job ended. */
const NOTES = /^(complete|fail)_job/;

/**
 * Connections of a lane to its queue. The library does not wait until it has noted how a job ended: an error that it does
 * not try again after is caught by nobody, and ends the server. It knows few as such; here all are of which the database
 * is away. What looks for jobs fails as ever.
 */
export class QueuePool extends pg.Pool {
  constructor(connectionString: string, max: number) {
    super({ connectionString, max, Client: QueueClient });
    const complain = (error: Error) => log.warn({ reason: error.message }, 'jobs: a connection was lost');
    this.on('error', complain);
    this.on('connect', (client) => client.on('error', complain));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as many signatures as the one of `pg`.
  override connect(callback?: any): any {
    if (callback) return super.connect(callback);
    // A note that is still to be tried again when the lane has ended: whoever takes over does the job again.
    if (this.ending) return new Promise(() => {});
    return super.connect().catch(tryAgain);
  }
}

class QueueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: as many signatures as the one of `pg`.
  override query(asked: any, values?: any, callback?: any): any {
    const answer = super.query(asked, values, callback) as unknown;
    return answer instanceof Promise && NOTES.test(asked?.name) ? answer.catch(tryAgain) : answer;
  }
}

function tryAgain(error: Error): never {
  throw interruptionOf(error) === 'away' ? Object.assign(error, { code: TRY_AGAIN }) : error;
}
