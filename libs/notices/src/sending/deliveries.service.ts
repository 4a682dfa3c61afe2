import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Jobs, log, SETTINGS, type Settings, Transactions } from '#platform';
import { MUTABLE } from '../notice/notice-kind.js';
import { DELIVER } from '../notice/notify.js';
import { unsubscribeUrl } from '../preferences/unsubscribe-url.js';
import { Carrier, MailNotTaken } from './carrier.js';
import { compose } from './compose.js';
import { claimLetter, type Letter } from './letter.js';

/** With the growing pauses of the job queue this takes about sixteen hours. */
const MOST_ATTEMPTS = 12;
const KEPT_DAYS = 180;
const EVERY_NIGHT = '20 20 * * *';

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
    this.jobs.define(DELIVER, ({ noticeId = '' }) => this.deliver(noticeId), null, 'outside');
    this.jobs.define('notices:forget', () => this.forget(), EVERY_NIGHT);
  }

  onModuleDestroy(): void {
    this.carrier.close();
  }

  /**
   * Sends one notice and marks it sent, in one transaction that holds its row: two workers never send it at once, and
   * asked for again it does nothing. Only a worker that dies after the mail server took the mail and before the commit
   * makes it go out twice, under the same Message-ID.
   * Throws MailNotTaken when it should be tried again later.
   */
  async deliver(noticeId: string): Promise<void> {
    const refusal = await this.transactions.run(async (tx) => {
      const letter = await claimLetter(tx, noticeId);
      return letter && this.send(tx, letter);
    });
    if (refusal) throw refusal;
  }

  /** Null: done with, one way or the other. */
  private async send(tx: EntityManager, letter: Letter): Promise<MailNotTaken | null> {
    if (letter.isMuted) {
      await tx.query('DELETE FROM notice WHERE id = $1', [letter.id]);
      return null;
    }
    const url = MUTABLE.includes(letter.kind)
      ? await unsubscribeUrl(tx, letter.accountId, this.settings.publicUrl)
      : null;
    const refusal = await this.hand(letter, url).then(() => null, asRefusal);
    const isGivenUp = refusal !== null && (refusal.isFinal || letter.attempts + 1 >= MOST_ATTEMPTS);
    await tx.query(
      `UPDATE notice SET attempts = attempts + 1, sent_at = CASE WHEN $2 THEN clock_timestamp() END,
         failed_at = CASE WHEN $3 THEN clock_timestamp() END WHERE id = $1`,
      [letter.id, refusal === null, isGivenUp],
    );
    if (!isGivenUp) return refusal;
    log.error({ noticeId: letter.id, kind: letter.kind, code: refusal.code }, 'a notice could not be delivered');
    return null;
  }

  private async hand(letter: Letter, unsubscribe: string | null): Promise<void> {
    await this.carrier.carry(compose(letter, this.settings, unsubscribe));
  }

  /** Letters are not kept for ever. */
  private async forget(): Promise<void> {
    await this.database.query('DELETE FROM notice WHERE created_at < now() - make_interval(days => $1)', [KEPT_DAYS]);
  }
}

/** What went wrong before a server was asked is ours to mend, so it is tried again; the log has it in full. */
function asRefusal(error: unknown): MailNotTaken {
  if (error instanceof MailNotTaken) return error;
  log.error({ err: error }, 'a mail could not be handed over');
  return new MailNotTaken('INTERNAL', false);
}
