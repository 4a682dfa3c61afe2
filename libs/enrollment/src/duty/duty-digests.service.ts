import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NewNotice, NoticeKind, notify } from '#notices';
import { Jobs, Transactions } from '#platform';
import { type Digest, digestKey, digestsOf, type Officer, officersAfter } from './duty-digest.queries.js';

/** Morning in Central Asia; more than once, because a server may be down. Who was told this week is not told again. */
const MONDAYS = '30 2,4,6 * * 1';
const AT_ONCE = 100;

/** Tells officers once a week who of theirs is late, or will be soon, with what their office asks them to learn. */
@Injectable()
export class DutyDigests implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('enrollment:tell-officers-of-duties', () => this.send(), MONDAYS, 'long');
  }

  /** Tells everybody who was not told this week; a second time tells nobody. */
  async send(): Promise<void> {
    for (let last: Officer | null = null; ; ) {
      const officers: Officer[] = await officersAfter(this.database, last, AT_ONCE);
      if (officers.length === 0) return;
      const digests = await digestsOf(this.database, officers);
      await this.transactions.run((tx) => notify(tx, digests.map(noticeOf)));
      last = officers.at(-1) ?? null;
    }
  }
}

function noticeOf(digest: Digest): NewNotice {
  const { personId, locale, provider, late, soon, lateNames, soonNames } = digest;
  const more = (count: number, names: string | null) => count - (names?.split('\n').length ?? 0);
  return {
    kind: NoticeKind.TRAINING_DIGEST,
    personId,
    dedupeKey: digestKey(digest),
    locales: [locale],
    values: {
      provider: { texts: provider },
      late,
      lateNames,
      lateMore: more(late, lateNames),
      soon,
      soonNames,
      soonMore: more(soon, soonNames),
    },
  };
}
