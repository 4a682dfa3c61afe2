import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#platform';
import { RoleGrant } from '../access/role-grant.entity.js';
import { Account } from './account.entity.js';
import type { ViewerType } from './viewer.type.js';

@Injectable()
export class Viewers {
  constructor(private readonly database: DataSource) {}

  /** The account as it sees itself; null for nobody. */
  async describe(viewer: Viewer | null): Promise<ViewerType | null> {
    if (!viewer) return null;
    const account = await this.database.manager.findOneOrFail(Account, {
      where: { id: viewer.accountId },
      relations: { person: true },
    });
    return {
      accountId: account.id,
      email: account.email,
      person: account.person,
      roleGrants: await this.grantsInForce(account.id),
    };
  }

  private grantsInForce(accountId: string): Promise<RoleGrant[]> {
    return this.database
      .createQueryBuilder(RoleGrant, 'role_grant')
      .where('role_grant.accountId = :accountId AND role_grant.revokedAt IS NULL', { accountId })
      .andWhere('role_grant.validFrom <= now() AND (role_grant.validTo IS NULL OR role_grant.validTo > now())')
      .orderBy('role_grant.id')
      .getMany();
  }
}
