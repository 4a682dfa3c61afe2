import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authority, type Viewer } from '#platform';
import { SignIns } from '../account/sign-ins.service.js';
import { grantInForce } from './grants.js';
import { isTrue, mayBelow, mayIn } from './may.js';
import { EVERYBODY, type Permission } from './roles.js';

/** Answers from the grants in force at this moment; nothing is kept, so a revoked grant ends at once. */
@Injectable()
export class GrantAuthority extends Authority {
  constructor(
    private readonly database: DataSource,
    private readonly signIns: SignIns,
  ) {
    super();
  }

  viewerOf(token: string): Promise<Viewer | null> {
    return this.signIns.viewerOf(token);
  }

  async holds(viewer: Viewer, permission: string): Promise<boolean> {
    if (EVERYBODY.includes(permission as Permission)) return true;
    const { sql, parameters } = grantInForce(viewer, permission);
    return isTrue(this.database.manager, { sql: `EXISTS (SELECT 1 FROM role_grant WHERE ${sql})`, parameters });
  }

  holdsIn(viewer: Viewer, permission: string, organizationId: string): Promise<boolean> {
    return mayIn(this.database.manager, viewer, permission, organizationId);
  }

  holdsBelow(viewer: Viewer, permission: string, organizationId: string): Promise<boolean> {
    return mayBelow(this.database.manager, viewer, permission, organizationId);
  }
}
