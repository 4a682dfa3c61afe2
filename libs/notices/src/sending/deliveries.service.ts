import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue, Jobs, log, prepared, SETTINGS, type Settings, Transactions } from '#platform';
import { REMINDERS } from '../notice/notice-kind.js';
import { DELIVER, deliveryOf } from '../notice/notify.js';
import { unsubscribeUrl } from '../preferences/unsubscribe-url.js';
import { Carrier, MailNotTaken } from './carrier.js';
import { compose } from './compose.js';
import { claimLetters, type Letter } from './letter.js';

/** With the growing pauses of the job queue this takes about sixteen hours. */
const MOST_ATTEMPTS = 12;
/** In milliseconds. With the longest wait for one mail it stays below what the database lets a transaction be idle. */
const LONGEST_ROUND = 8_000;
const KEPT_DAYS = 180;
const EVERY_NIGHT = '20 20 * * *';

/** What became of one notice. */
interface Try {
  id: string;
  isMuted: boolean;
  /** Null: sent, or muted. */
  refusal: MailNotTaken | null;
  isGivenUp: boolean;
}

/** Sends what was written. */
@Injectable()
export class Deliveries implements OnModuleInit, OnModuleDestroy {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly carrier: Carrier,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    // `noticeId` stands in jobs that wait since a release before.
    const idsOf = ({ noticeId, noticeIds = noticeId ?? '' }: Record<string, string>) => noticeIds.split(' ');
    this.jobs.define(DELIVER, (payload) => this.deliver(idsOf(payload)), null, 'outside');
    this.jobs.define('notices:forget', () => this.forget(), EVERY_NIGHT);
  }

  onModuleDestroy(): void {
    this.carrier.close();
  }

  /**
   * Sends notices and marks them sent, in one transaction that holds their rows: two workers never send one at once, and
   * asked for again it does nothing. Only a worker that dies after the mail server took mails and before the commit
   * makes them go out twice, under the same Message-IDs.
   * Throws MailNotTaken when a single one should be tried again later; of several, each that should gets a job of its
   * own, as do those that a slow mail server left no time for.
   */
  async deliver(noticeIds: readonly string[]): Promise<void> {
    const refusal = await this.transactions.run(async (tx) => {
      const letters = await claimLetters(tx, noticeIds);
      const tries: Try[] = [];
      const started = performance.now();
      for (const letter of letters) {
        if (performance.now() - started > LONGEST_ROUND) break;
        tries.push(await this.send(tx, letter));
      }
      await markTried(tx, tries);
      const again = tries.filter(({ refusal, isGivenUp }) => refusal && !isGivenUp);
      if (letters.length === 1) return again[0]?.refusal ?? null;
      const late = letters.slice(tries.length).map(({ id }) => id);
      await enqueue(tx, [...again.map(({ id }) => deliveryOf([id])), ...(late.length > 0 ? [deliveryOf(late)] : [])]);
      return null;
    });
    if (refusal) throw refusal;
  }

  private async send(tx: EntityManager, letter: Letter): Promise<Try> {
    const { id, isMuted } = letter;
    if (isMuted) return { id, isMuted, refusal: null, isGivenUp: false };
    const url = REMINDERS.includes(letter.kind)
      ? await unsubscribeUrl(tx, letter.accountId, this.settings.publicUrl)
      : null;
    const refusal = await this.hand(letter, url).then(() => null, asRefusal);
    const isGivenUp = refusal !== null && (refusal.isFinal || letter.attempts + 1 >= MOST_ATTEMPTS);
    if (isGivenUp)
      log.error({ noticeId: id, kind: letter.kind, code: refusal.code }, 'a notice could not be delivered');
    return { id, isMuted, refusal, isGivenUp };
  }

  private async hand(letter: Letter, unsubscribe: string | null): Promise<void> {
    await this.carrier.carry(compose(letter, this.settings, unsubscribe));
  }

  /** Letters are not kept for ever. */
  private async forget(): Promise<void> {
    await this.database.query('DELETE FROM notice WHERE created_at < now() - make_interval(days => $1)', [KEPT_DAYS]);
  }
}

async function markTried(tx: EntityManager, tries: readonly Try[]): Promise<void> {
  const muted = tries.filter(({ isMuted }) => isMuted).map(({ id }) => id);
  if (muted.length > 0) await tx.query('DELETE FROM notice WHERE id = ANY($1)', [muted]);
  const tried = tries.filter(({ isMuted }) => !isMuted);
  await prepared(
    tx,
    `UPDATE notice SET attempts = attempts + 1, sent_at = CASE WHEN tried.is_sent THEN clock_timestamp() END,
       failed_at = CASE WHEN tried.is_given_up THEN clock_timestamp() END
     FROM unnest($1::uuid[], $2::boolean[], $3::boolean[]) AS tried (id, is_sent, is_given_up)
     WHERE notice.id = tried.id`,
    [tried.map(({ id }) => id), tried.map(({ refusal }) => refusal === null), tried.map(({ isGivenUp }) => isGivenUp)],
  );
}

/** What went wrong before a server was asked is ours to mend, so it is tried again; the log has it in full. */
function asRefusal(error: unknown): MailNotTaken {
  if (error instanceof MailNotTaken) return error;
  log.error({ err: error }, 'a mail could not be handed over');
  return new MailNotTaken('INTERNAL', false);
}
