import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Acts, newId, type RequestContext, refuse, violates } from '#platform';
import { insertPerson } from '../person/insert-person.js';
import { Account } from './account.entity.js';
import { EmailTaken } from './account.reasons.js';
import { Attempts } from './attempts.js';
import { canonicalEmail } from './email.js';
import { hashPassword, isPassword } from './passwords.js';
import type { SignUpInput } from './sign-up.input.js';

@Injectable()
export class Accounts {
  constructor(
    private readonly database: DataSource,
    private readonly acts: Acts,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Makes a person and their account.
   *
   * A sign-up sent again with an Idempotency-Key header, the same mailbox and password gives the same account: the
   * newcomer owns no key yet, so the password stands for it.
   * Refuses with EmailTaken. Throws RATE_LIMITED after too many attempts.
   */
  async signUp(asked: RequestContext, input: SignUpInput): Promise<Account> {
    const email = canonicalEmail(input.email);
    await this.attempts.count(email, asked.remoteAddress);
    const passwordHash = await hashPassword(input.password);
    try {
      return await this.acts.perform({ ...asked, viewer: null }, { name: 'signUp', input: {} }, async (tx) => {
        const person = await insertPerson(tx, {
          familyName: input.familyName.trim(),
          givenName: input.givenName.trim(),
          patronymic: input.patronymic?.trim() ?? null,
        });
        const account = tx.create(Account, { id: newId(), personId: person.id, email, passwordHash });
        await tx.insert(Account, account);
        return account;
      });
    } catch (error) {
      if (!violates(error, 'account_email')) throw error;
      return this.sameAgain(asked, email, input.password);
    }
  }

  private async sameAgain(asked: RequestContext, email: string, password: string): Promise<Account> {
    const account = await this.database.manager.findOne(Account, { where: { email } });
    const isRepeat = asked.idempotencyKey !== null && (await isPassword(password, account?.passwordHash ?? null));
    if (!account || !isRepeat || account.disabledAt) refuse(new EmailTaken());
    return account;
  }
}
