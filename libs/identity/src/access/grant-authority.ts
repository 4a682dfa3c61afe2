import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Authority, type Viewer } from '#platform';
import { SignIns } from '../account/sign-ins.service.js';
import { allowedBelow, allowedIn, grantInForce, type Predicate } from './grants.js';
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
    return this.exists({ sql: `EXISTS (SELECT 1 FROM role_grant WHERE ${sql})`, parameters });
  }

  holdsIn(viewer: Viewer, permission: string, organizationId: string): Promise<boolean> {
    const { sql, parameters } = allowedIn(':organizationId', viewer, permission);
    return this.exists({ sql, parameters: { ...parameters, organizationId } });
  }

  holdsBelow(viewer: Viewer, permission: string, organizationId: string): Promise<boolean> {
    const { sql, parameters } = allowedBelow(':organizationId', viewer, permission);
    return this.exists({ sql, parameters: { ...parameters, organizationId } });
  }

  private async exists({ sql, parameters }: Predicate): Promise<boolean> {
    const answer = await this.database
      .createQueryBuilder()
      .select('1', 'found')
      .fromDummy()
      .where(sql, parameters)
      .getRawOne();
    return answer !== undefined;
  }
}
