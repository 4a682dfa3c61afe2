import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { DataSource, type EntityManager } from 'typeorm';
import {
  Acts,
  newId,
  ofAnyLength,
  prepared,
  type RequestContext,
  refuse,
  SETTINGS,
  type Settings,
  type Viewer,
} from '#platform';
import { Account } from './account.entity.js';
import { SignInFailed } from './account.reasons.js';
import { Attempts } from './attempts.js';
import { canonicalEmail } from './email.js';
import { isPassword } from './passwords.js';
import { SignIn } from './sign-in.entity.js';
import { hashOfToken, newToken } from './tokens.js';

export interface NewSignIn {
  /** Shown once, here; only its hash is kept. */
  token: string;
  expiresAt: Date;
  viewer: Viewer;
}

/** Tokens: given for a password, asked for at every request, ended at once. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly attempts: Attempts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Opens a sign-in for the right password.
   * Refuses with SignInFailed, the same and after the same time for a wrong password, an unknown and a disabled account.
   * Throws RATE_LIMITED after too many attempts.
   */
  async signIn(asked: RequestContext, email: string, password: string): Promise<NewSignIn> {
    const mailbox = canonicalEmail(email);
    await this.attempts.count(mailbox, asked.remoteAddress);

    const account = await this.database.manager.findOne(Account, { where: { email: mailbox } });
    const matches = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !matches || account.disabledAt) refuse(new SignInFailed());

    await this.attempts.forget(mailbox);
    return this.open(asked, account);
  }

  /** Opens a sign-in without asking for a password: for one who just gave it. */
  async open(asked: RequestContext, account: Account): Promise<NewSignIn> {
    const token = newToken();
    const id = newId();
    const viewer: Viewer = { accountId: account.id, personId: account.personId, signInId: id };
    // No key: a token is shown once, so a repeated request needs a new one.
    const signIn = await this.acts.perform(
      { ...asked, viewer, idempotencyKey: null },
      { name: 'signIn', input: {} },
      (tx) => insertSignIn(tx, { id, accountId: account.id, token, hours: this.settings.signInHours }),
    );
    return { token, expiresAt: signIn.expiresAt, viewer };
  }

  /** Ends the sign-in this request came with, or all of the account. Answers with the moment it ended. */
  async signOut(asked: RequestContext, viewer: Viewer, everywhere: boolean): Promise<Date | null> {
    const act = { name: 'signOut', input: { everywhere }, details: { everywhere } };
    const ended = await this.acts.perform(asked, act, async (tx) => {
      await tx.query(
        `UPDATE sign_in SET ended_at = now() WHERE ended_at IS NULL AND account_id = $1 AND (id = $2 OR $3)`,
        [viewer.accountId, viewer.signInId, everywhere],
      );
      return tx.findOneByOrFail(SignIn, { id: viewer.signInId });
    });
    return ended.endedAt;
  }

  /** The viewer behind a token; null when it is unknown, ended, expired, or the account is disabled. */
  viewerOf(token: string): Promise<Viewer | null> {
    return this.viewers.load(hashOfToken(token));
  }

  /** Tokens of requests that come together are looked up together; nothing is kept, so a sign-out holds at once. */
  private readonly viewers = new DataLoader<Buffer, Viewer | null, string>(
    async (hashes) => {
      const rows = await prepared<Viewer & { tokenHash: Buffer }>(
        this.database,
        `SELECT token_hash AS "tokenHash", sign_in.id AS "signInId", account.id AS "accountId",
           account.person_id AS "personId"
         FROM sign_in JOIN account ON account.id = sign_in.account_id
         WHERE token_hash = ANY(${ofAnyLength('$1', 'bytea')}) AND ended_at IS NULL AND expires_at > now() AND disabled_at IS NULL`,
        [hashes],
      );
      const found = new Map(rows.map(({ tokenHash, ...viewer }) => [tokenHash.toString('hex'), viewer]));
      return hashes.map((hash) => found.get(hash.toString('hex')) ?? null);
    },
    { cache: false, maxBatchSize: 200, batchScheduleFn: (serve) => setImmediate(serve) },
  );
}

interface SignInRow {
  id: string;
  accountId: string;
  token: string;
  /** Life in hours from now, on the database’s clock. */
  hours: number;
}

export async function insertSignIn(tx: EntityManager, { id, accountId, token, hours }: SignInRow): Promise<SignIn> {
  await tx.query(
    `INSERT INTO sign_in (id, account_id, token_hash, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(hours => $4))`,
    [id, accountId, hashOfToken(token), hours],
  );
  return tx.findOneByOrFail(SignIn, { id });
}
