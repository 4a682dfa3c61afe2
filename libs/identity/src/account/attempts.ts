import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { faults, SETTINGS, type Settings } from '#platform';

const WINDOW = 15 * 60;
const PER_MAILBOX = 10;

/** Counts attempts at passwords, each by itself however many a request holds, over all nodes. */
@Injectable()
export class Attempts implements OnModuleInit {
  private perMailbox!: RateLimiterPostgres;
  private perAddress!: RateLimiterPostgres;

  constructor(
    private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const shared = {
      storeClient: (this.database.driver as unknown as { master: object }).master,
      storeType: 'pool',
      tableName: 'attempt',
      tableCreated: true,
      duration: WINDOW,
      clearExpiredByTimeout: false,
    };
    this.perMailbox = new RateLimiterPostgres({ ...shared, keyPrefix: 'mailbox', points: PER_MAILBOX });
    this.perAddress = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'address',
      points: this.settings.attemptsPerAddress,
    });
  }

  /** Counts one attempt before it is made. Throws RATE_LIMITED when there were too many in the last quarter of an hour. */
  async count(email: string, remoteAddress: string): Promise<void> {
    await this.take(this.perAddress, remoteAddress);
    await this.take(this.perMailbox, keyOf(email));
  }

  /** After a success the mailbox starts anew; the address does not, or one account would open it for all. */
  async forget(email: string): Promise<void> {
    await this.perMailbox.delete(keyOf(email));
  }

  private async take(limiter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw faults.rateLimited(Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }
}

/** Hashed, so that the table is no list of mailboxes, and of bounded length. */
function keyOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url');
}
