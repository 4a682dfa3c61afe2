import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Acts, newId, type RequestContext, recordActs, refuse, Transactions, type Viewer } from '#platform';
import { MUTABLE, type NoticeKind, REMINDERS } from '../notice/notice-kind.js';
import { NoticePreference } from './notice-preference.entity.js';
import { NoticeNotMutable } from './preferences.reasons.js';
import type { NoticePreferencesType, SetNoticePreferencesInput } from './preferences.type.js';
import { accountIn, isSignedBy } from './unsubscribe-token.js';

@Injectable()
export class NoticePreferences {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly transactions: Transactions,
  ) {}

  async of(accountId: string): Promise<NoticePreferencesType> {
    return described(await this.database.manager.findOne(NoticePreference, { where: { accountId } }));
  }

  /** Takes over what the viewer wants, in full. Refuses with NoticeNotMutable. */
  async set(asked: RequestContext, viewer: Viewer, input: SetNoticePreferencesInput): Promise<NoticePreferencesType> {
    const needed = input.muted.filter((kind) => !MUTABLE.includes(kind));
    if (needed.length > 0) refuse(...needed.map((kind) => new NoticeNotMutable(kind)));

    const locale = input.locale ?? null;
    const muted = [...new Set(input.muted)];
    const act = { name: 'setNoticePreferences', input: { locale, muted }, details: { locale, muted } };
    const kept = await this.acts.perform(asked, act, (tx) => save(tx, viewer.accountId, { locale, muted }));
    return described(kept);
  }

  /** Whether the link was signed for an account there is. Changes nothing: machines follow links too. */
  async isLinkGood(token: string): Promise<boolean> {
    return (await this.accountOf(token)) !== null;
  }

  /** Ends the reminders of the account in the token; a second time is no error. False: the token is not good. */
  async unsubscribe(token: string): Promise<boolean> {
    const accountId = await this.accountOf(token);
    if (!accountId) return false;
    await this.transactions.run(async (tx) => {
      const { locale, muted } = await tx.findOneByOrFail(NoticePreference, { accountId });
      const all = [...new Set([...muted, ...REMINDERS])];
      if (all.length === muted.length) return;
      const subject = await save(tx, accountId, { locale, muted: all });
      await recordActs(tx, [{ accountId, act: { name: 'unsubscribe' }, subject }]);
    });
    return true;
  }

  private async accountOf(token: string): Promise<string | null> {
    const accountId = accountIn(token);
    if (!accountId) return null;
    const known = await this.database.manager.findOne(NoticePreference, { where: { accountId } });
    return known && isSignedBy(token, known.unsubscribeKey) ? accountId : null;
  }
}

async function save(
  tx: EntityManager,
  accountId: string,
  { locale, muted }: Pick<NoticePreference, 'locale' | 'muted'>,
): Promise<NoticePreference> {
  await tx.query(
    `INSERT INTO notice_preference (id, account_id, locale, muted, unsubscribe_key)
     VALUES ($1, $2, $3, $4, gen_random_uuid())
     ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale, muted = excluded.muted`,
    [newId(), accountId, locale, muted],
  );
  return tx.findOneByOrFail(NoticePreference, { accountId });
}

function described(kept: Pick<NoticePreference, 'locale' | 'muted'> | null): NoticePreferencesType {
  const muted = (kept?.muted ?? []) as NoticeKind[];
  return { locale: kept?.locale ?? null, muted, mutable: [...MUTABLE] };
}
