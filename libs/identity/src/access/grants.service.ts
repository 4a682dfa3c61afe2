import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Acts, Authority, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { Account } from '../account/account.entity.js';
import { canonicalEmail } from '../account/email.js';
import { OrganizationNotFound } from '../organization/organization.reasons.js';
import {
  AccountNotFound,
  CannotGrantToSelf,
  GrantExceedsOwn,
  PeriodEndsBeforeStart,
  RoleGrantNotFound,
} from './grant.reasons.js';
import type { GrantRoleInput } from './grant-role.input.js';
import { RoleGrant } from './role-grant.entity.js';
import { GrantScope, PERMISSIONS, type Role } from './roles.js';

@Injectable()
export class Grants {
  constructor(
    private readonly acts: Acts,
    private readonly authority: Authority,
  ) {}

  /**
   * Gives an account a role.
   * Nobody grants to themselves, nor more than they hold there over everything below.
   * Refuses with OrganizationNotFound, AccountNotFound, CannotGrantToSelf, GrantExceedsOwn, PeriodEndsBeforeStart.
   */
  async grant(asked: RequestContext, viewer: Viewer, input: GrantRoleInput): Promise<RoleGrant> {
    await this.assertMayGrant(viewer, input.role, input.organizationId);
    const validFrom = input.validFrom ?? new Date();
    if (input.validTo && input.validTo <= validFrom) refuse(new PeriodEndsBeforeStart());

    const { organizationId, role, scope } = input;
    const act = { name: 'grantRole', input, details: { organizationId, role, scope } };
    return this.acts.perform(asked, act, async (tx) => {
      const account = await tx.findOne(Account, { where: { email: canonicalEmail(input.email) } });
      if (!account) refuse(new AccountNotFound());
      if (account.id === viewer.accountId) refuse(new CannotGrantToSelf());
      return insertGrant(tx, {
        accountId: account.id,
        organizationId,
        role,
        scope,
        validFrom,
        validTo: input.validTo ?? null,
        grantedByAccountId: viewer.accountId,
      });
    });
  }

  /** Ends a grant now; ending it twice is no error. Refuses with RoleGrantNotFound. */
  async revoke(asked: RequestContext, viewer: Viewer, roleGrantId: string): Promise<RoleGrant> {
    return this.acts.perform(asked, { name: 'revokeRole', input: { roleGrantId } }, async (tx) => {
      const grant = await tx.findOne(RoleGrant, {
        where: { id: roleGrantId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!grant || !(await this.authority.holdsIn(viewer, 'role.grant', grant.organizationId))) {
        refuse(new RoleGrantNotFound());
      }
      if (!grant.revokedAt) {
        grant.revokedAt = new Date();
        await tx.update(RoleGrant, { id: grant.id }, { revokedAt: grant.revokedAt });
      }
      return grant;
    });
  }

  private async assertMayGrant(viewer: Viewer, role: Role, organizationId: string): Promise<void> {
    if (!(await this.authority.holdsIn(viewer, 'role.grant', organizationId))) refuse(new OrganizationNotFound());
    for (const permission of PERMISSIONS[role]) {
      if (!(await this.authority.holdsBelow(viewer, permission, organizationId))) refuse(new GrantExceedsOwn());
    }
  }
}

type NewGrant = Pick<RoleGrant, 'accountId' | 'organizationId' | 'role'> & Partial<RoleGrant>;

export async function insertGrant(tx: EntityManager, given: NewGrant): Promise<RoleGrant> {
  const grant = tx.create(RoleGrant, {
    id: newId(),
    scope: GrantScope.SELF,
    validFrom: new Date(),
    validTo: null,
    grantedByAccountId: null,
    revokedAt: null,
    ...given,
  });
  await tx.insert(RoleGrant, grant);
  return grant;
}
