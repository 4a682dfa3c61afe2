import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from '#platform';
import { RoleGrant } from '../access/role-grant.entity.js';

/** What an account sees of itself. */
@Injectable()
export class Viewers {
  constructor(private readonly database: DataSource) {}

  async emailOf(accountId: string): Promise<string> {
    const [account] = await prepared<{ email: string }>(this.database, 'SELECT email FROM account WHERE id = $1', [
      accountId,
    ]);
    if (!account) throw new Error(`account ${accountId} is gone`);
    return account.email;
  }

  grantsInForce(accountId: string): Promise<RoleGrant[]> {
    return this.database
      .createQueryBuilder(RoleGrant, 'role_grant')
      .where('role_grant.accountId = :accountId AND role_grant.revokedAt IS NULL', { accountId })
      .andWhere('role_grant.validFrom <= now() AND (role_grant.validTo IS NULL OR role_grant.validTo > now())')
      .orderBy('role_grant.id')
      .getMany();
  }
}
