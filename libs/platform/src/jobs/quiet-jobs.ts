import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { PLANNED_EACH_TIME } from '../database/statement-names.js';
import { newId } from '../ids.js';
import { log } from '../logging/log.js';
import { addJobs, type Job } from './enqueue.js';

/** A job whose beginning may wait for a second. */
export type QuietJob = Pick<Job, 'name' | 'payload'>;

/** In milliseconds. Not sent out more often. */
const PAUSE = 1_000;
/** In milliseconds. So often they are looked for, in case who was to send them out did not live to. */
const ROUND = 2_000;
/** Sent out at once; more follow after a pause. */
export const MOST = 500;

/** Puts them down as part of this transaction: they exist only if it commits. */
export async function putDown(tx: EntityManager, jobs: readonly QuietJob[]): Promise<void> {
  await prepared(
    tx,
    'INSERT INTO quiet_job (id, name, payload) SELECT * FROM unnest($1::uuid[], $2::text[], $3::json[])',
    [jobs.map(() => newId()), jobs.map(({ name }) => name), jobs.map(({ payload }) => JSON.stringify(payload))],
  );
}

/**
 * Jobs are put down quietly beside the queue, and enter it together. Each that enters wakes the workers of every lane of
 * every process, and lets one transaction after the other commit meanwhile.
 */
export class QuietJobs {
  private rounds: NodeJS.Timeout | null = null;
  private pause: NodeJS.Timeout | null = null;
  /** Sends, or pauses after it. */
  private isBusy = false;
  private isMissed = false;
  private sending: Promise<void> = Promise.resolve();

  constructor(private readonly database: Pick<DataSource, 'query'>) {}

  start(): void {
    this.rounds = setInterval(() => this.sendOut(), ROUND).unref();
    this.sendOut();
  }

  /** Sends out what came during a pause. What is left is sent out by another process, or the next. */
  async stop(): Promise<void> {
    clearInterval(this.rounds ?? undefined);
    this.rounds = null;
    await this.sending;
    clearTimeout(this.pause ?? undefined);
    if (this.isMissed) await this.send().catch(complain);
  }

  /** At once, and then for all that came in a moment together. */
  sendOut(): void {
    if (!this.rounds) return;
    this.isMissed = this.isBusy;
    if (this.isBusy) return;
    this.isBusy = true;
    this.sending = this.send()
      .catch(complain)
      .then(() => this.rest());
  }

  private rest(): void {
    this.pause = setTimeout(() => {
      this.isBusy = false;
      if (this.isMissed) this.sendOut();
    }, PAUSE).unref();
  }

  private async send(): Promise<void> {
    if ((await sendSome(this.database)) >= MOST) this.isMissed = true;
  }
}

/**
 * Answers with how many they were. The list of ids is made once: a join with it would be planned for an empty table, and
 * make it anew for each row of a full one.
 */
export async function sendSome(database: Pick<DataSource, 'query'>): Promise<number> {
  const [{ count }] = await database.query(
    `WITH sent AS (
       DELETE FROM quiet_job
       WHERE id = ANY(ARRAY(SELECT id FROM quiet_job ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED))
       RETURNING id, name, payload
     ), added AS (
       SELECT FROM (SELECT 1 FROM sent LIMIT 1), LATERAL ${addJobs('(SELECT name, payload, null::timestamptz, null::text FROM sent ORDER BY id)')}
     )
     SELECT count(*)::int AS count FROM added ${PLANNED_EACH_TIME}`,
    [MOST],
  );
  return count;
}

function complain(error: unknown): void {
  log.warn({ err: error }, 'jobs: what was put down quietly could not be sent out');
}
