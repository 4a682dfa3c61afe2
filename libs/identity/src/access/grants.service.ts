import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Acts, isId, Nodes, newId, type RequestContext, refuse, type Viewer } from '#platform';
import { Account } from '../account/account.entity.js';
import { canonicalEmail } from '../account/email.js';
import { databaseNow } from '../database-now.js';
import { OrganizationNotFound } from '../organization/organization.reasons.js';
import {
  AccountNotFound,
  CannotGrantToSelf,
  GrantExceedsOwn,
  PeriodEndsBeforeStart,
  RoleGrantNotFound,
} from './grant.reasons.js';
import type { GrantRoleInput } from './grant-role.input.js';
import { mayBelow, mayIn } from './may.js';
import { RoleGrant } from './role-grant.entity.js';
import { GrantScope, PERMISSIONS, type Role } from './roles.js';

@Injectable()
export class Grants implements OnModuleInit {
  constructor(
    private readonly acts: Acts,
    private readonly database: DataSource,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('RoleGrant', (id, { viewer }) => this.find(id, viewer));
  }

  /** One’s own, and those where one gives roles; null: there is none for this viewer. */
  private async find(id: string, viewer: Viewer | null): Promise<RoleGrant | null> {
    if (!viewer || !isId(id)) return null;
    const grant = await this.database.manager.findOne(RoleGrant, { where: { id } });
    if (!grant || grant.accountId === viewer.accountId) return grant;
    return (await mayIn(this.database.manager, viewer, 'role.grant', grant.organizationId)) ? grant : null;
  }

  /**
   * Gives an account a role.
   * Nobody grants to themselves, nor more than they hold there over everything below.
   * Refuses with OrganizationNotFound, AccountNotFound, CannotGrantToSelf, GrantExceedsOwn, PeriodEndsBeforeStart.
   */
  async grant(asked: RequestContext, viewer: Viewer, input: GrantRoleInput): Promise<RoleGrant> {
    const { organizationId, role, scope, validTo = null } = input;
    const act = { name: 'grantRole', input, details: { organizationId, role, scope } };
    return this.acts.perform(asked, act, async (tx) => {
      if (!(await mayIn(tx, viewer, 'role.grant', organizationId))) refuse(new OrganizationNotFound());
      if (!(await holdsAllOf(tx, viewer, role, organizationId))) refuse(new GrantExceedsOwn(['role']));
      const validFrom = input.validFrom ?? (await databaseNow(tx));
      if (validTo && validTo <= validFrom) refuse(new PeriodEndsBeforeStart());

      const account = await tx.findOne(Account, { where: { email: canonicalEmail(input.email) } });
      if (!account) refuse(new AccountNotFound());
      if (account.id === viewer.accountId) refuse(new CannotGrantToSelf());
      const grantedByAccountId = viewer.accountId;
      return insertGrant(tx, {
        accountId: account.id,
        organizationId,
        role,
        scope,
        validFrom,
        validTo,
        grantedByAccountId,
      });
    });
  }

  /**
   * Ends a grant now; ending it twice is no error. Anybody who may give roles there lays down their own; of others
   * nobody ends a grant that allows more than they hold there themselves.
   * Refuses with RoleGrantNotFound, GrantExceedsOwn.
   */
  async revoke(asked: RequestContext, viewer: Viewer, roleGrantId: string): Promise<RoleGrant> {
    return this.acts.perform(asked, { name: 'revokeRole', input: { roleGrantId } }, async (tx) => {
      const grant = await tx.findOne(RoleGrant, {
        where: { id: roleGrantId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!grant || !(await mayIn(tx, viewer, 'role.grant', grant.organizationId))) refuse(new RoleGrantNotFound());
      const isOwn = grant.accountId === viewer.accountId;
      if (!isOwn && !(await holdsAllOf(tx, viewer, grant.role, grant.organizationId))) {
        refuse(new GrantExceedsOwn(['roleGrantId']));
      }
      if (!grant.revokedAt) {
        grant.revokedAt = await databaseNow(tx);
        await tx.update(RoleGrant, { id: grant.id }, { revokedAt: grant.revokedAt });
      }
      return grant;
    });
  }
}

/** Whether the viewer holds every permission of the role in this organization and in everything below it. */
async function holdsAllOf(tx: EntityManager, viewer: Viewer, role: Role, organizationId: string): Promise<boolean> {
  for (const permission of PERMISSIONS[role]) {
    if (!(await mayBelow(tx, viewer, permission, organizationId))) return false;
  }
  return true;
}

type NewGrant = Pick<RoleGrant, 'accountId' | 'organizationId' | 'role'> & Partial<RoleGrant>;

/** Writes a grant that holds from now, without end, for the organization alone, unless given otherwise. */
export async function insertGrant(tx: EntityManager, given: NewGrant): Promise<RoleGrant> {
  const grant = tx.create(RoleGrant, {
    id: newId(),
    scope: GrantScope.SELF,
    validFrom: given.validFrom ?? (await databaseNow(tx)),
    validTo: null,
    grantedByAccountId: null,
    revokedAt: null,
    ...given,
  });
  await tx.insert(RoleGrant, grant);
  return grant;
}
